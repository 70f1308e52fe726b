package org.mixoscope.batch.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.image.NumberType;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.batch.SampleMix;
import org.mixoscope.kernel.batch.Weights;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.target.ClassWeights;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Mask;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Target;

/// A sample without a data set, and what must be found of it in every format.
///
/// @param index its number
/// @param pixels uint8 RGB HWC
/// @param label over the classes
/// @param method as it is written
/// @param lambda null where the method draws none
/// @param box null where there is none
record TestSample(
    int index,
    Pixels pixels,
    List<Double> label,
    String method,
    @Nullable Double lambda,
    double effectiveLambda,
    @Nullable Box box,
    List<String> names) {
  private static final int CLASSES = 3;

  /// Names that a format must not stumble over.
  private static final List<String> NAMES =
      List.of("ant/1.png", "bee/with \"quotes\", comma\\.png", "杯/\uD83D\uDC08.png");

  /// The classes of all samples.
  static List<String> classes() {
    return List.of("ant", "bee", "杯");
  }

  /// A sample of random pixels: one with a box, one with neither λ nor box, one left as it is.
  static TestSample of(int index, Frame frame) {
    Random random = new Random(index);
    byte[] bytes = new byte[Math.toIntExact(frame.pixels() * 3)];
    random.nextBytes(bytes);
    Pixels pixels = Pixels.of(bytes, frame, 3);
    double[] label = random.doubles(CLASSES).toArray();
    double sum = DoubleStream.of(label).sum();
    List<Double> weights = DoubleStream.of(label).map(weight -> weight / sum).boxed().toList();
    double share = random.nextDouble();
    return switch (index % 3) {
      case 0 ->
          new TestSample(
              index,
              pixels,
              weights,
              "cutmix",
              random.nextDouble(),
              share,
              new Box(0, index % 5, frame.width(), index % 5 + 2),
              List.of(NAMES.get(1), NAMES.get(2)));
      case 1 -> new TestSample(index, pixels, weights, "mosaic", null, share, null, NAMES);
      default ->
          new TestSample(
              index, pixels, List.of(1.0, 0.0, 0.0), "none", 1.0, 1, null, NAMES.subList(0, 1));
    };
  }

  /// The weights of the sources in the label: other ones than their shares of the pixels.
  List<Double> labelWeights() {
    return List.of(0.25, 0.75);
  }

  /// As a job makes it.
  Sample made() {
    return made(ClassWeights.of(label.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  /// The same, labelled with a few objects: with masks of several pieces and with boxes.
  Sample madeWithObjects() {
    Random random = new Random(index);
    Frame frame = pixels.frame();
    List<Instance> all = new ArrayList<>();
    for (int i = 0; i < 1 + index % 3; i++) {
      Mask mask = Mask.of(Box.of(frame), (_, _) -> random.nextInt(3) == 0);
      all.add(Instance.of(i, mask));
      all.add(
          Instance.of(i, new Edges(0.25, 0.5, frame.width() - random.nextDouble(), 1.75))
              .asCrowd(i == 1));
    }
    return made(Objects.of(frame, all, Objects.Keeping.USUAL));
  }

  private Sample made(Target target) {
    List<Double> weights = List.of(effectiveLambda, 1 - effectiveLambda);
    return new Sample(
        index,
        mix(),
        names,
        new Weights(labelWeights(), weights),
        box,
        target,
        pixels,
        NumberType.of(pixels.type()),
        List.of());
  }

  private SampleMix mix() {
    if (method.equals("none")) {
      return SampleMix.unmixed(0, 0);
    }
    Method type = lambda == null ? MethodType.of(method).initial() : new CutMix(1);
    return new SampleMix(List.of(1, 2), type, new Draw(lambda == null ? 0.5 : lambda, 0.5, 0.5));
  }
}
