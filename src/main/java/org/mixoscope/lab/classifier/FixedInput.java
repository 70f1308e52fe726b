package org.mixoscope.lab.classifier;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.mixoscope.lab.classifier.OnnxFile.Value;
import org.mixoscope.lab.classifier.ProtoField.BadMessage;

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
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
    for (ProtoField field : ProtoField.of(ByteBuffer.wrap(file))) {
      if (field.number() == GRAPH) {
        put(out, GRAPH, graph(field, input, sides));
      } else {
        copy(field, out);
      }
    }
    return out.toByteArray();
  }

  private static byte[] graph(ProtoField graph, Value input, int[] sides) throws BadMessage {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (ProtoField field : graph.fields()) {
      if (field.number() != INPUT) {
        copy(field, out);
      }
    }
    put(out, INPUT, value(input.name(), sides));
    return out.toByteArray();
  }

  /// A `ValueInfoProto` of float32.
  private static byte[] value(String name, int[] sides) {
    ByteArrayOutputStream shape = new ByteArrayOutputStream();
    for (int side : sides) {
      ByteArrayOutputStream one = new ByteArrayOutputStream();
      number(one, 1, side);
      put(shape, 1, one.toByteArray());
    }
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    number(tensor, 1, Value.FLOAT);
    put(tensor, 2, shape.toByteArray());
    ByteArrayOutputStream type = new ByteArrayOutputStream();
    put(type, 1, tensor.toByteArray());
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    put(value, 1, name.getBytes(StandardCharsets.UTF_8));
    put(value, 2, type.toByteArray());
    return value.toByteArray();
  }

  private static void copy(ProtoField field, ByteArrayOutputStream out) {
    byte[] bytes = new byte[field.raw().remaining()];
    field.raw().duplicate().get(bytes);
    out.writeBytes(bytes);
  }

  private static void put(ByteArrayOutputStream out, int field, byte[] bytes) {
    varint(out, (field << 3) | 2);
    varint(out, bytes.length);
    out.writeBytes(bytes);
  }

  private static void number(ByteArrayOutputStream out, int field, int value) {
    varint(out, field << 3);
    varint(out, value);
  }

  private static void varint(ByteArrayOutputStream out, int value) {
    int left = value;
    for (; left > 0x7F; left >>>= 7) {
      out.write((left & 0x7F) | 0x80);
    }
    out.write(left);
  }
}
