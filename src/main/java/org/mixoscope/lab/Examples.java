package org.mixoscope.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.kernel.batch.Pairing;

/// Labelled samples. The arrays are shared and never changed.
///
/// @param shape of each
/// @param inputs a row of [Shape#size] numbers for each; of pictures within [0, 1]
/// @param labels one weight a class for each
@SuppressWarnings("ArrayRecordComponent") // equal only if they share their arrays
public record Examples(Shape shape, float[][] inputs, double[][] labels) {
  private static final long NOISE = -5;
  private static final long CHOICE = -6;

  /// What is trained on, and what is only looked at.
  ///
  /// @param train samples to train on
  /// @param test others, always as they are: never mixed, no label redrawn
  public record Split(Examples train, Examples test) {}

  /// @throws IllegalArgumentException if there are none, or fewer labels than inputs
  public Examples {
    if (inputs.length == 0 || inputs.length != labels.length) {
      throw new IllegalArgumentException(
          "%d inputs for %d labels".formatted(inputs.length, labels.length));
    }
  }

  /// How many.
  public int size() {
    return inputs.length;
  }

  /// K.
  public int classes() {
    return labels[0].length;
  }

  /// The class of most weight.
  public int classOf(int index) {
    double[] label = labels[index];
    int best = 0;
    for (int c = 1; c < label.length; c++) {
      best = label[c] > label[best] ? c : best;
    }
    return best;
  }

  /// The weights of its classes, as networks take them.
  ///
  /// @return new
  public float[] label(int index) {
    float[] label = new float[classes()];
    for (int c = 0; c < label.length; c++) {
      label[c] = (float) labels[index][c];
    }
    return label;
  }

  /// Some of them.
  public Examples only(int[] chosen) {
    return new Examples(
        shape,
        IntStream.of(chosen).mapToObj(i -> inputs[i]).toArray(float[][]::new),
        IntStream.of(chosen).mapToObj(i -> labels[i]).toArray(double[][]::new));
  }

  /// The same with some labels redrawn at random, each class as likely: of K classes, one in K is
  /// right by chance.
  ///
  /// @param share of the labels, within [0, 1]
  public Examples withNoise(double share, long seed) {
    if (!(share >= 0 && share <= 1)) {
      throw new RefusedException(LabReason.OUT_OF_RANGE.of("label-noise", share, 0, 1));
    }
    RandomGenerator random = RandomStreams.of(seed, NOISE, 0);
    int[] order = Pairing.permutation(size(), random);
    double[][] noisy = labels.clone();
    for (int i = 0; i < Math.round(share * size()); i++) {
      noisy[order[i]] = SoftLabels.oneHot(random.nextInt(classes()), classes(), 0);
    }
    return new Examples(shape, inputs, noisy);
  }

  /// Parts them, each class in the same way as far as it goes.
  ///
  /// @param part how many come first
  /// @throws RefusedException if nothing would be left of one
  public Split split(int part, long seed) {
    if (part < 1 || part >= size()) {
      throw new RefusedException(LabReason.TOO_FEW.of(size(), part + 1));
    }
    int[] order = spread(seed);
    return new Split(
        only(Arrays.copyOf(order, part)), only(Arrays.copyOfRange(order, part, order.length)));
  }

  /// Parts them as an experiment wants it: some are held back to test on, the others, or some of
  /// them, are trained on.
  ///
  /// @param testShare of each class, within (0, 1)
  /// @param count to train on; null for all that are left
  /// @param labelNoise share of the labels to train on that are redrawn, within [0, 1]
  public Split split(double testShare, @Nullable Integer count, double labelNoise, long seed) {
    Split split = split(size() - (int) Math.round(testShare * size()), seed);
    Examples train = count == null ? split.train() : split.train().some(count, seed);
    return new Split(train.withNoise(labelNoise, seed), split.test());
  }

  /// Some at random, as many of each class as there can be.
  ///
  /// @throws RefusedException if there are fewer
  public Examples some(int count, long seed) {
    if (count < 1 || count > size()) {
      throw new RefusedException(LabReason.TOO_FEW.of(size(), count));
    }
    return only(Arrays.copyOf(spread(seed), count));
  }

  /// As many folds as wanted, each the test of one split.
  public List<Split> folds(int count, long seed) {
    if (count < 2 || count > size()) {
      throw new RefusedException(LabReason.TOO_FEW.of(size(), Math.max(2, count)));
    }
    int[] order = spread(seed);
    List<Split> folds = new ArrayList<>();
    for (int fold = 0; fold < count; fold++) {
      int which = fold;
      int[] test =
          IntStream.range(0, size()).filter(i -> i % count == which).map(i -> order[i]).toArray();
      int[] train =
          IntStream.range(0, size()).filter(i -> i % count != which).map(i -> order[i]).toArray();
      folds.add(new Split(only(train), only(test)));
    }
    return folds;
  }

  private int[] spread(long seed) {
    return spread(IntStream.range(0, size()).map(this::classOf).toArray(), seed);
  }

  /// All indices at random, but every class evenly: any first part of them has about its share of
  /// each.
  ///
  /// @param classOf the class of each sample
  public static int[] spread(int[] classOf, long seed) {
    int[] order = Pairing.permutation(classOf.length, RandomStreams.of(seed, CHOICE, 0));
    int[] counts = new int[IntStream.of(classOf).max().orElse(0) + 1];
    IntStream.of(order).forEach(i -> counts[classOf[i]]++);
    int[] seen = new int[counts.length];
    double[] place = new double[classOf.length];
    for (int i : order) {
      int own = classOf[i];
      place[i] = (seen[own]++ + 0.5) / counts[own];
    }
    return IntStream.of(order)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> place[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
