package org.mixoscope.app.train;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.LabReason;
import org.mixoscope.lab.Shape;
import org.mixoscope.lab.data.PlanePoints;

/// What is trained on, and what is held back to test on: the same samples for all runs, drawn by
/// the seed.
///
/// @param points of the plane; null for the digits that are shipped
/// @param size samples to train on
/// @param labelNoise the share of their labels that are redrawn at random, within [0, 1]
record LabData(@Nullable PlanePoints points, int size, double labelNoise) {
  static final String DIGITS = "digits";

  /// The names of all.
  static final List<String> SOURCES =
      Stream.concat(
              Stream.of(PlanePoints.Kind.values()).map(PlanePoints.Kind::id), Stream.of(DIGITS))
          .toList();

  static final int FEWEST = 20;
  private static final int MOST_POINTS = 2000;

  /// What is left of the digits when a fifth of them is held back.
  private static final int MOST_DIGITS = 1438;

  private static final double TEST_SHARE = 0.2;
  private static final int USUAL_POINTS = 300;
  private static final Shape DIGIT = new Shape(1, 28, 28);
  private static final int DIGITS_CLASSES = 10;

  /// @throws RefusedException if a number is out of its range
  LabData {
    int most = points == null ? MOST_DIGITS : MOST_POINTS;
    if (size < FEWEST || size > most) {
      throw new RefusedException(LabReason.OUT_OF_RANGE.of("train-size", size, FEWEST, most));
    }
    if (!(labelNoise >= 0 && labelNoise <= 1)) {
      throw new RefusedException(LabReason.OUT_OF_RANGE.of("label-noise", labelNoise, 0, 1));
    }
  }

  /// Points of the plane, all labels right.
  static LabData of(PlanePoints points) {
    return new LabData(points, USUAL_POINTS, 0);
  }

  /// Of a name, as it usually is.
  ///
  /// @throws IllegalArgumentException if there is none of the name
  static LabData of(String source) {
    return source.equals(DIGITS)
        ? new LabData(null, MOST_DIGITS, 0)
        : PlanePoints.Kind.of(source)
            .map(kind -> of(kind.usual()))
            .orElseThrow(() -> new IllegalArgumentException("data = " + source + ": not known"));
  }

  /// Its name.
  String source() {
    return points == null ? DIGITS : points.kind().id();
  }

  /// The most samples to train on.
  int most() {
    return points == null ? MOST_DIGITS : MOST_POINTS;
  }

  /// The usual learning rate of Adam: points are few and their networks small, so that steps may be
  /// larger.
  double rate() {
    return points == null ? 0.001 : 0.01;
  }

  /// With other points.
  LabData with(PlanePoints others) {
    return new LabData(others, size, labelNoise);
  }

  LabData withSize(int other) {
    return new LabData(points, other, labelNoise);
  }

  LabData withLabelNoise(double other) {
    return new LabData(points, size, other);
  }

  /// Of each sample.
  Shape shape() {
    return points == null ? DIGIT : Shape.row(2);
  }

  /// K.
  int classes() {
    return points == null ? DIGITS_CLASSES : points.classes();
  }

  /// Networks to choose from, the usual one first.
  List<String> nets() {
    return points == null
        ? List.of("784-128-10", "linear", "mlp:256,128", "784-128-10+dropout:0.5", "cnn")
        : List.of("mlp:64,64", "linear", "mlp:8", "mlp:32", "mlp:128,128");
  }

  /// @param digits all of them
  Examples.Split split(long seed, Supplier<Examples> digits) {
    return points == null
        ? digits.get().split(TEST_SHARE, size, labelNoise, seed)
        : points.split(size, labelNoise, seed);
  }
}
