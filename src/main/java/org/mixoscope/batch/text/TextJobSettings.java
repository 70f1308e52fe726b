package org.mixoscope.batch.text;

import org.mixoscope.batch.output.TextOutput;
import org.mixoscope.kernel.KernelReason;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.text.TextMethod;

/// How the texts of a table are mixed and written.
///
/// @param method how
/// @param sources how many texts are mixed, 2 or as many as the method mixes at most
/// @param probability that a sample is mixed at all, within [0, 1]
/// @param copies how many mixes are made of every text, at least 1
/// @param keepOriginals whether every text also comes as it is, after the mixes
/// @param smoothing label smoothing ε within [0, 1), over all classes
/// @param seed key of all random streams
/// @param format what is written
public record TextJobSettings(
    TextMethod method,
    int sources,
    double probability,
    int copies,
    boolean keepOriginals,
    double smoothing,
    long seed,
    TextOutput.Format format) {
  /// @throws IllegalArgumentException if a value is out of range
  public TextJobSettings {
    int most = method.type().maxSources();
    if (sources < 2 || sources > most) {
      throw new RefusedException(KernelReason.OUT_OF_RANGE.of("sources", sources, 2, most));
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new RefusedException(KernelReason.OUT_OF_RANGE.of("prob", probability, 0, 1));
    }
    if (copies < 1) {
      throw new RefusedException(KernelReason.TOO_SMALL.of("copies", copies, 1));
    }
    SoftLabels.requireSmoothing(smoothing);
  }
}
