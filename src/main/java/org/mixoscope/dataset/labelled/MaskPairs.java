package org.mixoscope.dataset.labelled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mixoscope.dataset.LeftOutReason;
import org.mixoscope.image.PictureNames;

/// Pictures and their masks, found by their names: the same path without extension, or with what
/// masks add.
///
/// @param pictures their paths
/// @param masks the path of the mask of each
record MaskPairs(List<String> pictures, List<String> masks) {
  private static final Comparator<String> PREFERRED =
      Comparator.comparingInt((String mask) -> MaskNames.rank(MaskNames.stem(mask)))
          .thenComparing(mask -> !PictureNames.ending(mask).equals(".png"))
          .thenComparing(Comparator.naturalOrder());

  /// Finds them, in the order of the pictures.
  ///
  /// @param notes is told of what has no partner, or several. Modified
  static MaskPairs of(List<String> pictures, List<String> masks, Notes notes) {
    Map<String, List<String>> of = new HashMap<>();
    for (String mask : masks) {
      String stem = MaskNames.stem(mask);
      for (String one : new HashSet<>(List.of(stem, MaskNames.picture(stem)))) {
        of.computeIfAbsent(one, _ -> new ArrayList<>(1)).add(mask);
      }
    }
    List<String> with = new ArrayList<>();
    List<String> theirs = new ArrayList<>();
    int several = 0;
    String example = "";
    for (String picture : pictures) {
      List<String> found = candidates(of, picture);
      if (found.isEmpty()) {
        notes.leftOut.add(LeftOutReason.NO_MASK.of(), picture);
        continue;
      }
      if (found.size() > 1) {
        example = several++ == 0 ? String.join(", ", found) : example;
      }
      with.add(picture);
      theirs.add(found.getFirst());
    }
    notes.remark(several, FindingReason.SEVERAL_MASKS, example);
    Set<String> used = new HashSet<>(theirs);
    masks.stream()
        .filter(mask -> !used.contains(mask))
        .forEach(mask -> notes.leftOut.add(LeftOutReason.NO_PICTURE_OF_MASK.of(), mask));
    return new MaskPairs(with, theirs);
  }

  /// Whether at least half of some pictures, and of some masks, have a partner.
  static boolean areMost(List<String> pictures, List<String> masks) {
    int pairs = of(pictures, masks, new Notes()).pictures().size();
    return pairs > 0 && 2 * pairs >= Math.max(pictures.size(), masks.size());
  }

  private static List<String> candidates(Map<String, List<String>> of, String picture) {
    return MaskNames.of(MaskNames.stem(picture)).stream()
        .map(name -> of.getOrDefault(name, List.of()))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream()
        .sorted(PREFERRED)
        .toList();
  }
}
