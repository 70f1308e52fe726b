package org.mixoscope.lab.classifier;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a pixel becomes the number that a network takes: `(v − mean) / deviation` of v within [0,
/// 1].
///
/// @param mean one for each channel, or one for all
/// @param deviation likewise, none 0
/// @param blueFirst whether the channels of colour come in the order blue, green, red
public record Scaling(List<Double> mean, List<Double> deviation, boolean blueFirst) {
  private static final double WHITE = 255;

  /// Keeps copies.
  public Scaling {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
  }

  /// What a file says of it: `mean` and `std`, or `scale` to multiply with, where numbers above 1
  /// are of pixels up to 255; or ONNX's own words `Image.NominalPixelRange` and
  /// `Image.BitmapPixelFormat`. What Mixoscope wrote before it said so takes 0 to 1.
  static Optional<Scaling> of(OnnxFile file) {
    Map<String, String> said = file.metadata();
    boolean blueFirst = said.getOrDefault("Image.BitmapPixelFormat", "").startsWith("Bgr");
    return numbers(said)
        .or(() -> range(said.getOrDefault("Image.NominalPixelRange", "")))
        .or(
            () ->
                file.producer().equals("mixoscope")
                    ? Optional.of(PixelRange.UNIT.scaling())
                    : Optional.empty())
        .map(found -> new Scaling(found.mean, found.deviation, blueFirst));
  }

  private static Optional<Scaling> range(String nominal) {
    return switch (nominal) {
      case "Normalized_0_1" -> Optional.of(PixelRange.UNIT.scaling());
      case "Normalized_1_1" -> Optional.of(PixelRange.SIGNED.scaling());
      case "NominalRange_0_255" -> Optional.of(PixelRange.BYTES.scaling());
      default -> Optional.empty();
    };
  }

  private static Optional<Scaling> numbers(Map<String, String> said) {
    Optional<List<Double>> scale = list(said.get("scale"));
    Optional<List<Double>> deviation =
        list(said.get("std"))
            .or(() -> scale.map(all -> all.stream().map(factor -> 1 / factor).toList()));
    if (deviation.isEmpty() || !deviation.get().stream().allMatch(Scaling::isDivisor)) {
      return Optional.empty();
    }
    List<Double> mean = list(said.get("mean")).orElse(List.of(0.0));
    boolean ofBytes =
        Stream.of(mean, deviation.get()).flatMap(List::stream).anyMatch(number -> number > 1);
    return Optional.of(
        ofBytes
            ? new Scaling(divided(mean), divided(deviation.get()), false)
            : new Scaling(mean, deviation.get(), false));
  }

  private static boolean isDivisor(double number) {
    return number != 0 && Double.isFinite(number);
  }

  private static List<Double> divided(List<Double> numbers) {
    return numbers.stream().map(number -> number / WHITE).toList();
  }

  /// One number or three, however they are set apart.
  private static Optional<List<Double>> list(@Nullable String text) {
    try {
      List<Double> numbers =
          Stream.of(Objects.requireNonNullElse(text, "").split("[^-+.0-9eE]+", -1))
              .filter(part -> !part.isEmpty())
              .map(Double::valueOf)
              .toList();
      return numbers.size() == 1 || numbers.size() == 3 ? Optional.of(numbers) : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty(); // It means something else.
    }
  }

  /// The number for a value within [0, 1].
  ///
  /// @param channel 0 for red or grey
  float of(double value, int channel) {
    return (float) ((value - at(mean, channel)) / at(deviation, channel));
  }

  private static double at(List<Double> numbers, int channel) {
    return numbers.get(Math.min(channel, numbers.size() - 1));
  }
}
