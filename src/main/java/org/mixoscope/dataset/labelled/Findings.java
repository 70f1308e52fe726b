package org.mixoscope.dataset.labelled;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.LeftOut;
import org.mixoscope.kernel.Objection;

/// What was understood of a source, to be said before anything is made of it.
///
/// @param target what the pictures are labelled with
/// @param order by what rule the classes have their indices, one of [FindingReason]
/// @param split which was taken; null if there are none
/// @param splits the names of those that there are
/// @param remarks what was guessed and what is unusual, each a [FindingReason]
/// @param leftOut what is not part of the data set
public record Findings(
    TargetKind target,
    Objection order,
    @Nullable String split,
    List<String> splits,
    List<Objection> remarks,
    List<LeftOut> leftOut) {
  /// With the split that was taken.
  Findings of(String taken, List<String> all) {
    List<Objection> more = new ArrayList<>();
    if (all.size() == 1) {
      more.add(FindingReason.ONLY_SPLIT.of(taken));
    }
    more.addAll(remarks);
    return new Findings(target, order, taken, all, more, leftOut);
  }

  /// Keeps copies.
  public Findings {
    splits = List.copyOf(splits);
    remarks = List.copyOf(remarks);
    leftOut = List.copyOf(leftOut);
  }
}
