package org.mixoscope.lab.classifier;

import java.util.List;
import java.util.Locale;
import org.mixoscope.kernel.Named;

/// What networks usually take for pixels.
public enum PixelRange implements Named {
  /// 0 to 1.
  UNIT(List.of(0.0), List.of(1.0)),
  /// 0 to 1, less ImageNet's mean and divided by its deviation: what torchvision's and most of
  /// timm's networks take.
  IMAGENET(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225)),
  /// −1 to 1.
  SIGNED(List.of(0.5), List.of(0.5)),
  /// 0 to 255.
  BYTES(List.of(0.0), List.of(1 / 255.0));

  @SuppressWarnings("ImmutableEnumChecker") // a record of List.of
  private final Scaling scaling;

  PixelRange(List<Double> mean, List<Double> deviation) {
    scaling = new Scaling(mean, deviation, false);
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  Scaling scaling() {
    return scaling;
  }
}
