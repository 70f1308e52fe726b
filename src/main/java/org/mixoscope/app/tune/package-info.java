/// The Tune screen: two settings side by side, with what each does to λ, to the labels and to the
/// user's own pictures.
@NullMarked
package org.mixoscope.app.tune;

import org.jspecify.annotations.NullMarked;
