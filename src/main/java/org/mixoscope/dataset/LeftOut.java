package org.mixoscope.dataset;

import java.util.List;
import org.mixoscope.kernel.Objection;

/// What of a source is not part of the data set.
///
/// @param why the reason, one of [LeftOutReason]
/// @param count how many files, folders or samples
/// @param examples the names of the first of them
public record LeftOut(Objection why, int count, List<String> examples) {
  /// How many examples are kept.
  public static final int EXAMPLES = 3;

  /// Keeps a copy.
  public LeftOut {
    examples = List.copyOf(examples);
  }
}
