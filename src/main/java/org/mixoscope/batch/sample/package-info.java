/// One sample of a job: who is mixed with whom, and the mix itself. A pure function of the data
/// set, the settings and the sample's number; knows no files that are written.
@NullMarked
package org.mixoscope.batch.sample;

import org.jspecify.annotations.NullMarked;
