package org.mixoscope.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import org.mixoscope.kernel.SoftLabels;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/// Labels of a batch, from arrays and into arrays.
final class Labels {
  private Labels() {}

  /// How many classes there are.
  ///
  /// @param labels class indices, N or N×1 of an integer type; or one-hot or soft, N×K
  /// @param samples N
  /// @param classes K for class indices, 0 if nobody said
  /// @throws IllegalArgumentException if the labels have another shape, or K is missing
  static int count(INDArray labels, int samples, int classes) {
    if (labels.isEmpty() || labels.rank() > 2 || labels.size(0) != samples) {
      throw new IllegalArgumentException(
          "labels = %s: must be %d class indices or %d×K"
              .formatted(Memory.describe(labels), samples, samples));
    }
    if (areIndices(labels)) {
      if (classes < 1) {
        throw new IllegalArgumentException(
            "labels are class indices: say how many classes there are, see withClasses");
      }
      return classes;
    }
    if (labels.rank() != 2) {
      throw new IllegalArgumentException(
          "labels = %s: class indices must be of an integer type, soft labels N×K"
              .formatted(Memory.describe(labels)));
    }
    return Math.toIntExact(labels.size(1));
  }

  /// Reads one soft label per sample.
  ///
  /// @param labels for which [#count] gives K
  /// @param smoothing ε: (1 − ε) of the label and ε/K for every class
  /// @param rows N×K. Modified
  /// @throws IllegalArgumentException if a class index is wrong
  static void read(INDArray labels, double smoothing, double[][] rows) {
    if (areIndices(labels)) {
      readIndices(labels.reshape(rows.length).toLongVector(), smoothing, rows);
    } else {
      readRows(labels, smoothing, rows);
    }
  }

  private static boolean areIndices(INDArray labels) {
    return (labels.rank() < 2 || labels.size(1) == 1) && labels.dataType().isIntType();
  }

  private static void readIndices(long[] indices, double smoothing, double[][] rows) {
    for (int i = 0; i < indices.length; i++) {
      if (indices[i] < 0 || indices[i] >= rows[i].length) {
        throw new IllegalArgumentException(
            "label of sample %d = %d: must be within [0, %d)"
                .formatted(i, indices[i], rows[i].length));
      }
      SoftLabels.oneHot((int) indices[i], smoothing, rows[i]);
    }
  }

  private static void readRows(INDArray labels, double smoothing, double[][] rows) {
    INDArray dense = Memory.dense(labels.castTo(DataType.DOUBLE));
    try {
      MemorySegment values = Memory.of("labels", dense);
      for (int i = 0; i < rows.length; i++) {
        double[] row = rows[i];
        for (int c = 0; c < row.length; c++) {
          double value =
              values.getAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, (long) i * row.length + c);
          row[c] = value * (1 - smoothing) + smoothing / row.length;
        }
      }
    } finally {
      Reference.reachabilityFence(dense);
    }
  }

  /// Writes a row of an N×K float32 matrix.
  static void write(double[] label, MemorySegment matrix, int row) {
    for (int c = 0; c < label.length; c++) {
      matrix.setAtIndex(
          ValueLayout.JAVA_FLOAT_UNALIGNED, (long) row * label.length + c, (float) label[c]);
    }
  }
}
