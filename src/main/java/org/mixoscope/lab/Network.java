package org.mixoscope.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.RandomStreams;

/// A network with its weights. For one thread at a time.
public final class Network {
  /// A stream of its own; those of draws have epochs from 0.
  private static final long WEIGHTS = -1;

  /// Rows that pass at once in evaluation.
  private static final int CHUNK = 64;

  private final NetSpec spec;
  private final List<Stage> stages = new ArrayList<>();
  private float[][] gradient = {};

  /// @param seed of the first weights
  public Network(NetSpec spec, long seed) {
    this.spec = spec;
    List<Shape> shapes = spec.shapes();
    for (int i = 0; i < spec.layers().size(); i++) {
      stages.add(stage(spec.layers().get(i), shapes.get(i), RandomStreams.of(seed, WEIGHTS, i)));
    }
  }

  private static Stage stage(Layer layer, Shape in, RandomGenerator random) {
    return switch (layer) {
      case Layer.Dense(int units) -> new DenseStage(in.size(), units, random);
      case Layer.Convolution(int channels) -> new ConvolutionStage(in, channels, random);
      case Layer.MaxPool _ -> new PoolStage(in);
      case Layer.Relu _ -> new ReluStage(in.size());
      case Layer.Dropout(double rate) -> new DropoutStage(in.size(), rate);
      case Layer.BatchNorm _ -> new BatchNormStage(in);
    };
  }

  /// What it is made of.
  public NetSpec spec() {
    return spec;
  }

  List<Stage> stages() {
    return stages;
  }

  List<Weights> weights() {
    return stages.stream().flatMap(stage -> stage.weights().stream()).toList();
  }

  /// What a pass of training gave.
  ///
  /// @param loss mean soft cross-entropy of the batch
  /// @param accuracy mean weight that the labels give to the class that the network says: of mixed
  ///   ones it is λ-weighted, and 1 cannot be reached
  public record Pass(double loss, double accuracy) {}

  /// Passes a batch forward and back; the gradients are those of the mean loss.
  ///
  /// @param inputs a row for each sample. Not modified
  /// @param labels soft ones. Not modified
  /// @param n samples, at least 1
  /// @param random of dropout. Advanced
  Pass train(float[][] inputs, float[][] labels, int n, RandomGenerator random) {
    return pass(inputs, labels, n, random, false);
  }

  /// How the loss changes with what goes in: for the fast gradient sign method.
  ///
  /// @param random null for the network as it is evaluated
  /// @return a row for each sample, good until the next pass
  float[][] inputGradient(
      float[][] inputs, float[][] labels, int n, @Nullable RandomGenerator random) {
    pass(inputs, labels, n, random, true);
    return gradient;
  }

  private Pass pass(
      float[][] inputs, float[][] labels, int n, @Nullable RandomGenerator random, boolean whole) {
    float[][] out = inputs;
    for (Stage stage : stages) {
      out = stage.forward(out, n, random);
    }
    double loss = 0;
    double right = 0;
    float[][] back = Rows.atLeast(new float[0][], n, spec.classes());
    for (int i = 0; i < n; i++) {
      loss += SoftCrossEntropy.of(out[i], labels[i]);
      right += labels[i][largest(out[i], labels[i].length)];
      SoftCrossEntropy.gradient(out[i], labels[i], 1f / n, back[i]);
    }
    weights().forEach(weights -> Rows.clear(weights.gradient, weights.gradient.length));
    for (int k = stages.size() - 1; k >= 0; k--) {
      back = stages.get(k).backward(back, n, whole || k > 0);
    }
    gradient = back;
    return new Pass(loss / n, right / n);
  }

  /// The first of the largest.
  static int largest(float[] values, int count) {
    int best = 0;
    for (int c = 1; c < count; c++) {
      best = values[c] > values[best] ? c : best;
    }
    return best;
  }

  /// Probabilities.
  ///
  /// @param inputs a row of [Shape#size] numbers for each sample. Not modified
  /// @return a new row of K numbers for each
  public float[][] predict(float[][] inputs) {
    float[][] all = logits(inputs);
    for (float[] row : all) {
      SoftCrossEntropy.softmax(row, row.length, row);
    }
    return all;
  }

  /// What comes out before softmax, as [#predict].
  public float[][] logits(float[][] inputs) {
    int classes = spec.classes();
    float[][] all = new float[inputs.length][classes];
    float[][] chunk = new float[Math.min(CHUNK, inputs.length)][];
    for (int from = 0; from < inputs.length; from += CHUNK) {
      int n = Math.min(CHUNK, inputs.length - from);
      System.arraycopy(inputs, from, chunk, 0, n);
      float[][] out = chunk;
      for (Stage stage : stages) {
        out = stage.forward(out, n, null);
      }
      for (int i = 0; i < n; i++) {
        System.arraycopy(out[i], 0, all[from + i], 0, classes);
      }
    }
    return all;
  }

  /// The weights of the first layer that has any, for a look: a row for each unit, of as many
  /// numbers as see the input.
  ///
  /// @return new
  public float[][] firstWeights() {
    Stage first = stages.getFirst();
    return switch (first) {
      case DenseStage dense -> Snapshot.copy(dense.weights.value);
      case ConvolutionStage convolution -> Snapshot.copy(convolution.weights.value);
      default -> new float[0][0];
    };
  }

  /// All that training changes, as it is.
  List<float[][]> state() {
    return stages.stream()
        .flatMap(
            stage ->
                Stream.concat(
                    stage.weights().stream()
                        .flatMap(one -> Stream.of(one.value, one.first, one.second)),
                    stage.observed().stream()))
        .toList();
  }
}
