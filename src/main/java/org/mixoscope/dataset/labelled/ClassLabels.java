package org.mixoscope.dataset.labelled;

import java.util.List;
import java.util.Map;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.target.ClassWeights;
import org.mixoscope.kernel.target.Quantity;
import org.mixoscope.kernel.target.Target;

/// The labels of a data set: four bytes for a picture of one class, more for a soft label.
///
/// @param kind what they are
/// @param names of the classes; of numbers, what they are called
/// @param indices the most probable class of each picture, 0 where it has none
/// @param soft the whole label of those that have not just one class
/// @param numbers where pictures are labelled with them, else empty
@SuppressWarnings("ArrayRecordComponent") // Made once, never compared.
record ClassLabels(
    TargetKind kind, List<String> names, int[] indices, Map<Integer, Soft> soft, double[] numbers)
    implements Labels {
  /// The classes of a label that are not 0.
  @SuppressWarnings("ArrayRecordComponent") // Made once, never compared.
  record Soft(int[] classes, double[] values) {
    /// The most probable class, the first of equal ones; 0 if there is none.
    int best() {
      int best = 0;
      for (int i = 1; i < values.length; i++) {
        best = values[i] > values[best] ? i : best;
      }
      return values.length == 0 ? 0 : classes[best];
    }

    double sum() {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      return sum;
    }
  }

  /// One class for each picture.
  static ClassLabels oneClass(List<String> names, int[] indices) {
    return new ClassLabels(TargetKind.CLASS, names, indices, Map.of(), new double[0]);
  }

  @Override
  public int size() {
    return indices.length;
  }

  @Override
  public int classOf(int index) {
    return indices[index];
  }

  @Override
  public Target target(int index, Origin origin, Frame frame, PictureReader reader) {
    return kind == TargetKind.NUMBER ? new Quantity(numbers[index]) : weights(index);
  }

  /// Of labels that are no numbers.
  ClassWeights weights(int index) {
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

  /// Its most probable class, or its number.
  @Override
  public String name(int index) {
    return kind == TargetKind.NUMBER ? Double.toString(numbers[index]) : names.get(indices[index]);
  }

  @Override
  public int[] counts() {
    int[] counts = new int[names.size()];
    for (int i = 0; i < indices.length; i++) {
      Soft label = soft.get(i);
      if (label == null) {
        counts[indices[i]]++;
      } else {
        for (int one : label.classes) {
          counts[one]++;
        }
      }
    }
    return counts;
  }
}
