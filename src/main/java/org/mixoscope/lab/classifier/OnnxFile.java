package org.mixoscope.lab.classifier;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mixoscope.lab.classifier.ProtoField.BadMessage;

/// What an ONNX file says of the network in it. The fields are those of ONNX's `onnx.proto`.
///
/// @param producer what wrote it
/// @param metadata what that said beyond the network
/// @param inputs what goes in, without the network's own weights
/// @param outputs what comes out
/// @param nodes what is computed, in order
/// @param elsewhere names of weights that are in another file
record OnnxFile(
    String producer,
    Map<String, String> metadata,
    List<Value> inputs,
    List<Value> outputs,
    List<Node> nodes,
    List<String> elsewhere) {
  /// What goes in or comes out.
  ///
  /// @param type of its numbers, as `TensorProto.DataType` counts; 0 where it is not said
  /// @param sides −1 where they may differ
  record Value(String name, int type, List<Long> sides) {
    static final int FLOAT = 1;

    /// `N×3×224×224`, with ? for a side that may differ.
    String shape() {
      return sides.stream()
          .map(side -> side < 0 ? "?" : Long.toString(side))
          .collect(Collectors.joining("×"));
    }
  }

  /// A step of the computation.
  record Node(String operator, List<String> inputs, List<String> outputs) {}

  /// Reads all but the weights.
  ///
  /// @throws BadMessage if it is no ONNX file, or damaged
  static OnnxFile read(byte[] file) throws BadMessage {
    String producer = "";
    Map<String, String> metadata = new HashMap<>();
    Graph graph = new Graph();
    boolean isWhole = false;
    for (ProtoField field : ProtoField.of(ByteBuffer.wrap(file))) {
      switch (field.number()) {
        case 2 -> producer = field.text();
        case 7 -> graph.read(field);
        case 8 -> isWhole = true; // The set of operators, which comes after the network.
        case 14 -> {
          List<ProtoField> entry = field.fields();
          metadata.put(text(entry, 1).orElse(""), text(entry, 2).orElse(""));
        }
        default -> {}
      }
    }
    if (!isWhole || graph.nodes.isEmpty() || graph.outputs.isEmpty()) {
      throw new BadMessage("no network");
    }
    graph.inputs.removeIf(input -> graph.weights.contains(input.name()));
    return new OnnxFile(
        producer,
        Map.copyOf(metadata),
        List.copyOf(graph.inputs),
        List.copyOf(graph.outputs),
        List.copyOf(graph.nodes),
        List.copyOf(graph.elsewhere));
  }

  private static Optional<String> text(List<ProtoField> fields, int number) throws BadMessage {
    for (ProtoField field : fields) {
      if (field.number() == number) {
        return Optional.of(field.text());
      }
    }
    return Optional.empty();
  }

  /// A `GraphProto`.
  private static final class Graph {
    private final List<Value> inputs = new ArrayList<>();
    private final List<Value> outputs = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> weights = new HashSet<>();
    private final List<String> elsewhere = new ArrayList<>();

    void read(ProtoField graph) throws BadMessage {
      for (ProtoField field : graph.fields()) {
        switch (field.number()) {
          case 1 -> nodes.add(node(field));
          case 5 -> weights.add(tensor(field));
          case 11 -> inputs.add(value(field));
          case 12 -> outputs.add(value(field));
          default -> {}
        }
      }
    }

    private String tensor(ProtoField field) throws BadMessage {
      OnnxTensor tensor = OnnxTensor.of(field);
      if (tensor.isElsewhere()) {
        elsewhere.add(tensor.name());
      }
      return tensor.name();
    }

    private Node node(ProtoField node) throws BadMessage {
      List<String> from = new ArrayList<>();
      List<String> to = new ArrayList<>();
      String operator = "";
      for (ProtoField field : node.fields()) {
        switch (field.number()) {
          case 1 -> from.add(field.text());
          case 2 -> to.add(field.text());
          case 4 -> operator = field.text();
          case 5 -> attribute(field);
          default -> {}
        }
      }
      return new Node(operator, List.copyOf(from), List.copyOf(to));
    }

    /// A constant or a graph within.
    private void attribute(ProtoField attribute) throws BadMessage {
      for (ProtoField field : attribute.fields()) {
        switch (field.number()) {
          case 5, 10 -> tensor(field);
          case 6, 11 -> new Graph().read(field);
          default -> {}
        }
      }
    }

    private static Value value(ProtoField value) throws BadMessage {
      String name = "";
      int type = 0;
      List<Long> sides = new ArrayList<>();
      for (ProtoField field : value.fields()) {
        if (field.number() == 1) {
          name = field.text();
        }
        for (ProtoField tensor : within(field, 2, 1)) {
          if (tensor.number() == 1) {
            type = (int) tensor.value();
          }
          for (ProtoField side : tensor.number() == 2 ? tensor.fields() : List.<ProtoField>of()) {
            sides.add(side(side));
          }
        }
      }
      return new Value(name, type, List.copyOf(sides));
    }

    /// The fields of field `inner` of a field, if that has the number `outer`.
    private static List<ProtoField> within(ProtoField field, int outer, int inner)
        throws BadMessage {
      List<ProtoField> found = new ArrayList<>();
      if (field.number() == outer) {
        for (ProtoField part : field.fields()) {
          if (part.number() == inner) {
            found.addAll(part.fields());
          }
        }
      }
      return found;
    }

    private static long side(ProtoField side) throws BadMessage {
      for (ProtoField field : side.fields()) {
        if (field.number() == 1 && field.value() > 0) {
          return field.value();
        }
      }
      return -1;
    }
  }
}
