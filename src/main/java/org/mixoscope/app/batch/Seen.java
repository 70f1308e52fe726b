package org.mixoscope.app.batch;

import java.util.List;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.sample.Made.Skipped;

/// What is to be seen of a job that runs.
///
/// @param progress how far it is
/// @param samples the latest, newest first
/// @param skipped what this run has left out, each picture once
record Seen(Progress progress, List<Shown> samples, List<Skipped> skipped) {}
