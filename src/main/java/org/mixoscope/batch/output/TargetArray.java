package org.mixoscope.batch.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.packed.NpyHeader;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.ClassWeights;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Quantity;
import org.mixoscope.kernel.target.Target;

/// What samples are labelled with as a NumPy array: `labels.npy` N×K float32; of class maps
/// `maps.npy`, N×H×W indices, or N×K×H×W float32 where pixels may blend.
///
/// @param classes K
/// @param maps null where there are no class maps
record TargetArray(int classes, @Nullable MapForm maps) {
  /// The names of all such arrays.
  static final String LABELS = "labels.npy";

  static final String MAPS = "maps.npy";

  String file() {
    return maps == null ? LABELS : MAPS;
  }

  /// As NumPy calls the type of a value.
  String descr() {
    return maps == null || maps.soft() ? "<f4" : maps.isDeep() ? "<u2" : "|u1";
  }

  /// How long the target of a sample is.
  ///
  /// @param frame of all samples; null if there are none
  long bytes(@Nullable Frame frame) {
    if (maps == null) {
      return (long) classes * Float.BYTES;
    }
    return maps.arrayBytes(frame == null ? new Frame(1, 1) : frame);
  }

  /// As NumPy writes it.
  ///
  /// @param frame of all samples; null if there are none
  String shape(long count, @Nullable Frame frame) {
    if (maps == null) {
      return "%d, %d".formatted(count, classes);
    }
    int height = frame == null ? 0 : frame.height();
    int width = frame == null ? 0 : frame.width();
    return maps.soft()
        ? "%d, %d, %d, %d".formatted(count, classes, height, width)
        : "%d, %d, %d".formatted(count, height, width);
  }

  /// What the array begins with.
  ///
  /// @param frame of all samples; null if there are none
  byte[] header(long count, @Nullable Frame frame) {
    return NpyHeader.of(descr(), shape(count, frame));
  }

  /// The target of a sample.
  ///
  /// @throws IOException if it is more than memory can hold in one piece
  byte[] row(Target target) throws IOException {
    return switch (target) {
      case ClassWeights weights -> {
        byte[] row = new byte[(int) bytes(null)];
        weights.putFloats(in(row));
        yield row;
      }
      case Quantity(double value) -> {
        byte[] row = new byte[(int) bytes(null)];
        in(row).putFloat((float) value);
        yield row;
      }
      case ClassMap map -> row(map);
      case Objects _ -> throw new IllegalArgumentException("an array has no place for objects");
    };
  }

  private byte[] row(ClassMap map) throws IOException {
    Frame frame = map.frame();
    if (bytes(frame) > Integer.MAX_VALUE - 8) {
      throw new OutputException(OutputReason.MAPS_TOO_LARGE.of(frame, classes));
    }
    byte[] bytes = new byte[(int) bytes(frame)];
    ByteBuffer row = in(bytes);
    if (maps != null && maps.soft()) {
      for (float weight : map.soft(classes)) {
        row.putFloat(weight);
      }
    } else {
      Pixels indices = map.indices();
      for (long i = 0; i < indices.elements(); i++) {
        int index = (int) indices.element(i);
        if (maps != null && maps.isDeep()) {
          row.putShort((short) index);
        } else {
          row.put((byte) index);
        }
      }
    }
    return bytes;
  }

  private static ByteBuffer in(byte[] row) {
    return ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN);
  }
}
