/// The kernel's mixing over batches of ND4J: NCHW images and label matrices. ND4J is provided by
/// whoever uses this; nothing else of Mixoscope needs it.
@NullMarked
package org.mixoscope.tensor;

import org.jspecify.annotations.NullMarked;
