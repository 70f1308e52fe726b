/// What is done to every sample of a batch: who is mixed with whom, how, and by which draw.
@NullMarked
package org.mixoscope.kernel.batch;

import org.jspecify.annotations.NullMarked;
