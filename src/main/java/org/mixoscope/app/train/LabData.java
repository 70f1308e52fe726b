package org.mixoscope.app.train;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.LabReason;
import org.mixoscope.lab.Shape;
import org.mixoscope.lab.data.Digits;
import org.mixoscope.lab.data.PlanePoints;

/// What is trained on, and what is held back to test on: the same samples for all runs, drawn by
/// the seed.
///
/// @param points of the plane; null for pictures
/// @param own pictures of the user's; null for points, and for the digits that are shipped
/// @param dots points to train on in place of those that are drawn; none for these
/// @param size samples to train on, if they are drawn
/// @param labelNoise the share of their labels that are redrawn at random, within [0, 1]
record LabData(
    @Nullable PlanePoints points,
    @Nullable OwnData own,
    List<Dot> dots,
    int size,
    double labelNoise) {
  static final String DIGITS = "digits";

  /// The name of pictures of the user's.
  static final String OWN = "own";

  /// The names of all.
  static final List<String> SOURCES =
      Stream.concat(
              Stream.of(PlanePoints.Kind.values()).map(PlanePoints.Kind::id), Stream.of(DIGITS))
          .toList();

  static final int FEWEST = 20;
  private static final int MOST_POINTS = 2000;
  private static final int FEWEST_DOTS = 2;

  /// What is left of the digits when a fifth of them is held back.
  private static final int MOST_DIGITS = 1438;

  private static final double TEST_SHARE = 0.2;
  private static final int USUAL_POINTS = 300;
  private static final Shape DIGIT = new Shape(1, 28, 28);
  private static final int DIGITS_CLASSES = 10;

  /// @throws RefusedException if a number is out of its range
  LabData {
    dots = List.copyOf(dots);
    if (!dots.isEmpty()) {
      int known = points == null ? 0 : points.classes();
      requireWithin("dots", dots.size(), FEWEST_DOTS, MOST_POINTS);
      requireWithin("class", dots.stream().mapToInt(Dot::own).max().orElse(0), 0, known - 1);
    }
    if (points != null && own != null) {
      throw new IllegalArgumentException("points and pictures: only one of them is trained on");
    }
    int most = most(points, own);
    requireWithin("train-size", size, fewest(most), most);
    if (!(labelNoise >= 0 && labelNoise <= 1)) {
      throw new RefusedException(LabReason.OUT_OF_RANGE.of("label-noise", labelNoise, 0, 1));
    }
  }

  private static void requireWithin(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new RefusedException(LabReason.OUT_OF_RANGE.of(name, value, least, most));
    }
  }

  /// Points of the plane, or the digits that are shipped.
  LabData(@Nullable PlanePoints points, int size, double labelNoise) {
    this(points, null, List.of(), size, labelNoise);
  }

  /// All pictures of a data set that there are to train on, all labels right.
  static LabData of(OwnData own) {
    return new LabData(null, own, List.of(), own.train(), 0);
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
    return own != null ? OWN : points == null ? DIGITS : points.kind().id();
  }

  /// The most samples to train on.
  int most() {
    return most(points, own);
  }

  private static int most(@Nullable PlanePoints points, @Nullable OwnData own) {
    return own != null ? own.train() : points == null ? MOST_DIGITS : MOST_POINTS;
  }

  /// The fewest samples to train on.
  int fewest() {
    return fewest(most());
  }

  /// Of the pictures of a small data set.
  private static int fewest(int most) {
    return Math.min(FEWEST, most / 2);
  }

  /// The usual learning rate of Adam: points are few and their networks small, so that steps may be
  /// larger.
  double rate() {
    return points == null ? 0.001 : 0.01;
  }

  /// With other points, drawn anew.
  LabData with(PlanePoints others) {
    return new LabData(others, size, labelNoise);
  }

  LabData withSize(int other) {
    return new LabData(points, own, List.of(), other, labelNoise);
  }

  LabData withLabelNoise(double other) {
    return new LabData(points, own, dots, size, other);
  }

  /// With other points to train on; none for those that are drawn.
  LabData withDots(List<Dot> others) {
    return new LabData(points, own, others, size, labelNoise);
  }

  /// The points to train on as somebody may change them, all labels right; none of pictures.
  List<Dot> dots(long seed) {
    return points == null || !dots.isEmpty() ? dots : Dot.of(points.draw(size, seed));
  }

  /// Of each sample.
  Shape shape() {
    return own != null ? own.shape() : points == null ? DIGIT : Shape.row(2);
  }

  /// K.
  int classes() {
    return own != null ? own.classes().size() : points == null ? DIGITS_CLASSES : points.classes();
  }

  /// What the classes are called; none where they have only numbers.
  List<String> classNames() {
    return own != null ? own.classes() : points == null ? Digits.classes() : List.of();
  }

  /// Whether they are the handwritten digits that are shipped.
  boolean isDigits() {
    return source().equals(DIGITS);
  }

  /// What its classes are called, those of points by their number.
  List<String> names() {
    List<String> known = classNames();
    return known.isEmpty()
        ? IntStream.rangeClosed(1, classes()).mapToObj(String::valueOf).toList()
        : known;
  }

  /// Networks to choose from, the usual one first.
  List<String> nets() {
    if (own != null) {
      return own.nets();
    }
    return points == null
        ? List.of("784-128-10", "linear", "mlp:256,128", "784-128-10+dropout:0.5", "cnn")
        : List.of("mlp:64,64", "linear", "mlp:8", "mlp:32", "mlp:128,128");
  }

  /// Of points and digits; pictures of the user's have to be read.
  ///
  /// @param digits all of them
  Examples.Split split(long seed, Supplier<Examples> digits) {
    if (points == null) {
      return digits.get().split(TEST_SHARE, size, labelNoise, seed);
    }
    Examples.Split drawn = points.split(size, labelNoise, seed);
    return dots.isEmpty()
        ? drawn
        : new Examples.Split(
            Dot.examples(dots, points.classes()).withNoise(labelNoise, seed), drawn.test());
  }
}
