/// Labelled sources: the pictures that recipes refer to, brought to the frame of the mix.
///
/// May import `image`, `recipe` and `kernel`; knows nothing of screens and command lines.
@NullMarked
package org.mixoscope.dataset;

import org.jspecify.annotations.NullMarked;
