package org.mixoscope.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.RandomStreams;

/// What layers pass back is how the loss changes when a weight does.
@BesideWindows
class GradientTest {
  private static final float STEP = 2e-3f;
  private static final int SAMPLES = 5;
  private static final int CLASSES = 3;
  private static final Shape PICTURE = new Shape(2, 7, 5);

  static Map<String, List<Layer>> everyLayer() {
    Layer last = new Layer.Dense(CLASSES);
    return Map.of(
        "dense", List.of(new Layer.Dense(6), last),
        "relu", List.of(new Layer.Dense(7), new Layer.Relu(), last),
        "convolution", List.of(new Layer.Convolution(3), new Layer.Convolution(4), last),
        "pool", List.of(new Layer.Convolution(3), new Layer.MaxPool(), last),
        "dropout", List.of(new Layer.Dense(8), new Layer.Dropout(0.4), last),
        "batch norm of rows", List.of(new Layer.Dense(4), new Layer.BatchNorm(), last),
        "batch norm of planes",
            List.of(new Layer.Convolution(3), new Layer.BatchNorm(), new Layer.Relu(), last));
  }

  static List<String> names() {
    return List.copyOf(everyLayer().keySet());
  }

  @ParameterizedTest
  @MethodSource("names")
  void gradientIsThatOfFiniteDifferences(String name) {
    Network network = new Network(new NetSpec(name, PICTURE, everyLayer().get(name)), 7);
    RandomGenerator random = RandomStreams.of(3, 0, 0);
    float[][] inputs = rows(random, SAMPLES, PICTURE.size());
    float[][] labels = softLabels(random);

    loss(network, inputs, labels);
    List<float[][]> gradients =
        network.weights().stream().map(one -> Snapshot.copy(one.gradient)).toList();

    double largest = 0;
    List<Double> errors = new ArrayList<>();
    for (int k = 0; k < gradients.size(); k++) {
      float[][] value = network.weights().get(k).value;
      for (int i = 0; i < value.length; i++) {
        for (int j = 0; j < value[i].length; j++) {
          float kept = value[i][j];
          value[i][j] = kept + STEP;
          double above = loss(network, inputs, labels);
          value[i][j] = kept - STEP;
          double below = loss(network, inputs, labels);
          double step = (kept + STEP) - (double) (kept - STEP);
          value[i][j] = kept;
          largest = Math.max(largest, Math.abs(gradients.get(k)[i][j]));
          errors.add(Math.abs((above - below) / step - gradients.get(k)[i][j]));
        }
      }
    }
    assertTrue(largest > 0.02, "else this test sees nothing: " + largest);
    // At a kink of ReLU or of the maximum the two sides differ: there may be a few.
    double allowed = 2e-3 * Math.max(1, largest);
    long wrong = errors.stream().filter(error -> error > allowed).count();
    assertTrue(wrong <= errors.size() / 100, wrong + " of " + errors.size());
  }

  /// The gradient of a pixel is that of the layers too: what the first layer passes back is wanted
  /// here by a layer before it. FGSM needs that of the network as it is evaluated.
  @ParameterizedTest
  @MethodSource("names")
  void gradientOfTheInputIsThatOfFiniteDifferences(String name) {
    Network network = new Network(new NetSpec(name, PICTURE, everyLayer().get(name)), 7);
    RandomGenerator random = RandomStreams.of(4, 0, 0);
    float[][] inputs = rows(random, SAMPLES, PICTURE.size());
    float[][] labels = softLabels(random);

    float[][] trained = network.inputGradient(inputs, labels, SAMPLES, RandomStreams.of(5, 0, 0));
    requireSlopes(trained[1], inputs, () -> loss(network, inputs, labels));
    float[][] evaluated = network.inputGradient(inputs, labels, SAMPLES, null);
    requireSlopes(evaluated[1], inputs, () -> evaluatedLoss(network, inputs, labels));
  }

  private static void requireSlopes(float[] gradient, float[][] inputs, DoubleSupplier loss) {
    float[] known = gradient.clone();
    int wrong = 0;
    for (int j = 0; j < PICTURE.size(); j++) {
      float kept = inputs[1][j];
      inputs[1][j] = kept + STEP;
      double above = loss.getAsDouble();
      inputs[1][j] = kept - STEP;
      double below = loss.getAsDouble();
      double step = (kept + STEP) - (double) (kept - STEP);
      inputs[1][j] = kept;
      wrong += Math.abs((above - below) / step - known[j]) > 2e-3 ? 1 : 0;
    }
    assertEquals(0, wrong);
  }

  private static double evaluatedLoss(Network network, float[][] inputs, float[][] labels) {
    float[][] logits = network.logits(inputs);
    double sum = 0;
    for (int i = 0; i < SAMPLES; i++) {
      sum += SoftCrossEntropy.of(logits[i], labels[i]);
    }
    return sum / SAMPLES;
  }

  private static double loss(Network network, float[][] inputs, float[][] labels) {
    return network.train(inputs, labels, SAMPLES, RandomStreams.of(5, 0, 0)).loss();
  }

  private static float[][] rows(RandomGenerator random, int count, int size) {
    float[][] rows = new float[count][size];
    for (float[] row : rows) {
      for (int j = 0; j < size; j++) {
        row[j] = random.nextFloat() - 0.5f;
      }
    }
    return rows;
  }

  private static float[][] softLabels(RandomGenerator random) {
    float[][] labels = new float[SAMPLES][CLASSES];
    for (float[] label : labels) {
      label[0] = random.nextFloat();
      label[2] = 1 - label[0];
    }
    return labels;
  }
}
