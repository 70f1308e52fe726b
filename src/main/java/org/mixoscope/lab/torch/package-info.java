/// Experiments that leave for PyTorch: a script, and the samples that it reads.
@NullMarked
package org.mixoscope.lab.torch;

import org.jspecify.annotations.NullMarked;
