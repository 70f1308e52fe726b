/// One record per mixing method: its hyperparameters, how it draws, and the composition it makes.
///
/// A method knows no pixels of its own and no state: everything random is in the draw, everything
/// sized is in the inputs.
@NullMarked
package org.mixoscope.kernel.method;

import org.jspecify.annotations.NullMarked;
