package org.mixoscope.dataset.labelled;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mixoscope.dataset.LeftOuts;
import org.mixoscope.kernel.Objection;

/// What is noticed while a data set is listed. Not for two threads at once.
final class Notes {
  private static final int NAMED = 10;

  final LeftOuts leftOut = new LeftOuts();
  private final List<Objection> remarks = new ArrayList<>();
  private Objection order = FindingReason.BY_NAME.of();

  /// Something guessed or unusual.
  void remark(Objection what) {
    remarks.add(what);
  }

  /// The same, if it is so at least once.
  void remark(int count, FindingReason reason, Object... more) {
    if (count > 0) {
      Object[] details = new Object[more.length + 1];
      details[0] = count;
      System.arraycopy(more, 0, details, 1, more.length);
      remark(reason.of(details));
    }
  }

  /// By what rule the classes have their indices.
  void ordered(Objection rule) {
    order = rule;
  }

  /// All of it, and what the labels tell.
  Findings about(Labels labels) {
    List<Objection> all = new ArrayList<>(remarks);
    int[] counts = labels.counts();
    List<String> empty =
        IntStream.range(0, counts.length)
            .filter(index -> counts[index] == 0)
            .mapToObj(labels.names()::get)
            .toList();
    if (!empty.isEmpty()) {
      String more = empty.size() > NAMED ? ", …" : "";
      String names = empty.stream().limit(NAMED).collect(Collectors.joining(", ")) + more;
      all.add(FindingReason.EMPTY_CLASSES.of(names, empty.size()));
    }
    Set<String> seen = new HashSet<>();
    List<String> again = labels.names().stream().filter(name -> !seen.add(name)).toList();
    if (!again.isEmpty()) {
      long named = labels.names().stream().filter(Set.copyOf(again)::contains).count();
      all.add(FindingReason.SAME_NAME.of((int) named, again.getFirst()));
    }
    if (labels.size() == 1) {
      all.add(FindingReason.SINGLE.of());
    }
    Objection rule = labels.kind() == TargetKind.NUMBER ? FindingReason.ONE_NUMBER.of() : order;
    return new Findings(labels.kind(), rule, null, List.of(), all, leftOut.all());
  }
}
