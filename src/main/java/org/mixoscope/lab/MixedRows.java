package org.mixoscope.lab;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.BatchPlanner;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.kernel.batch.SampleMix;
import org.mixoscope.kernel.method.Inputs;

/// The batches of a training, mixed by the kernel: to the byte what [org.mixoscope.tensor] makes of
/// the same samples as float32 N×C×H×W. A point of the plane is a picture of one pixel.
final class MixedRows {
  private final Workspace workspace = new Workspace();
  private float[][] inputs = {};
  private float[][] labels = {};
  private List<SampleMix> plan = List.of();

  /// Makes one.
  ///
  /// @param samples of which the batch is taken. Not modified
  /// @param chosen their indices, at least one
  /// @param how they are mixed
  void make(Examples samples, int[] chosen, Experiment how, long seed, long epoch, long batch) {
    Shape shape = samples.shape();
    List<Pixels> pictures = new ArrayList<>();
    List<double[]> smoothed = new ArrayList<>();
    for (int index : chosen) {
      pictures.add(pixels(samples.inputs()[index], shape));
      double[] label = samples.labels()[index].clone();
      SoftLabels.smooth(how.smoothing(), label);
      smoothed.add(label);
    }
    BatchPlanner planner = how.mixing();
    plan =
        planner == null
            ? unmixed(chosen.length)
            : planner.plan(chosen.length, shape.frame(), seed, epoch, batch);
    inputs = Rows.atLeast(inputs, plan.size(), shape.size());
    labels = Rows.atLeast(labels, plan.size(), samples.classes());
    for (int i = 0; i < plan.size(); i++) {
      mix(plan.get(i), pictures, smoothed, how.mask(), pixels(inputs[i], shape), labels[i]);
    }
  }

  private static List<SampleMix> unmixed(int size) {
    List<SampleMix> plan = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      plan.add(SampleMix.unmixed(i, i));
    }
    return plan;
  }

  private void mix(
      SampleMix mix,
      List<Pixels> pictures,
      List<double[]> all,
      @Nullable Pixels mask,
      Pixels out,
      float[] label) {
    List<Pixels> sources = mix.sources().stream().map(pictures::get).toList();
    Outcome outcome = mix.apply(new Inputs(out.frame(), sources, mask), workspace);
    outcome.mix(Blending.SRGB, sources, out, workspace);
    List<double[]> mixed = mix.sources().stream().map(all::get).toList();
    double[] row = workspace.doubles("label", label.length);
    SoftLabels.mix(mixed, outcome.weights().label().subList(0, mixed.size()), row);
    for (int c = 0; c < label.length; c++) {
      label[c] = (float) row[c];
    }
  }

  private static Pixels pixels(float[] row, Shape shape) {
    return new Pixels(
        MemorySegment.ofArray(row),
        shape.height(),
        shape.width(),
        shape.channels(),
        ElementType.FLOAT32,
        Layout.CHW);
  }

  /// Samples that came out.
  int size() {
    return plan.size();
  }

  /// Rows of the last one, good until the next.
  float[][] inputs() {
    return inputs;
  }

  /// Soft labels of the last one, good until the next.
  float[][] labels() {
    return labels;
  }

  /// What was mixed with what.
  List<SampleMix> plan() {
    return plan;
  }
}
