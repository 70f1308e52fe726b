package org.mixoscope.lab.classifier;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import org.mixoscope.lab.classifier.Message.BadMessage;
import org.mixoscope.lab.classifier.OnnxFile.Value;

/// Gives the input of an ONNX file one shape. OpenCV works out shapes while it reads, and stumbles
/// over sides that may differ even if it is told them later.
final class FixedInput {
  private static final int GRAPH = 7;
  private static final int INPUT = 11;

  private FixedInput() {}

  /// @param file not modified
  /// @param sides of the input, all known
  /// @return a new file, or `file` if the shape was known
  static byte[] of(byte[] file, Value input, int[] sides) throws BadMessage {
    if (input.sides().stream().allMatch(side -> side > 0)) {
      return file;
    }
    UnknownFieldSet.Builder fixed = Message.of(file).fields().toBuilder().clearField(GRAPH);
    for (Message graph : Message.of(file).messages(GRAPH)) {
      UnknownFieldSet.Builder inner = graph.fields().toBuilder().clearField(INPUT);
      put(inner, INPUT, value(input.name(), sides));
      put(fixed, GRAPH, inner);
    }
    return fixed.build().toByteArray();
  }

  /// A `ValueInfoProto` of float32.
  private static UnknownFieldSet.Builder value(String name, int[] sides) {
    UnknownFieldSet.Builder shape = UnknownFieldSet.newBuilder();
    for (int side : sides) {
      put(shape, 1, UnknownFieldSet.newBuilder().mergeVarintField(1, side));
    }
    UnknownFieldSet.Builder tensor = UnknownFieldSet.newBuilder().mergeVarintField(1, Value.FLOAT);
    put(tensor, 2, shape);
    UnknownFieldSet.Builder type = UnknownFieldSet.newBuilder();
    put(type, 1, tensor);
    UnknownFieldSet.Builder value =
        UnknownFieldSet.newBuilder().mergeLengthDelimitedField(1, ByteString.copyFromUtf8(name));
    put(value, 2, type);
    return value;
  }

  private static void put(UnknownFieldSet.Builder to, int field, UnknownFieldSet.Builder message) {
    to.mergeLengthDelimitedField(field, message.build().toByteString());
  }
}
