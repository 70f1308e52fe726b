package org.mixoscope.lab.classifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mixoscope.lab.classifier.Message.BadMessage;

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
    Message model = Message.of(file);
    Map<String, String> metadata = new HashMap<>();
    for (Message entry : model.messages(14)) {
      metadata.put(entry.text(1).orElse(""), entry.text(2).orElse(""));
    }
    Graph graph = new Graph();
    for (Message one : model.messages(7)) {
      graph.read(one);
    }
    boolean isWhole = model.has(8); // The set of operators, which comes after the network.
    if (!isWhole || graph.nodes.isEmpty() || graph.outputs.isEmpty()) {
      throw new BadMessage("no network");
    }
    graph.inputs.removeIf(input -> graph.weights.contains(input.name()));
    return new OnnxFile(
        model.text(2).orElse(""),
        Map.copyOf(metadata),
        List.copyOf(graph.inputs),
        List.copyOf(graph.outputs),
        List.copyOf(graph.nodes),
        List.copyOf(graph.elsewhere));
  }

  /// A `GraphProto`.
  private static final class Graph {
    private final List<Value> inputs = new ArrayList<>();
    private final List<Value> outputs = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> weights = new HashSet<>();
    private final List<String> elsewhere = new ArrayList<>();

    void read(Message graph) throws BadMessage {
      for (Message node : graph.messages(1)) {
        nodes.add(new Node(node.text(4).orElse(""), node.texts(1), node.texts(2)));
        for (Message attribute : node.messages(5)) {
          attribute(attribute);
        }
      }
      for (Message tensor : graph.messages(5)) {
        weights.add(tensor(tensor));
      }
      for (Message value : graph.messages(11)) {
        inputs.add(value(value));
      }
      for (Message value : graph.messages(12)) {
        outputs.add(value(value));
      }
    }

    private String tensor(Message message) throws BadMessage {
      OnnxTensor tensor = OnnxTensor.of(message);
      if (tensor.isElsewhere()) {
        elsewhere.add(tensor.name());
      }
      return tensor.name();
    }

    /// Constants and graphs within.
    private void attribute(Message attribute) throws BadMessage {
      for (int field : new int[] {5, 10}) {
        for (Message tensor : attribute.messages(field)) {
          tensor(tensor);
        }
      }
      for (int field : new int[] {6, 11}) {
        for (Message graph : attribute.messages(field)) {
          new Graph().read(graph);
        }
      }
    }

    private static Value value(Message value) throws BadMessage {
      int type = 0;
      List<Long> sides = new ArrayList<>();
      for (Message whole : value.messages(2)) {
        for (Message tensor : whole.messages(1)) {
          type = (int) tensor.number(1);
          for (Message shape : tensor.messages(2)) {
            for (Message side : shape.messages(1)) {
              sides.add(side.number(1) > 0 ? side.number(1) : -1L);
            }
          }
        }
      }
      return new Value(value.text(1).orElse(""), type, List.copyOf(sides));
    }
  }
}
