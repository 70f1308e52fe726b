package org.mixoscope.lab.classifier;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What comes out of a network, by how it ends: what numbers happen to come out says little.
public enum Ending {
  /// It ends with softmax or sigmoid: probabilities.
  PROBABILITIES,
  /// It ends with log-softmax: their logarithms.
  LOGARITHMS,
  /// It ends with anything else: scores, which softmax makes probabilities.
  SCORES;

  /// These change no number.
  private static final Set<String> SAME =
      Set.of("Identity", "Flatten", "Reshape", "Squeeze", "Unsqueeze", "Cast", "Dropout");

  static Ending of(OnnxFile file) {
    Map<String, OnnxFile.Node> makers = new HashMap<>();
    file.nodes().forEach(node -> node.outputs().forEach(name -> makers.put(name, node)));
    String name = file.outputs().getFirst().name();
    for (int steps = 0; steps < file.nodes().size(); steps++) {
      OnnxFile.Node node = makers.get(name);
      if (node == null) {
        return SCORES;
      }
      if (!SAME.contains(node.operator()) || node.inputs().isEmpty()) {
        return of(node.operator());
      }
      name = node.inputs().getFirst();
    }
    return SCORES;
  }

  private static Ending of(String operator) {
    return switch (operator) {
      case "Softmax", "Sigmoid" -> PROBABILITIES;
      case "LogSoftmax" -> LOGARITHMS;
      default -> SCORES;
    };
  }

  /// Probabilities of what came out.
  ///
  /// @param out not modified
  List<Double> probabilities(float[] out, int classes) {
    double[] numbers = new double[classes];
    double largest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      numbers[c] = out[c];
      largest = Math.max(largest, numbers[c]);
    }
    if (this != PROBABILITIES) {
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        numbers[c] = StrictMath.exp(this == SCORES ? numbers[c] - largest : numbers[c]);
        sum += numbers[c];
      }
      for (int c = 0; this == SCORES && c < classes; c++) {
        numbers[c] /= sum;
      }
    }
    return Arrays.stream(numbers).boxed().toList();
  }
}
