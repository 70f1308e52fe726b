package org.mixoscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Settings;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.Examples.Split;
import org.mixoscope.lab.Experiment;
import org.mixoscope.lab.Onnx;
import org.mixoscope.lab.study.AlphaSearch;
import org.mixoscope.lab.study.Mixings;
import org.mixoscope.lab.study.Study;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Data in, small networks trained with and without mixing, what it did to them out.
@Command(
    name = "train",
    customSynopsis = "mixoscope train SRC|digits|moons|spirals|circles|blobs [OPTIONS]",
    description = {
      "Trains small networks with and without mixing, and says what it did to them.",
      "Accuracy is that on samples held back, as they are: on mixed ones no network can say both"
          + " classes of a label, so that their accuracy says little. The same options and seed"
          + " give the same numbers on every machine.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mixoscope train digits --method mixup --alpha 1 --label-noise 0.4 --epochs 100",
      "  mixoscope train moons --noise 0.25 --alpha 0.2 --epochs 200",
      "  mixoscope train photos --net cnn --mixup-alpha 0.8 --cutmix-alpha 1 --csv curves.csv",
      "  mixoscope train digits --method mixup --search alpha=0.1,0.2,0.4,1 --folds 3",
      "  mixoscope train digits --against none,mixup:0.2 --seeds 3 --onnx model.onnx --json"
    })
final class TrainCommand implements Callable<Integer> {
  private static final int MOST_RUNS = 4;

  private final PrintWriter out;
  private final PrintWriter err;

  @Mixin final TrainDataOptions samples = new TrainDataOptions();

  @Mixin final TrainNetOptions training = new TrainNetOptions();

  /// Not annotated: who makes the command adds the group of its methods.
  @Mixin final PolicyOptions policy = new PolicyOptions();

  @Option(
      names = "--against",
      paramLabel = "RUN,...",
      converter = Runs.class,
      description =
          "What to compare with, up to three: none; a method, or with its α as mixup:0.2. The"
              + " first is what wins are counted against. The default is none.")
  Against against = new Against(List.of(Mixings.NONE));

