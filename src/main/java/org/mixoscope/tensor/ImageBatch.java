package org.mixoscope.tensor;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Pixels;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/// The samples of an NCHW array, in its own memory: good as long as the array is reachable.
///
/// @param memory all of it
/// @param samples one after the other
record ImageBatch(MemorySegment memory, List<Pixels> samples) {
  /// What batches are made of: nobody trains in doubles.
  private static final List<ElementType> TYPES =
      List.of(ElementType.UINT8, ElementType.UINT16, ElementType.FLOAT32);

  /// @param name of the parameter, for messages
  /// @throws IllegalArgumentException if it is no dense N×C×H×W array of FLOAT, UINT16 or UINT8
  static ImageBatch of(String name, INDArray array) {
    if (array.rank() != 4 || array.isEmpty()) {
      throw new IllegalArgumentException(
          "%s = %s: must be a batch N×C×H×W".formatted(name, Memory.describe(array)));
    }
    return of(Memory.of(name, array), array.shape(), type(name, array));
  }

  private static ElementType type(String name, INDArray array) {
    for (ElementType type : TYPES) {
      if (dataType(type) == array.dataType()) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "%s = %s: must be of type FLOAT, UINT16 or UINT8, see castTo"
            .formatted(name, Memory.describe(array)));
  }

  /// What ND4J calls a type.
  static DataType dataType(ElementType type) {
    return switch (type) {
      case UINT8 -> DataType.UINT8;
      case UINT16 -> DataType.UINT16;
      case FLOAT32 -> DataType.FLOAT;
      case FLOAT64 -> throw new IllegalArgumentException("type = " + type + ": see castTo");
    };
  }

  /// The same shape and type in other memory, of at least as many bytes.
  ImageBatch in(MemorySegment other) {
    Pixels first = samples.getFirst();
    long[] shape = {samples.size(), first.channels(), first.height(), first.width()};
    return of(other.asSlice(0, memory.byteSize()), shape, first.type());
  }

  Frame frame() {
    return samples.getFirst().frame();
  }

  private static ImageBatch of(MemorySegment memory, long[] shape, ElementType type) {
    int channels = Math.toIntExact(shape[1]);
    int height = Math.toIntExact(shape[2]);
    int width = Math.toIntExact(shape[3]);
    long bytes = memory.byteSize() / shape[0];
    List<Pixels> samples = new ArrayList<>();
    for (long i = 0; i < shape[0]; i++) {
      MemorySegment sample = memory.asSlice(i * bytes, bytes);
      samples.add(new Pixels(sample, height, width, channels, type, Layout.CHW));
    }
    return new ImageBatch(memory, samples);
  }
}
