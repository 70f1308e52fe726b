/// Figures for papers and slides: one drawing of a mix, written as PNG, SVG, PDF or moving GIF.
///
/// May use Java2D, without a display; no JavaFX.
@NullMarked
package org.mixoscope.figure;

import org.jspecify.annotations.NullMarked;
