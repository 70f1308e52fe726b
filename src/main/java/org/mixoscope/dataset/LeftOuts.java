package org.mixoscope.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mixoscope.image.Glimpse;
import org.mixoscope.image.PictureNames;
import org.mixoscope.kernel.Objection;

/// Counts what is left out of a data set, by reason. Not for two threads at once.
public final class LeftOuts {
  private final Map<Objection, Tally> tallies = new LinkedHashMap<>();

  private static final class Tally {
    private final List<String> examples = new ArrayList<>();
    private int count;
  }

  /// @param example its name within the data set
  public void add(Objection why, String example) {
    add(why, 1, example);
  }

  /// Counts a file that is not named like a picture, unless it is one all the same.
  ///
  /// @param seen what it is by its first bytes
  /// @param name of the file, without its folder
  /// @param example its name within the data set
  /// @return whether it is one
  public boolean isPicture(Glimpse seen, String name, String example) {
    String ending = PictureNames.ending(name);
    Object said = ending.isEmpty() ? LeftOutReason.NO_ENDING.of() : ending;
    switch (seen) {
      case PICTURE -> {}
      case OTHER_PICTURE -> add(LeftOutReason.PICTURE_OF_OTHER_KIND.of(said), example);
      case NO_PICTURE -> add(LeftOutReason.NO_PICTURE.of(said), example);
      case EMPTY -> add(LeftOutReason.EMPTY.of(said), example);
    }
    return seen == Glimpse.PICTURE;
  }

  /// What somebody else has counted.
  public void add(LeftOut other) {
    Tally tally = tallies.computeIfAbsent(other.why(), _ -> new Tally());
    tally.count += other.count();
    other.examples().stream()
        .limit(LeftOut.EXAMPLES - tally.examples.size())
        .forEach(tally.examples::add);
  }

  /// Several of which one is named.
  public void add(Objection why, int count, String example) {
    Tally tally = tallies.computeIfAbsent(why, _ -> new Tally());
    tally.count += count;
    if (tally.examples.size() < LeftOut.EXAMPLES) {
      tally.examples.add(example);
    }
  }

  /// What was counted, in the order of its first examples.
  public List<LeftOut> all() {
    return tallies.entrySet().stream()
        .map(one -> new LeftOut(one.getKey(), one.getValue().count, one.getValue().examples))
        .toList();
  }
}
