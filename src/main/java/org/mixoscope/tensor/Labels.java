package org.mixoscope.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.mixoscope.kernel.SoftLabels;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/// Labels of a batch, from arrays and into arrays.
final class Labels {
  private Labels() {}

  /// One soft label per sample.
  ///
  /// @param labels class indices, N or N×1 of an integer type; or one-hot or soft, N×K
  /// @param classes K for class indices
  /// @param smoothing ε: (1 − ε) of the label and ε/K for every class
  /// @throws IllegalArgumentException if a shape or a class index is wrong
  static List<double[]> read(INDArray labels, int samples, int classes, double smoothing) {
    if (labels.isEmpty() || labels.rank() > 2 || labels.size(0) != samples) {
      throw new IllegalArgumentException(
          "labels = %s: must be %d class indices or %d×K"
              .formatted(Memory.describe(labels), samples, samples));
    }
    boolean indices = labels.rank() < 2 || labels.size(1) == 1;
    return indices && labels.dataType().isIntType()
        ? fromIndices(labels.reshape(samples).toLongVector(), classes, smoothing)
        : fromRows(labels, smoothing);
  }

  private static List<double[]> fromIndices(long[] indices, int classes, double smoothing) {
    if (classes < 1) {
      throw new IllegalArgumentException(
          "labels are class indices: say how many classes there are, see withClasses");
    }
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < indices.length; i++) {
      if (indices[i] < 0 || indices[i] >= classes) {
        throw new IllegalArgumentException(
            "label of sample %d = %d: must be within [0, %d)".formatted(i, indices[i], classes));
      }
      rows.add(SoftLabels.oneHot((int) indices[i], classes, smoothing));
    }
    return rows;
  }

  private static List<double[]> fromRows(INDArray labels, double smoothing) {
    if (labels.rank() != 2) {
      throw new IllegalArgumentException(
          "labels = %s: class indices must be of an integer type, soft labels N×K"
              .formatted(Memory.describe(labels)));
    }
    List<double[]> rows = List.of(labels.castTo(DataType.DOUBLE).toDoubleMatrix());
    for (double[] row : rows) {
      for (int c = 0; c < row.length; c++) {
        row[c] = row[c] * (1 - smoothing) + smoothing / row.length;
      }
    }
    return rows;
  }

  /// Writes a row of an N×K float32 matrix.
  static void write(double[] label, MemorySegment matrix, int row) {
    for (int c = 0; c < label.length; c++) {
      matrix.setAtIndex(
          ValueLayout.JAVA_FLOAT_UNALIGNED, (long) row * label.length + c, (float) label[c]);
    }
  }
}
