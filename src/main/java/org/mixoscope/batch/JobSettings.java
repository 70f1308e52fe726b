package org.mixoscope.batch;

import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.batch.sample.SampleSettings;

/// All that decides which bytes a job writes.
///
/// @param samples what is made
/// @param output how it is written
/// @param strict whether the first picture that cannot be read ends the job
public record JobSettings(SampleSettings samples, OutputSettings output, boolean strict) {}
