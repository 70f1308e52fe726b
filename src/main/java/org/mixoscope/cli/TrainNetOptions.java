package org.mixoscope.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixoscope.lab.NetSpec;
import org.mixoscope.lab.Optimiser;
import org.mixoscope.lab.Shape;
import picocli.CommandLine.Option;

/// What is trained, and how.
final class TrainNetOptions {
  @Option(
      names = "--net",
      paramLabel = "NET",
      description =
          "linear; mlp:64,64, dense layers of so many units; 784-128-10, the same with both ends;"
              + " cnn, two 3x3 convolutions of 16 and 32 channels with pools. After it"
              + " +batch-norm and +dropout:0.5 as wanted. The default is mlp:64,64 of points,"
              + " mlp:128 of digits, else cnn.")
  @Nullable String net;

  @Option(
      names = "--optimiser",
      paramLabel = "NAME",
      converter = Kind.class,
      description = "adam or sgd. The default is adam.")
  String optimiser = "adam";

  @Option(
      names = "--learning-rate",
      paramLabel = "η",
      converter = TrainDataOptions.Decimal.class,
      description = "The default is 0.001 of adam, 0.05 of sgd.")
  @Nullable Double rate;

  @Option(
      names = "--momentum",
      paramLabel = "μ",
      converter = TrainDataOptions.Decimal.class,
      description = "Of sgd, within [0, 1). The default is 0.9.")
  @Nullable Double momentum;

  @Option(
      names = "--weight-decay",
      paramLabel = "N",
      converter = TrainDataOptions.Decimal.class,
      description = "Decoupled, of all weights but biases. The default is 0.")
  double decay;

  @Option(
      names = "--smoothing",
      paramLabel = "ε",
      converter = Values.Smoothing.class,
      description =
          "Label smoothing ε within [0, 1) of all runs. The default is that of the profile, else"
              + " 0.")
  @Nullable Double smoothing;

  @Option(
      names = "--batch",
      paramLabel = "N",
      converter = Batch.class,
      description = "Samples a step. The default is 64.")
  int batch = 64;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      converter = Epochs.class,
      description = "How often all samples are seen. The default is 20.")
  int epochs = 20;

  /// @param source as it was named
  NetSpec net(String source, Shape input, int classes) {
    String usual = input.plane() == 1 ? "mlp:64,64" : source.equals("digits") ? "mlp:128" : "cnn";
    return NetSpec.of(Objects.requireNonNullElse(net, usual), input, classes);
  }

  Optimiser optimiser() {
    if (optimiser.equals("adam")) {
      if (momentum != null) {
        throw Refusal.usage("--momentum: only for --optimiser sgd");
      }
      return new Optimiser.Adam(Objects.requireNonNullElse(rate, 0.001)).withDecay(decay);
    }
    return new Optimiser.Sgd(
        Objects.requireNonNullElse(rate, 0.05), Objects.requireNonNullElse(momentum, 0.9), decay);
  }

  static final class Kind extends Choice<String> {
    Kind() {
      super(new String[] {"adam", "sgd"}, name -> name);
    }
  }

  static final class Batch extends Values.Range {
    Batch() {
      super(1, 4096);
    }
  }

  static final class Epochs extends Values.Range {
    Epochs() {
      super(1, 10_000);
    }
  }
}
