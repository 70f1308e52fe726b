/// The Train screen: networks that are trained side by side, before the eyes of whoever asks what
/// mixing does to them.
@NullMarked
package org.mixoscope.app.train;

import org.jspecify.annotations.NullMarked;