  @Option(
      names = "--seeds",
      paramLabel = "N",
      converter = SeedCount.class,
      description =
          "How many seeds, each with its own split, label noise, first weights and order, which"
              + " all runs share. The default is 5.")
  int seeds = 5;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = Values.Seed.class,
      description = "The first of them. The default is 42.")
  long seed = 42;

  @Option(
      names = "--search",
      paramLabel = "alpha=α,...",
      converter = Grid.class,
      description =
          "First choose α by samples held back from training, then train with the best of them."
              + " Says so where there is no difference.")
  @Nullable Alphas search;

  @Option(
      names = "--folds",
      paramLabel = "K",
      converter = Folds.class,
      description = "Of --search: K parts, each held back once. The default is one part.")
  @Nullable Integer folds;

  @Option(
      names = "--validation",
      paramLabel = "SHARE",
      converter = TrainDataOptions.Share.class,
      description = "Of --search without --folds: how much is held back. The default is 0.2.")
  @Nullable Double validation;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = BatchCommand.Threads.class,
      description = "Networks trained at a time; they change no number.")
  int threads = Math.min(Runtime.getRuntime().availableProcessors(), BatchCommand.Threads.MOST);

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

  @Option(names = "--json", description = "Print one JSON object at the end instead.")
  boolean json;

  TrainCommand(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException, RecipeException, InterruptedException {
    Path curves = csv == null ? null : OutputFile.require("--csv", csv, List.of(".csv"));
    Path model = onnx == null ? null : OutputFile.require("--onnx", onnx, List.of(".onnx"));
    if (search == null && (folds != null || validation != null)) {
      throw Refusal.usage("--folds and --validation: go with --search alpha=0.1,0.2,0.4,1");
    }
    if (folds != null && validation != null) {
      throw Refusal.usage("--validation: not with --folds, of which each is held back once");
    }
    TrainDataOptions.Data data = samples.read();
    List<Split> splits =
        LongStream.range(seed, seed + seeds).mapToObj(s -> data.ofSeed().apply(s)).toList();
    if (data.unreadable() != null) {
      err.println("mixoscope train: " + data.unreadable());
    }
    Examples first = splits.getFirst().train();
    if (first.shape().plane() == 1) {
      policy.how.usual("mixup");
    }
    Recipe recipe = policy.recipe();
    Policy mixing = policy.policy(recipe);
    if ((recipe == null ? policy.how.blending() : recipe.blending()) != Blending.SRGB) {
      throw Refusal.usage("--blending: a network is trained on pixels as they are stored: srgb");
    }
    Experiment plain =
        new Experiment(
            Mixings.NONE,
            training.net(data.source(), first.shape(), first.classes()),
            training.optimiser(),
            null,
            smoothing(recipe),
            training.batch);
    List<Experiment> others = against.names().stream().map(name -> against(plain, name)).toList();
    Stream.concat(others.stream().map(Experiment::mixing), Stream.of(mixing))
        .forEach(
            planner -> {
              if (planner instanceof Policy one) {
                Mixings.require(one, first.shape());
              }
            });

    TrainReport report =
        new TrainReport(data.source(), plain, samples.labelNoise, training.epochs, seed, splits);
    if (!json) {
      out.println(report.head());
    }
    long begun = System.nanoTime();
    AlphaSearch found = search == null ? null : searched(plain, mixing, splits);
    if (found != null) {
      mixing = Mixings.withAlpha(mixing, found.alphas().get(found.best()));
      if (!json) {
        report.searched(found).forEach(out::println);
      }
    }
    List<Experiment> runs = new ArrayList<>(others);
    runs.add(plain.mixedBy(Mixings.name(mixing), mixing));
    try (Study study = new Study(runs, splits, seed, threads)) {
      List<List<List<Study.Point>>> points =
          study.run(
              training.epochs,
              epoch -> {
                if (!json) {
                  out.println(report.epoch(runs, epoch));
                  out.flush();
                }
              });
      TrainReport.Result result =
          new TrainReport.Result(runs, points, found, (System.nanoTime() - begun) / 1e9);
      if (curves != null) {
        Files.writeString(curves, report.csv(result));
      }
      if (model != null) {
        Files.write(model, Onnx.of(study.training(runs.size() - 1, 0).network(), data.classes()));
      }
      if (json) {
        out.println(TrainJson.write(report, result));
      } else {
        report.table(result).forEach(out::println);
      }
    }
    return 0;
  }

  private double smoothing(@Nullable Recipe recipe) {
    return Objects.requireNonNullElse(
        training.smoothing, recipe == null ? policy.smoothing() : recipe.smoothing());
  }

  private static Experiment against(Experiment plain, String name) {
    if (name.equals(Mixings.NONE)) {
      return plain;
    }
    String[] parts = name.split(":", -1);
    MethodType type =
        MethodType.all().stream()
            .filter(one -> one.id().equals(parts[0]))
            .findFirst()
            .orElseThrow(() -> Refusal.usage("--against %s: there is no such run".formatted(name)));
    Policy usual = Policy.of(type.make(Settings.INITIAL));
    try {
      Policy mixing = parts.length == 1 ? usual : Mixings.withAlpha(usual, Values.number(parts[1]));
      return plain.mixedBy(Mixings.name(mixing), mixing);
    } catch (IllegalArgumentException | TypeConversionException e) {
      throw Refusal.usage("--against %s: %s".formatted(name, e.getMessage()));
    }
  }

  /// Of what is trained on alone: the test is not looked at.
  private AlphaSearch searched(Experiment plain, Policy mixing, List<Split> splits)
      throws InterruptedException {
    List<Split> parts = new ArrayList<>();
    for (int s = 0; s < splits.size(); s++) {
      Examples train = splits.get(s).train();
      int held = (int) Math.round(Objects.requireNonNullElse(validation, 0.2) * train.size());
      if (folds == null) {
        parts.add(train.split(train.size() - held, seed + s));
      } else {
        parts.addAll(train.folds(folds, seed + s));
      }
    }
    List<Double> alphas = Objects.requireNonNull(search).values();
    return AlphaSearch.run(plain, mixing, alphas, parts, seed, training.epochs, threads);
  }

  /// Names of runs. Not a list itself: picocli would split it.
  record Against(List<String> names) {}

  static final class Runs implements ITypeConverter<Against> {
    @Override
    public Against convert(String text) {
      List<String> names = Stream.of(text.split(",", -1)).map(String::strip).toList();
      Values.require(names.size() < MOST_RUNS, "must be at most three runs such as none,mixup:0.2");
      return new Against(names);
    }
  }

  /// A grid of α.
  record Alphas(List<Double> values) {}

  static final class Grid implements ITypeConverter<Alphas> {
    @Override
    public Alphas convert(String text) {
      Values.require(text.startsWith("alpha="), "must be alpha= and numbers, such as alpha=0.2,1");
      List<Double> values =
          Stream.of(text.substring("alpha=".length()).split(",", -1))
              .map(Values::number)
              .distinct()
              .toList();
      Values.require(values.stream().allMatch(a -> a > 0), "each must be above 0");
      return new Alphas(values);
    }
  }

  static final class SeedCount extends Values.Range {
    SeedCount() {
      super(1, 50);
    }
  }

  static final class Folds extends Values.Range {
    Folds() {
      super(2, 20);
    }
  }
}
