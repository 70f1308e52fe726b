package org.mixoscope.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.kernel.batch.Weights;

/// What some sources say of their classes.
///
/// @param sources those that are mixed
/// @param smoothing ε within [0, 1)
record SourceLabels(List<Source> sources, double smoothing) {
  /// The distinct names of their classes, in their order.
  List<String> classes() {
    return sources.stream().flatMap(source -> source.classes().stream()).distinct().toList();
  }

  /// The label vector of one source alone over [#classes], one-hot unless it is soft, smoothed; all
  /// 0 if it has no label.
  double[] label(int k) {
    List<String> classes = classes();
    Source source = sources.get(k);
    if (!source.isLabelled()) {
      return new double[classes.size()];
    }
    if (source.soft().isEmpty()) {
      return SoftLabels.oneHot(classes.indexOf(source.className()), classes.size(), smoothing);
    }
    double[] label =
        classes.stream().mapToDouble(name -> source.soft().getOrDefault(name, 0.0)).toArray();
    SoftLabels.smooth(smoothing, label);
    return label;
  }

  /// The label in which every source that is mixed has a given weight; those without a label have
  /// none, and the weights of the others are divided by their sum.
  List<Double> label(List<Double> weights) {
    List<double[]> labels = IntStream.range(0, sources.size()).mapToObj(this::label).toList();
    Weights labelled =
        new Weights(weights, weights)
            .labelled(k -> k < labels.size() && sources.get(k).isLabelled());
    List<Double> ofPictures = labelled.label().subList(0, labels.size());
    return Arrays.stream(SoftLabels.mix(labels, ofPictures)).boxed().toList();
  }
}
