package org.mixoscope.kernel.batch;

import java.util.Locale;
import org.mixoscope.kernel.Named;

/// For what it is decided whether to mix, how, and by which draw.
public enum Granularity implements Named {
  /// Once for the whole batch.
  BATCH,
  /// For every sample.
  ELEMENT,
  /// For every two samples that are mixed with each other.
  PAIR,
  /// For every sample of the first half of the batch, which is all that comes out. The other half
  /// are their partners.
  HALF;

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// How many samples come out of a batch; of an odd one, half of it rounded up.
  public int outputs(int batchSize) {
    return this == HALF ? (batchSize + 1) / 2 : batchSize;
  }

  /// How many decisions there are.
  int groups(int batchSize) {
    return switch (this) {
      case BATCH -> 1;
      case ELEMENT -> batchSize;
      case PAIR, HALF -> (batchSize + 1) / 2;
    };
  }

  /// Which of them is that of a sample.
  int group(int sample, int batchSize) {
    return switch (this) {
      case BATCH -> 0;
      case ELEMENT, HALF -> sample;
      case PAIR -> Math.min(sample, batchSize - 1 - sample);
    };
  }
}
