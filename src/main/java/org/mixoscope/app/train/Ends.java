package org.mixoscope.app.train;

import java.util.List;
import java.util.stream.IntStream;
import org.mixoscope.lab.Examples;

/// Two test samples between which all is mixed.
///
/// @param test all of them
/// @param a the index of the one, at λ = 1
/// @param b that of the other, at λ = 0
/// @param next which is chosen next by a click: 0 for A, 1 for B
record Ends(Examples test, int a, int b, int next) {
  private static final int STEPS = 20;
  private static final double SIGHT = 0.8;

  /// The first sample and the first of another class; of points those that are well in sight.
  static Ends of(Examples test) {
    int a = first(test, 0, -1);
    return new Ends(test, a, first(test, a, test.classOf(a)), 0);
  }

  /// @param otherwise where there is none
  /// @param not the class that it must not be of
  private static int first(Examples test, int otherwise, int not) {
    return IntStream.range(0, test.size())
        .filter(i -> test.classOf(i) != not && isInSight(test, i))
        .findFirst()
        .orElse(otherwise);
  }

  private static boolean isInSight(Examples test, int i) {
    float[] point = test.inputs()[i];
    return test.shape().plane() > 1
        || Math.max(Math.abs(point[0]), Math.abs(point[1])) < SIGHT * PlaneGrid.BOUND;
  }

  /// @param end 0 for A, 1 for B
  int index(int end) {
    return end == 0 ? a : b;
  }

  /// With another sample at an end.
  Ends with(int end, int index) {
    return end == 0 ? new Ends(test, index, b, 1) : new Ends(test, a, index, 0);
  }

  /// With the test sample that is next to a point of the plane at one end, then the other.
  Ends near(float[] point) {
    int best = 0;
    for (int i = 1; i < test.size(); i++) {
      best = distance(i, point) < distance(best, point) ? i : best;
    }
    return with(next, best);
  }

  private double distance(int i, float[] point) {
    float[] own = test.inputs()[i];
    return Math.hypot(own[0] - point[0], own[1] - point[1]);
  }

  /// Where they lie.
  List<float[]> inputs() {
    return List.of(test.inputs()[a], test.inputs()[b]);
  }

  /// λ of every mix, from 0 to 1.
  static double lambda(int step) {
    return (double) step / STEPS;
  }

  /// λ·A + (1 − λ)·B for each λ.
  ///
  /// @return new
  float[][] mixes() {
    float[] one = test.inputs()[a];
    float[] two = test.inputs()[b];
    float[][] mixes = new float[STEPS + 1][one.length];
    for (int s = 0; s <= STEPS; s++) {
      float lambda = (float) lambda(s);
      for (int j = 0; j < one.length; j++) {
        mixes[s][j] = lambda * one[j] + (1 - lambda) * two[j];
      }
    }
    return mixes;
  }
}
