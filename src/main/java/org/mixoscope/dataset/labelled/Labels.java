package org.mixoscope.dataset.labelled;

import java.util.List;
import java.util.Map;
import org.mixoscope.kernel.target.ClassWeights;
import org.mixoscope.kernel.target.Target;

/// The labels of a data set: four bytes for a picture of one class, more for a soft label.
///
/// @param names of the classes
/// @param indices the most probable class of each picture
/// @param soft the whole label of those that have more than one class
@SuppressWarnings("ArrayRecordComponent") // Made once, never compared.
record Labels(List<String> names, int[] indices, Map<Integer, Soft> soft) {
  /// The classes of a label that are not 0.
  @SuppressWarnings("ArrayRecordComponent") // Made once, never compared.
  record Soft(int[] classes, double[] values) {
    /// The most probable class, the first of equal ones.
    int best() {
      int best = 0;
      for (int i = 1; i < values.length; i++) {
        best = values[i] > values[best] ? i : best;
      }
      return classes[best];
    }
  }

  Target target(int index) {
    Soft soft = this.soft.get(index);
    if (soft == null) {
      return ClassWeights.oneHot(indices[index], names.size());
    }
    double[] label = new double[names.size()];
    for (int i = 0; i < soft.classes.length; i++) {
      label[soft.classes[i]] = soft.values[i];
    }
    return ClassWeights.of(label);
  }
}
