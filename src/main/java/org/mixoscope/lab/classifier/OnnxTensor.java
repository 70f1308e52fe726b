package org.mixoscope.lab.classifier;

import java.util.ArrayList;
import java.util.List;
import org.mixoscope.lab.classifier.ProtoField.BadMessage;

/// What a constant of an ONNX file says of itself. Whoever runs the file believes it, and would
/// read beyond the end of one that is shorter than it says.
///
/// @param name empty for none
/// @param isElsewhere whether its numbers are in another file
record OnnxTensor(String name, boolean isElsewhere) {
  /// Reads a `TensorProto`.
  ///
  /// @throws BadMessage if it has not as many numbers as it says
  static OnnxTensor of(ProtoField tensor) throws BadMessage {
    List<Long> sides = new ArrayList<>();
    String name = "";
    int type = 0;
    long raw = -1;
    long typed = 0;
    boolean elsewhere = false;
    for (ProtoField field : tensor.fields()) {
      switch (field.number()) {
        case 1 -> sides.addAll(field.numbers());
        case 2 -> type = (int) field.value();
        case 4 -> typed += field.bytes() == null ? 1 : field.length() / Float.BYTES;
        case 5, 7, 11 -> typed += field.numbers().size();
        case 6 -> typed++;
        case 8 -> name = field.text();
        case 9 -> raw = field.length();
        case 10 -> typed += field.bytes() == null ? 1 : field.length() / Double.BYTES;
        case 14 -> elsewhere = field.value() == 1;
        default -> {}
      }
    }
    long count = count(sides);
    boolean isWhole = raw >= 0 ? raw == Math.multiplyExact(count, bytes(type)) : typed == count;
    if (!elsewhere && !isWhole) {
      throw new BadMessage(name + ": not as many numbers as it says");
    }
    return new OnnxTensor(name, elsewhere);
  }

  private static long count(List<Long> sides) throws BadMessage {
    long count = 1;
    for (long side : sides) {
      if (side < 0 || side > Integer.MAX_VALUE || count * side > Integer.MAX_VALUE) {
        throw new BadMessage("a side of " + side);
      }
      count *= side;
    }
    return count;
  }

  /// Bytes of a number of a type of `TensorProto.DataType`.
  private static int bytes(int type) throws BadMessage {
    return switch (type) {
      case 2, 3, 9 -> 1;
      case 4, 5, 10, 16 -> 2;
      case 1, 6, 12 -> 4;
      case 7, 11, 13, 14 -> 8;
      default -> throw new BadMessage("numbers of type " + type);
    };
  }
}
