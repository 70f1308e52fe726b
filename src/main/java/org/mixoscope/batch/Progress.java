package org.mixoscope.batch;

import java.time.Duration;

/// How far a job is.
///
/// @param total samples in all
/// @param done samples that need no more work, those of earlier runs and those left out among them
/// @param skipped samples left out
/// @param before samples that earlier runs had done
/// @param elapsed since this run began
/// @param objects what became of those of all samples that are done
public record Progress(
    int total, int done, int skipped, int before, Duration elapsed, ObjectCounts objects) {
  private static final double NANOS = 1e9;

  /// Of samples without objects.
  public Progress(int total, int done, int skipped, int before, Duration elapsed) {
    this(total, done, skipped, before, elapsed, ObjectCounts.NONE);
  }

  /// Samples that are written.
  public int written() {
    return done - skipped;
  }

  /// Samples a second in this run; 0 before the first.
  public double rate() {
    double seconds = elapsed.toNanos() / NANOS;
    return seconds > 0 ? (done - before) / seconds : 0;
  }

  /// How long the rest takes at this rate; zero at the end and while there is no rate.
  public Duration remaining() {
    double rate = rate();
    return rate > 0 ? Duration.ofNanos((long) ((total - done) / rate * NANOS)) : Duration.ZERO;
  }
}
