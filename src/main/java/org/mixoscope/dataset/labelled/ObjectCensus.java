package org.mixoscope.dataset.labelled;

import java.util.ArrayList;
import java.util.List;
import org.mixoscope.kernel.Objection;

/// What objects the pictures of a data set have.
///
/// @param ofClasses how many of each class
/// @param masks how many are known by polygons or pixels; of others only the box is
/// @param crowds how many are regions of many
/// @param ignored how many single objects are to be ignored
/// @param most how many the picture has that has most
/// @param without how many pictures have none
public record ObjectCensus(
    List<Integer> ofClasses, int masks, int crowds, int ignored, int most, int without) {
  /// Keeps a copy.
  public ObjectCensus {
    ofClasses = List.copyOf(ofClasses);
  }

  /// How many there are.
  public int objects() {
    return ofClasses.stream().mapToInt(Integer::intValue).sum();
  }

  List<Objection> remarks() {
    List<Objection> all = new ArrayList<>();
    all.add(FindingReason.OBJECTS.of(objects(), masks, objects() - masks, most, without));
    if (crowds > 0) {
      all.add(FindingReason.CROWDS.of(crowds));
    }
    if (ignored > 0) {
      all.add(FindingReason.IGNORED.of(ignored));
    }
    return all;
  }
}
