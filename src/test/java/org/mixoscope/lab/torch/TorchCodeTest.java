package org.mixoscope.lab.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.batch.BatchPlanner;
import org.mixoscope.kernel.batch.Granularity;
import org.mixoscope.kernel.batch.Pairing;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.KMixup;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.Examples.Split;
import org.mixoscope.lab.Experiment;
import org.mixoscope.lab.NetSpec;
import org.mixoscope.lab.Optimiser;
import org.mixoscope.lab.Shape;
import org.mixoscope.lab.data.Digits;
import org.mixoscope.lab.data.PlanePoints;

/// What leaves for PyTorch is the experiment: its network, its numbers, its samples.
@BesideWindows
class TorchCodeTest {
  private static final Optimiser ADAM = new Optimiser.Adam(2e-3).withDecay(0.01);

  private static TorchCode code(String net, Shape shape, BatchPlanner... mixings) {
    NetSpec spec = NetSpec.of(net, shape, 3);
    List<Experiment> runs =
        IntStream.range(0, mixings.length)
            .mapToObj(i -> new Experiment("run " + i, spec, ADAM, mixings[i], 0.1, 32))
            .toList();
    return TorchCode.of("blobs: of a\ntest", runs, 7, 42, 2, "it's \"x\".npz");
  }

  @Test
  void networkAndNumbersAreThoseOfTheExperiment() {
    String script =
        code("cnn+batch-norm+dropout:0.25", new Shape(1, 12, 10), (Policy) null).script();

    assertTrue(
        script.contains(
            """
                    nn.Conv2d(1, 16, 3, padding=1),
                    nn.MaxPool2d(2),
                    nn.BatchNorm2d(16),
                    nn.ReLU(),
                    nn.Conv2d(16, 32, 3, padding=1),
                    nn.MaxPool2d(2),
                    nn.BatchNorm2d(32),
                    nn.ReLU(),
                    nn.Dropout(0.25),
                    nn.Flatten(),
                    nn.Linear(192, 3),
            """),
        script);
    assertTrue(script.contains("torch.optim.Adam(net.parameters(), lr=RATE, betas=(0.9, 0.999))"));
    for (String line :
        List.of(
            "SEEDS = [42, 43]",
            "EPOCHS = 7",
            "BATCH = 32",
            "SMALLEST_BATCH = 2",
            "SMOOTHING = 0.1",
            "RATE = 0.002",
            "DECAY = 0.01  # of weights, not of biases",
            "DATA = \"it's \\\"x\\\".npz\"",
            "# blobs: of a test",
            "# Batch norm remembers a variance n/(n−1) times that of Mixoscope, and cannot"
                + " train")) {
      assertTrue(script.lines().anyMatch(line::equals), line + " is not in " + script);
    }
    String points = code("mlp:5+batch-norm", Shape.row(2), (Policy) null).script();
    assertTrue(points.contains("nn.Linear(2, 5),\n        nn.BatchNorm1d(5),"), points);
    assertFalse(points.contains("Flatten"), points);
  }

  @Test
  void whatTheScriptHasNoWordsForIsLeftOutAndSaid() {
    Policy both = Policy.switching(new Mixup(0.4), new CutMix(1), 0.3).withProbability(0.7);
    TorchCode code =
        code(
            "linear",
            new Shape(1, 12, 10),
            null,
            both,
            Policy.of(new CutMix(1, BoxRule.KERAS_CV, true)),
            Policy.of(new KMixup(1)),
            Policy.of(new Mixup(1)).with(Granularity.ELEMENT, Pairing.ROLL),
            Policy.of(new Mixup(1)).withoutMixingFrom(3),
            Policy.of(
                List.of(new Policy.Choice(Profile.of("timm-1.0.28").convention("mixup"), 1, 2))));

    assertEquals(List.of("run 2", "run 3", "run 4", "run 5", "run 6"), code.leftOut());
    assertTrue(
        code.script()
            .contains(
                """
                RUNS = [
                    ("run 0", 0.0, []),
                    ("run 1", 0.7, [("mixup", 0.4, 0.7), ("cutmix", 1.0, 0.3)]),
                ]
                """),
        code.script());
    assertTrue(code.script().contains("# LEFT OUT: run 6\n"), code.script());
    assertFalse(code("linear", Shape.row(2), both).script().contains("LEFT OUT"));
  }

  /// Prints shapes and types of an archive, and sums that tell whether rows are where they should.
  private static final String READER =
      """
      import py_compile, sys
      import numpy as np
      py_compile.compile("script.py", doraise=True)
      for file in ("digits.npz", "points.npz"):
          data = np.load(file)
          print(*(f"{name}{data[name].shape}{data[name].dtype}" for name in data.files))
          print("%.3f" % sum(data["x"][data["train"][-1]].astype("float64").reshape(-1)))
          print(*data["test_labels"][-1].argmax(1)[:5])
      """;

  @Test
  void pythonCompilesItAndReadsTheSamples(@TempDir Path folder) throws Exception {
    String python =
        Stream.of("/usr/bin/python3", "python3")
            .filter(one -> said(folder, one, "-c", "import numpy").equals(""))
            .findFirst()
            .orElse(null);
    assumeTrue(python != null, "no python3 with NumPy here");
    Examples all = Digits.read();
    List<Split> digits = List.of(all.split(0.2, 30, 0.5, 1), all.split(0.2, 30, 0.5, 2));
    List<Split> points = List.of(PlanePoints.Kind.BLOBS.usual().split(20, 0, 1));
    write(folder.resolve("digits.npz"), digits);
    write(folder.resolve("points.npz"), points);
    TorchCode code = code("linear", Shape.row(2), Policy.of(new Mixup(1)));
    Files.writeString(folder.resolve("script.py"), code.script());

    List<String> lines = said(folder, python, "-c", READER).lines().toList();

    int distinct =
        Math.toIntExact(
            digits.stream()
                .flatMap(split -> Stream.of(split.train(), split.test()))
                .flatMap(part -> Stream.of(part.inputs()))
                .distinct()
                .count());
    assertTrue(distinct < 2 * (30 + 359), "some are in both");
    assertEquals(
        List.of(
            "x(%d, 1, 28, 28)float32 train(2, 30)int32 train_labels(2, 30, 10)float32"
                    .formatted(distinct)
                + " test(2, 359)int32 test_labels(2, 359, 10)float32",
            sum(digits.getLast().train()),
            classes(digits.getLast().test()),
            "x(2020, 2)float32 train(1, 20)int32 train_labels(1, 20, 3)float32"
                + " test(1, 2000)int32 test_labels(1, 2000, 3)float32",
            sum(points.getLast().train()),
            classes(points.getLast().test())),
        lines);
  }

  private static String sum(Examples samples) {
    double sum = 0;
    for (float[] row : samples.inputs()) {
      for (float number : row) {
        sum += number;
      }
    }
    return String.format(Locale.ROOT, "%.3f", sum);
  }

  private static String classes(Examples samples) {
    return IntStream.range(0, 5)
        .mapToObj(i -> String.valueOf(samples.classOf(i)))
        .collect(Collectors.joining(" "));
  }

  private static void write(Path file, List<Split> splits) throws IOException {
    try (OutputStream to = Files.newOutputStream(file)) {
      TorchData.write(splits, to);
    }
  }

  /// What a program says, or that there is none.
  private static String said(Path folder, String... command) {
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
