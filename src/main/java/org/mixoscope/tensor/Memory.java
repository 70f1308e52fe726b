package org.mixoscope.tensor;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/// The memory that an array lies in.
final class Memory {
  private Memory() {}

  /// All elements, row-major. The caller keeps the array reachable while it uses the memory.
  ///
  /// @throws IllegalArgumentException if they do not lie densely in that order
  @SuppressWarnings("restricted") // a ByteBuffer would end at 2 GiB; bounds are those of the array
  static MemorySegment of(String name, INDArray array) {
    if (!isDense(array)) {
      throw new IllegalArgumentException(
          "%s = %s: must lie densely in c order, see dup('c')".formatted(name, describe(array)));
    }
    return MemorySegment.ofAddress(array.data().addressPointer().address())
        .reinterpret(array.length() * array.dataType().width());
  }

  /// The array itself, or a dense copy.
  static INDArray dense(INDArray array) {
    return isDense(array) ? array : array.dup('c');
  }

  private static boolean isDense(INDArray array) {
    long expected = 1;
    for (int d = array.rank() - 1; d >= 0; d--) {
      if (array.size(d) != 1 && array.stride(d) != expected) {
        return false;
      }
      expected *= array.size(d);
    }
    return true;
  }

  /// Type and shape, for messages: `FLOAT [64, 3, 224, 224]`.
  static String describe(INDArray array) {
    return array.dataType() + " " + Arrays.toString(array.shape());
  }
}
