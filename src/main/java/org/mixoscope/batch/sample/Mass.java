package org.mixoscope.batch.sample;

import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.RankWeights.Ranked;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.TargetKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.ClassWeights;

/// How much of all labels together each class has: in the data set, and in the samples that are
/// planned. No picture is decoded: partners are those of the plan, as if all pictures could be
/// read, in up to 100000 samples; how much of a sample's label its own picture and each partner
/// have is the mean of up to 256 draws of the policy. Of methods that look at the pictures the
/// weights are those drawn, and with [Partners.Who#FAR_SALIENCY] anyone is as likely as any other.
/// Pictures of a background have no label: a sample's is that of its own picture.
///
/// @param before shares of the classes in the data set, which sum to 1; all 0 where no picture has
///   any class
/// @param after the same of the samples, smoothed as their labels are
public record Mass(List<Double> before, List<Double> after) {
  private static final int MOST_SAMPLES = 100_000;

  /// Keeps copies.
  public Mass {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /// @param mask that methods mix by, if there is one
  /// @return empty where labels are no weights of classes
  static Optional<Mass> of(
      DataSet data, SampleSettings settings, SamplePlan plan, @Nullable Pixels mask) {
    return before(data).map(before -> new Mass(before, after(data, settings, plan, mask)));
  }

  /// The share of each class in all labels of a data set; empty where labels are no weights of
  /// classes.
  public static Optional<List<Double>> before(DataSet data) {
    if (data.weights(0).isEmpty()) {
      return Optional.empty();
    }
    double[] before = new double[data.classes().size()];
    for (int picture = 0; picture < data.size(); picture++) {
      add(data, picture, 1, before);
    }
    return Optional.of(shares(before, 0));
  }

  private static List<Double> after(
      DataSet data, SampleSettings settings, SamplePlan plan, @Nullable Pixels mask) {
    Ranked weights = RankWeights.of(settings, mask);
    double[] after = new double[data.classes().size()];
    int looked = Math.min(plan.size(), MOST_SAMPLES);
    for (int i = 0; i < looked; i++) {
      add(data, plan, (int) ((long) i * plan.size() / looked), weights, after);
    }
    return shares(after, settings.smoothing());
  }

  /// @param sum modified
  private static void add(DataSet data, SamplePlan plan, int sample, Ranked weights, double[] sum) {
    int own = plan.own(sample);
    if (plan.isOriginal(sample) || !plan.hasLabelledPartners()) {
      add(data, own, 1, sum);
      return;
    }
    PrimitiveIterator.OfInt partners = plan.partners(sample);
    double left = 1;
    for (int rank = 1; rank < weights.sources() && partners.hasNext(); rank++) {
      double weight = weights.of(rank);
      add(data, partners.nextInt(), weight, sum);
      left -= weight;
    }
    add(data, own, left, sum);
  }

  private static void add(DataSet data, int picture, double weight, double[] sum) {
    if (data.findings().target() == TargetKind.CLASS) {
      sum[data.classOf(picture)] += weight;
    } else {
      ClassWeights label = data.weights(picture).orElseThrow();
      for (int c = 0; c < sum.length; c++) {
        sum[c] += weight * label.weight(c);
      }
    }
  }

  private static List<Double> shares(double[] sums, double smoothing) {
    double all = DoubleStream.of(sums).sum();
    return DoubleStream.of(sums)
        .map(sum -> all > 0 ? (1 - smoothing) * sum / all + smoothing / sums.length : 0)
        .boxed()
        .toList();
  }
}
