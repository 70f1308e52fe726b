package org.mixoscope.kernel.target;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.SoftLabels;

/// A weight for each of K classes: one-hot for one class, a soft label, or several classes at once,
/// each present or not. Follows a mix as a whole: `Σₖ weightₖ · labelₖ`.
public final class ClassWeights implements Target {
  private final double[] values;

  private ClassWeights(double[] values) {
    this.values = values;
  }

  /// Of these weights, one a class.
  ///
  /// @param weights copied
  public static ClassWeights of(double... weights) {
    return new ClassWeights(weights.clone());
  }

  /// Of one class.
  ///
  /// @param index within [0, classes)
  /// @param classes K, at least 1
  /// @throws IllegalArgumentException if one of them is out of range
  public static ClassWeights oneHot(int index, int classes) {
    return new ClassWeights(SoftLabels.oneHot(index, classes, 0));
  }

  /// K.
  public int classes() {
    return values.length;
  }

  /// The weight of a class.
  ///
  /// @throws IndexOutOfBoundsException if there is no such class
  public double weight(int index) {
    return values[index];
  }

  /// Whether no class has a weight.
  public boolean isZero() {
    return DoubleStream.of(values).allMatch(value -> value == 0);
  }

  /// All weights, in a new array.
  public double[] toArray() {
    return values.clone();
  }

  /// Writes all weights as float32, rounded to the nearest.
  ///
  /// @param to modified; moves on
  /// @throws java.nio.BufferOverflowException if there is no room for all
  public void putFloats(ByteBuffer to) {
    for (double value : values) {
      to.putFloat((float) value);
    }
  }

  @Override
  public ClassWeights mixed(List<Target> sources, Composition composition, List<Double> weights) {
    List<double[]> labels =
        Target.all(ClassWeights.class, sources).stream().map(source -> source.values).toList();
    return new ClassWeights(SoftLabels.mix(labels, weights));
  }

  /// A weight of 0 for every class.
  @Override
  public ClassWeights unlabelled() {
    return new ClassWeights(new double[values.length]);
  }

  /// `(1 − ε) · weight + ε/K`, as timm smooths.
  @Override
  public ClassWeights smoothed(double smoothing) {
    double[] smoothed = values.clone();
    SoftLabels.smooth(smoothing, smoothed);
    return new ClassWeights(smoothed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClassWeights weights && Arrays.equals(values, weights.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "class weights " + Arrays.toString(values);
  }

  /// The same: it is of the whole picture.
  @Override
  public ClassWeights moved(Origin origin, Frame to) {
    return this;
  }
}
