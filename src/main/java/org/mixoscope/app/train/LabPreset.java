package org.mixoscope.app.train;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.lab.Optimiser;
import org.mixoscope.lab.data.PlanePoints;
import org.mixoscope.lab.data.PlanePoints.Kind;

/// Experiments that show something, wins of mixing and losses alike, each with a question and what
/// to look at in the messages.
enum LabPreset {
  NOISY_DIGITS(digits(1400, 0.4), "784-128-10", 100, new Mixup(1), new CutMix(1)),
  NOISY_CNN(digits(500, 0.4), "cnn", 30, new Mixup(1)),
  BLOBS_NOISY(points(Kind.BLOBS, 0.3, 3, 0.3), "mlp:64,64", 200, new Mixup(4)),
  MOONS(points(Kind.MOONS, 0.25, 2, 0), "mlp:64,64", 200, new Mixup(0.2)),
  BLOBS(points(Kind.BLOBS, 0.45, 3, 0), "mlp:64,64", 200, new Mixup(0.2)),
  ALPHA(
      points(Kind.MOONS, 0.25, 2, 0), "mlp:64,64", 200, new Mixup(0.2), new Mixup(1), new Mixup(8)),
  CLEAN_DIGITS(digits(1400, 0), "784-128-10", 20, new Mixup(1)),
  CLEAN_CNN(digits(1400, 0), "cnn", 10, new Mixup(1)),
  FEW(digits(100, 0), "784-128-10", 60, new Mixup(1)),
  SPIRALS(points(Kind.SPIRALS, 0.03, 3, 0), "mlp:64,64", 300, new Mixup(1)),
  CIRCLES(points(Kind.CIRCLES, 0.15, 2, 0), "mlp:64,64", 200, new Mixup(1)),
  LINEAR(points(Kind.MOONS, 0.25, 2, 0), "linear", 100, new Mixup(1));

  @SuppressWarnings("ImmutableEnumChecker") // a record of what does not change
  private final LabOptions options;

  LabPreset(LabData data, String net, int epochs, Method... methods) {
    Stream<LabRun> mixed = Arrays.stream(methods).map(LabRun::of);
    List<LabRun> runs = Stream.concat(Stream.of(LabRun.NONE), mixed).toList();
    options = new LabOptions(data, net, new Optimiser.Adam(data.rate()), epochs, runs);
  }

  private static LabData digits(int size, double labelNoise) {
    return new LabData(null, size, labelNoise);
  }

  private static LabData points(Kind kind, double noise, int classes, double labelNoise) {
    return LabData.of(new PlanePoints(kind, noise, classes)).withLabelNoise(labelNoise);
  }

  /// What is chosen then: a run without mixing first.
  LabOptions options() {
    return options;
  }

  /// The one that is chosen, if it is one.
  static Optional<LabPreset> of(LabOptions options) {
    return Arrays.stream(values()).filter(one -> one.options.equals(options)).findFirst();
  }

  /// Its name in the message bundles; with `.look` it is what to look at.
  String key() {
    return "train.preset." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
