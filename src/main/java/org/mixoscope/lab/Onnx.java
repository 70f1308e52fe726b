package org.mixoscope.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.Stream;

/// A trained network as an ONNX file, which other programs run: input `x`, output `probabilities`.
/// The fields are those of ONNX's `onnx.proto`, operators those of opset 13.
public final class Onnx {
  private static final int IR_VERSION = 7;
  private static final int OPSET = 13;
  private static final int FLOAT = 1;

  private final Message graph = new Message();
  private String last = "x";
  private int names;

  private Onnx() {}

  /// All bytes of the file, without names of classes.
  ///
  /// @param network not modified
  public static byte[] of(Network network) {
    return of(network, List.of());
  }

  /// All bytes of the file. It says in ONNX's own words what pixels the network takes, and what its
  /// classes are called as a JSON list `classes`.
  ///
  /// @param network not modified
  /// @param classes their names; none to leave them unsaid
  public static byte[] of(Network network, List<String> classes) {
    Onnx onnx = new Onnx();
    Shape in = network.spec().input();
    List<Shape> shapes = network.spec().shapes();
    boolean picture = in.plane() > 1;
    for (int i = 0; i < shapes.size() - 1; i++) {
      onnx.add(network.spec().layers().get(i), network.stages().get(i), shapes.get(i));
    }
    onnx.node("Softmax", "probabilities", whole("axis", 1));
    int[] frame =
        picture ? new int[] {in.channels(), in.height(), in.width()} : new int[] {in.channels()};
    onnx.graph.text(2, "mixoscope").message(11, value("x", frame));
    onnx.graph.message(12, value("probabilities", network.spec().classes()));
    Message file =
        new Message()
            .number(1, IR_VERSION)
            .text(2, "mixoscope")
            .message(7, onnx.graph)
            .message(8, new Message().text(1, "").number(2, OPSET));
    if (picture) {
      say(file, "Image.BitmapPixelFormat", in.channels() == 1 ? "Gray8" : "Rgb8");
      say(file, "Image.NominalPixelRange", "Normalized_0_1");
    }
    if (!classes.isEmpty()) {
      ArrayNode names = JsonNodeFactory.instance.arrayNode();
      classes.forEach(names::add);
      say(file, "classes", names.toString());
    }
    return file.bytes();
  }

  private static void say(Message file, String key, String value) {
    file.message(14, new Message().text(1, key).text(2, value));
  }

  private void add(Layer layer, Stage stage, Shape in) {
    switch (layer) {
      case Layer.Dense(int units) -> {
        if (in.plane() > 1) {
          node("Flatten", next(), whole("axis", 1));
        }
        node(
            "Gemm",
            next(),
            List.of(),
            tensor(transposed(stage.weights().getFirst().value), in.size(), units),
            weights(stage, 1, units));
      }
      case Layer.Convolution(int channels) ->
          node(
              "Conv",
              next(),
              List.of(wholes("kernel_shape", 3, 3), wholes("pads", 1, 1, 1, 1)),
              weights(stage, 0, channels, in.channels(), 3, 3),
              weights(stage, 1, channels));
      case Layer.MaxPool _ ->
          node("MaxPool", next(), List.of(wholes("kernel_shape", 2, 2), wholes("strides", 2, 2)));
      case Layer.Relu _ -> node("Relu", next(), List.of());
      case Layer.Dropout _ -> {}
      case Layer.BatchNorm _ -> {
        int channels = in.channels();
        node(
            "BatchNormalization",
            next(),
            List.of(new Message().text(1, "epsilon").real(2, BatchNormStage.EPSILON).number(20, 1)),
            weights(stage, 0, channels),
            weights(stage, 1, channels),
            tensor(stage.observed().getFirst(), channels),
            tensor(stage.observed().getLast(), channels));
      }
    }
  }

  private String next() {
    return "y" + names++;
  }

  private void node(String operator, String to, Message attribute) {
    node(operator, to, List.of(attribute));
  }

  private void node(String operator, String to, List<Message> attributes, String... constants) {
    Message node = new Message().text(1, last);
    for (String constant : constants) {
      node.text(1, constant);
    }
    node.text(2, to).text(3, operator + to).text(4, operator);
    attributes.forEach(attribute -> node.message(5, attribute));
    graph.message(1, node);
    last = to;
  }

  private static Message whole(String name, int value) {
    return new Message().text(1, name).number(3, value).number(20, 2);
  }

  private static Message wholes(String name, int... values) {
    Message attribute = new Message().text(1, name);
    for (int value : values) {
      attribute.number(8, value);
    }
    return attribute.number(20, 7);
  }

  private static float[][] transposed(float[][] rows) {
    float[][] columns = new float[rows[0].length][rows.length];
    Rows.transpose(rows, 0, columns, rows.length, columns.length);
    return columns;
  }

  private String weights(Stage stage, int which, int... shape) {
    return tensor(stage.weights().get(which).value, shape);
  }

  private String tensor(float[][] rows, int... shape) {
    String name = "w" + names++;
    int numbers = Stream.of(rows).mapToInt(row -> row.length).sum();
    ByteBuffer raw = ByteBuffer.allocate(numbers * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    FloatBuffer floats = raw.asFloatBuffer();
    Stream.of(rows).forEach(floats::put);
    Message tensor = new Message();
    for (int side : shape) {
      tensor.number(1, side);
    }
    graph.message(5, tensor.number(2, FLOAT).text(8, name).field(9, ByteString.copyFrom(raw)));
    return name;
  }

  private static Message value(String name, int... shape) {
    Message sides = new Message().message(1, new Message().text(2, "N"));
    for (int side : shape) {
      sides.message(1, new Message().number(1, side));
    }
    Message tensor = new Message().number(1, FLOAT).message(2, sides);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /// A message of protocol buffers: numbered fields.
  private static final class Message {
    private final UnknownFieldSet.Builder fields = UnknownFieldSet.newBuilder();

    private Message with(int field, Field.Builder value) {
      fields.mergeField(field, value.build());
      return this;
    }

    Message number(int field, long value) {
      return with(field, Field.newBuilder().addVarint(value));
    }

    Message real(int field, float value) {
      return with(field, Field.newBuilder().addFixed32(Float.floatToIntBits(value)));
    }

    Message field(int field, ByteString bytes) {
      return with(field, Field.newBuilder().addLengthDelimited(bytes));
    }

    Message text(int field, String text) {
      return field(field, ByteString.copyFromUtf8(text));
    }

    Message message(int field, Message message) {
      return field(field, message.fields.build().toByteString());
    }

    byte[] bytes() {
      return fields.build().toByteArray();
    }
  }
}
