package org.mixoscope.cli;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.lab.Disturbance;
import org.mixoscope.lab.Disturbance.Kind;
import org.mixoscope.lab.Shape;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// What is asked of the networks in the end, and where it goes.
final class TrainResultOptions {
  @Option(
      names = "--robustness",
      paramLabel = "KIND:N,...",
      converter = Ways.class,
      description =
          "How test samples are disturbed: noise:σ, occlusion:SHARE of the picture, fgsm:ε; σ and ε"
              + " in units of pixels within [0, 1], or of the plane. The default is"
              + " noise:0.3,occlusion:0.25,fgsm:0.05 of pictures, noise:0.2,fgsm:0.1 of points.")
  @Nullable Disturbances robustness;

  @Option(
      names = "--confusion",
      description =
          "Say too how many test samples of each class were taken for each, over all seeds.")
  boolean confusion;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write what every epoch of every run and seed gave.")
  @Nullable String csv;

  @Option(
      names = "--onnx",
      paramLabel = "FILE",
      description = "Write the mixed network of the first seed.")
  @Nullable String onnx;

  @Option(
      names = "--pytorch",
      paramLabel = "FILE",
      description =
          "Write a script in Python that repeats the experiment with PyTorch, and beside it its"
              + " samples as .npz.")
  @Nullable String pytorch;

  @Option(names = "--json", description = "Print one JSON object at the end instead.")
  boolean json;

  /// How test samples are disturbed.
  List<Disturbance> disturbances(Shape shape) {
    if (robustness == null) {
      return Disturbance.usual(shape);
    }
    for (Disturbance one : robustness.all()) {
      if (!one.kind().fits(shape)) {
        throw Refusal.usage(
            "--robustness %s: points have no pixels to hide".formatted(one.kind().id()));
      }
    }
    return robustness.all();
  }

  /// Not a list itself: picocli would split it.
  record Disturbances(List<Disturbance> all) {}

  static final class Ways implements ITypeConverter<Disturbances> {
    private static final String EXAMPLE = "noise:0.3,occlusion:0.25,fgsm:0.05";

    @Override
    public Disturbances convert(String text) {
      return new Disturbances(Stream.of(text.split(",", -1)).map(Ways::one).distinct().toList());
    }

    private static Disturbance one(String text) {
      String[] parts = text.strip().split(":", -1);
      Kind kind =
          Stream.of(Kind.values())
              .filter(one -> parts.length == 2 && one.id().equals(parts[0]))
              .findFirst()
              .orElseThrow(() -> new TypeConversionException("must be such as " + EXAMPLE));
      double strength = Values.number(parts[1]);
      Values.require(
          strength >= 0 && strength <= kind.most(),
          "%s must be within [0, %s]".formatted(kind.id(), kind.most()));
      return new Disturbance(kind, strength);
    }
  }
}
