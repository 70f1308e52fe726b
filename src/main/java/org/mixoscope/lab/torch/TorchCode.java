package org.mixoscope.lab.torch;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.mixoscope.kernel.batch.Granularity;
import org.mixoscope.kernel.batch.Pairing;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.batch.Policy.Choice;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.profile.Convention;
import org.mixoscope.lab.Experiment;
import org.mixoscope.lab.Layer;
import org.mixoscope.lab.NetSpec;
import org.mixoscope.lab.Optimiser;
import org.mixoscope.lab.Shape;

/// An experiment as a script for PyTorch: the same samples, which it reads from what [TorchData]
/// writes, the same network and hyperparameters, mixed by Mixup and CutMix with soft labels, tested
/// on samples as they are. Its head says what cannot be the same.
///
/// @param script all of it, in UTF-8
/// @param leftOut names of the runs that are mixed by what the script does not know
public record TorchCode(String script, List<String> leftOut) {
  private static final String BODY = body();

  /// Keeps a copy.
  public TorchCode {
    leftOut = List.copyOf(leftOut);
  }

  /// Writes it.
  ///
  /// @param about what is trained on, in a line
  /// @param runs of one network, optimiser and batch size: they differ in their mixing
  /// @param epochs at least 1
  /// @param seed the first one
  /// @param seeds how many, at least 1
  /// @param data name of the file with the samples, which lies beside the script
  public static TorchCode of(
      String about, List<Experiment> runs, int epochs, long seed, int seeds, String data) {
    Experiment first = runs.getFirst();
    List<String> lines = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Experiment run : runs) {
      mixing(run)
          .ifPresentOrElse(
              mixing -> lines.add("    (%s, %s),\n".formatted(quoted(run.name()), mixing)),
              () -> leftOut.add(run.name()));
    }
    boolean isNormal = first.net().layers().contains(new Layer.BatchNorm());
    String settings =
        """
        from pathlib import Path

        import numpy as np
        import torch
        from torch import nn

        DATA = %s
        SEEDS = %s
        EPOCHS = %d
        BATCH = %d
        SMALLEST_BATCH = %d
        SMOOTHING = %s
        RATE = %s
        DECAY = %s  # of weights, not of biases
        # Name, share of samples that are mixed, and what by: method, α, weight.
        RUNS = [
        %s]


        def network():
            return nn.Sequential(
        %s    )


        def optimiser(net):
            return torch.optim.%s
        """
            .formatted(
                quoted(data),
                LongStream.range(seed, seed + seeds).boxed().toList(),
                epochs,
                first.batchSize(),
                isNormal ? 2 : 1,
                first.smoothing(),
                first.optimiser().rate(),
                first.optimiser().decay(),
                String.join("", lines),
                network(first.net()),
                optimiser(first.optimiser()));
    String script = head(about, data, isNormal, leftOut) + settings + BODY;
    return new TorchCode(script, leftOut);
  }

  private static String head(String about, String data, boolean isNormal, List<String> leftOut) {
    List<String> lines = new ArrayList<>();
    lines.add(about);
    lines.add("Written by Mixoscope. Needs torch and numpy, and beside it");
    lines.add(data + ",");
    lines.add("which has the samples of every seed, split and with the labels that were redrawn.");
    lines.add("Random numbers are not those of Mixoscope: first weights, the order of samples,");
    lines.add("partners and draws. Compare means over seeds, not single curves.");
    if (isNormal) {
      lines.add(
          "Batch norm remembers a variance n/(n−1) times that of Mixoscope, and cannot train");
      lines.add("on a last batch of one sample, which is skipped.");
    }
    for (String run : leftOut) {
      lines.add("LEFT OUT: " + run);
    }
    if (!leftOut.isEmpty()) {
      lines.add("Mixup and CutMix are here, drawn for each sample. Train on what others mix from");
      lines.add("the files that mixoscope batch writes with the same method or profile.");
    }
    return lines.stream()
        .map(line -> "# " + line.replaceAll("\\p{Cntrl}", " ").strip() + "\n")
        .collect(Collectors.joining("", "", "\n"));
  }

  /// How batches are mixed, as the script says it; empty where it has no words for it.
  private static Optional<String> mixing(Experiment run) {
    if (run.mixing() == null) {
      return Optional.of("0.0, []");
    }
    if (!(run.mixing() instanceof Policy policy)
        || policy.granularity() != Granularity.ELEMENT
        || policy.pairing() != Pairing.DERANGEMENT
        || policy.offFromEpoch() != Policy.NEVER) {
      return Optional.empty();
    }
    List<String> choices = new ArrayList<>();
    for (Choice choice : policy.choices()) {
      Optional<String> method = method(choice);
      if (choice.weight() > 0 && method.isEmpty()) {
        return Optional.empty();
      }
      method.ifPresent(words -> choices.add("(%s, %s)".formatted(words, choice.weight())));
    }
    return Optional.of("%s, [%s]".formatted(policy.probability(), String.join(", ", choices)));
  }

  private static Optional<String> method(Choice choice) {
    if (choice.drawing() instanceof Convention) {
      return Optional.empty();
    }
    Method method = choice.drawing().method();
    return switch (method) {
      case Mixup(double alpha) -> Optional.of("\"mixup\", " + alpha);
      case CutMix cutmix when cutmix.equals(new CutMix(cutmix.alpha())) ->
          Optional.of("\"cutmix\", " + cutmix.alpha());
      default -> Optional.empty();
    };
  }

  private static String network(NetSpec net) {
    StringBuilder lines = new StringBuilder();
    List<Shape> shapes = net.shapes();
    for (int i = 0; i < net.layers().size(); i++) {
      Shape in = shapes.get(i);
      String module =
          switch (net.layers().get(i)) {
            case Layer.Dense(int units) ->
                (in.plane() > 1 ? "Flatten(),\n        nn." : "")
                    + "Linear(%d, %d)".formatted(in.size(), units);
            case Layer.Convolution(int channels) ->
                "Conv2d(%d, %d, 3, padding=1)".formatted(in.channels(), channels);
            case Layer.MaxPool _ -> "MaxPool2d(2)";
            case Layer.Relu _ -> "ReLU()";
            case Layer.Dropout(double rate) -> "Dropout(" + rate + ")";
            case Layer.BatchNorm _ ->
                "BatchNorm%dd(%d)".formatted(in.plane() > 1 ? 2 : 1, in.channels());
          };
      lines.append("        nn.").append(module).append(",\n");
    }
    return lines.toString();
  }

  /// Weight decay is not the optimiser's: it spares biases, and is decoupled for both.
  private static String optimiser(Optimiser optimiser) {
    return switch (optimiser) {
      case Optimiser.Adam adam ->
          "Adam(net.parameters(), lr=RATE, betas=(%s, %s))".formatted(adam.beta1(), adam.beta2());
      case Optimiser.Sgd sgd ->
          "SGD(net.parameters(), lr=RATE, momentum=%s)".formatted(sgd.momentum());
    };
  }

  /// JSON's quotes are Python's.
  private static String quoted(String text) {
    return new TextNode(text).toString();
  }

  private static String body() {
    try (InputStream stream = TorchCode.class.getResourceAsStream("experiment.py")) {
      if (stream == null) {
        throw new IllegalStateException("experiment.py is missing from this build");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("experiment.py", e);
    }
  }
}
