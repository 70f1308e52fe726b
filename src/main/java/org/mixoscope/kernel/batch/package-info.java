/// What is done to every sample of a batch: who is mixed with whom, how, and by which draw. A
/// [org.mixoscope.kernel.batch.Policy] decides it; nothing here touches a pixel.
@NullMarked
package org.mixoscope.kernel.batch;

import org.jspecify.annotations.NullMarked;
