/// Distributions: what a method's settings do to λ, to λ̂ and to the labels, over many draws.
///
/// Imports the kernel only.
@NullMarked
package org.mixoscope.stats;

import org.jspecify.annotations.NullMarked;
