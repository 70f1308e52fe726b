package org.mixoscope.lab.classifier;

import com.google.protobuf.ByteString;
import java.util.List;
import org.mixoscope.lab.classifier.Message.BadMessage;

/// What a constant of an ONNX file says of itself. Whoever runs the file believes it, and would
/// read beyond the end of one that is shorter than it says.
///
/// @param name empty for none
/// @param isElsewhere whether its numbers are in another file
record OnnxTensor(String name, boolean isElsewhere) {
  /// Reads a `TensorProto`.
  ///
  /// @throws BadMessage if it has not as many numbers as it says
  static OnnxTensor of(Message tensor) throws BadMessage {
    String name = tensor.text(8).orElse("");
    boolean elsewhere = tensor.number(14) == 1;
    long count = count(tensor.numbers(1));
    long typed =
        tensor.field(4).getFixed32List().size()
            + bytes(tensor, 4) / Float.BYTES
            + tensor.numbers(5).size()
            + tensor.field(6).getLengthDelimitedList().size()
            + tensor.numbers(7).size()
            + tensor.field(10).getFixed64List().size()
            + bytes(tensor, 10) / Double.BYTES
            + tensor.numbers(11).size();
    boolean isWhole =
        tensor.has(9)
            ? bytes(tensor, 9) == Math.multiplyExact(count, bytes((int) tensor.number(2)))
            : typed == count;
    if (!elsewhere && !isWhole) {
      throw new BadMessage(name + ": not as many numbers as it says");
    }
    return new OnnxTensor(name, elsewhere);
  }

  /// How many the field has, of packed numbers or raw ones.
  private static long bytes(Message tensor, int field) {
    return tensor.field(field).getLengthDelimitedList().stream().mapToLong(ByteString::size).sum();
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
