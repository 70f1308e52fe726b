package org.mixoscope.lab.classifier;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes small ONNX files of the kinds that others write: fully connected, from pixels to scores.
public final class OnnxFiles {
  private final int classes;
  private final long[] sides;
  private final List<Proto> nodes = new ArrayList<>();
  private final List<Proto> inputs = new ArrayList<>();
  private final List<Proto> outputs = new ArrayList<>();
  private final Map<String, String> metadata = new TreeMap<>();
  private Proto weights;
  private String last = "pixels";

  private OnnxFiles(long[] sides, float[][] weights) {
    classes = weights.length;
    this.sides = sides.clone();
    inputs.add(value("pixels", 1, sides));
    this.weights = tensor("w", weights);
  }

  /// A network whose scores are `weights · pixels`, in the order of memory.
  ///
  /// @param sides of the input, −1 for one that may differ
  /// @param weights a row for each class
  public static OnnxFiles of(long[] sides, float[][] weights) {
    return new OnnxFiles(sides, weights).then("Flatten").connected();
  }

  /// A network whose scores are `weights · means of channels`, as those have that take any size.
  public static OnnxFiles ofMeans(float[][] weights) {
    return new OnnxFiles(new long[] {-1, 3, -1, -1}, weights)
        .then("GlobalAveragePool")
        .then("Flatten")
        .connected();
  }

  private OnnxFiles connected() {
    nodes.add(
        new Proto().text(1, last).text(1, "w").text(2, "scores").text(3, "dense").text(4, "Gemm"));
    // transB = 1
    nodes.getLast().message(5, new Proto().text(1, "transB").number(3, 1).number(20, 2));
    last = "scores";
    return this;
  }

  /// One more step.
  public OnnxFiles then(String operator) {
    String next = operator + nodes.size();
    nodes.add(new Proto().text(1, last).text(2, next).text(3, next).text(4, operator));
    last = next;
    return this;
  }

  public OnnxFiles saying(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  OnnxFiles withInput(String name, int type) {
    inputs.add(value(name, type, sides));
    return this;
  }

  OnnxFiles withInputOfType(int type) {
    inputs.clear();
    return withInput("pixels", type);
  }

  OnnxFiles withOutput(String name) {
    outputs.add(value(name, 1, -1, classes));
    return this;
  }

  OnnxFiles withShortWeights() {
    weights =
        new Proto()
            .number(1, classes)
            .number(1, 12)
            .number(2, 1)
            .text(8, "w")
            .bytes(9, new byte[8]);
    return this;
  }

  OnnxFiles withWeightsElsewhere() {
    weights = new Proto().number(1, classes).number(1, 12).number(2, 1).text(8, "w").number(14, 1);
    return this;
  }

  public byte[] bytes() {
    Proto graph = new Proto().text(2, "graph");
    nodes.forEach(node -> graph.message(1, node));
    graph.message(5, weights);
    inputs.forEach(input -> graph.message(11, input));
    graph.message(12, value(last, 1, -1, classes));
    outputs.forEach(output -> graph.message(12, output));
    Proto file =
        new Proto()
            .number(1, 7)
            .text(2, "another program")
            .message(7, graph)
            .message(8, new Proto().text(1, "").number(2, 13));
    metadata.forEach((key, value) -> file.message(14, new Proto().text(1, key).text(2, value)));
    return file.out.toByteArray();
  }

  private static Proto tensor(String name, float[][] rows) {
    ByteBuffer raw =
        ByteBuffer.allocate(rows.length * rows[0].length * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float[] row : rows) {
      for (float number : row) {
        raw.putFloat(number);
      }
    }
    return new Proto()
        .number(1, rows.length)
        .number(1, rows[0].length)
        .number(2, 1)
        .text(8, name)
        .bytes(9, raw.array());
  }

  private static Proto value(String name, int type, long... sides) {
    Proto shape = new Proto();
    for (long side : sides) {
      shape.message(1, side < 0 ? new Proto().text(2, "any") : new Proto().number(1, side));
    }
    return new Proto()
        .text(1, name)
        .message(2, new Proto().message(1, new Proto().number(1, type).message(2, shape)));
  }

  /// A message of protocol buffers.
  private static final class Proto {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Proto varint(long value) {
      long left = value;
      for (; (left & ~0x7FL) != 0; left >>>= 7) {
        out.write((int) ((left & 0x7F) | 0x80));
      }
      out.write((int) left);
      return this;
    }

    Proto number(int field, long value) {
      return varint((long) field << 3).varint(value);
    }

    Proto bytes(int field, byte[] bytes) {
      varint(((long) field << 3) | 2).varint(bytes.length);
      out.writeBytes(bytes);
      return this;
    }

    Proto text(int field, String text) {
      return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Proto message(int field, Proto message) {
      return bytes(field, message.out.toByteArray());
    }
  }
}
