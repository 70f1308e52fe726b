package org.mixoscope.dataset.annotated;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mixoscope.kernel.Objection;

/// Counts what is unusual. Not for two threads at once.
public final class Oddities {
  private final Map<Oddity, Tally> tallies = new EnumMap<>(Oddity.class);

  private static final class Tally {
    private final Object first;
    private int count;

    Tally(Object first) {
      this.first = first;
    }
  }

  /// One more.
  ///
  /// @param example where it is
  public void add(Oddity what, Object example) {
    tallies.computeIfAbsent(what, _ -> new Tally(example)).count++;
  }

  /// A sentence for each kind.
  public List<Objection> all() {
    return tallies.entrySet().stream()
        .map(one -> one.getKey().of(one.getValue().count, one.getValue().first))
        .toList();
  }
}
