package org.mixoscope.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Settings;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.lab.Disturbance;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.Examples.Split;
import org.mixoscope.lab.Experiment;
import org.mixoscope.lab.Onnx;
import org.mixoscope.lab.Shape;
import org.mixoscope.lab.study.AlphaSearch;
import org.mixoscope.lab.study.Mixings;
import org.mixoscope.lab.study.Study;
import org.mixoscope.lab.torch.TorchCode;
import org.mixoscope.lab.torch.TorchData;
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
      description = "The first of them. The default is that of the recipe, else 42.")
  @Nullable Long seed;

  @Mixin final TrainSearchOptions search = new TrainSearchOptions();

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = BatchCommand.Threads.class,
      description = "Networks trained at a time; they change no number.")
  int threads = Math.min(Runtime.getRuntime().availableProcessors(), BatchCommand.Threads.MOST);

  @Mixin final TrainResultOptions results = new TrainResultOptions();

  TrainCommand(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException, RecipeException, InterruptedException {
    Path curves = OutputFile.optional("--csv", results.csv, ".csv");
    Path model = OutputFile.optional("--onnx", results.onnx, ".onnx");
    Path script = OutputFile.optional("--pytorch", results.pytorch, ".py");
    search.require();
    Recipe recipe = policy.recipe();
    long first = Objects.requireNonNullElse(seed, recipe == null ? 42 : recipe.seed());
    TrainDataOptions.Data data = samples.read(recipe);
    List<Split> splits =
        LongStream.range(first, first + seeds).mapToObj(s -> data.ofSeed().apply(s)).toList();
    data.remarks().forEach(remark -> err.println("mixoscope train: " + remark));
    Examples train = splits.getFirst().train();
    Shape shape = train.shape();
    List<Disturbance> disturbances = results.disturbances(shape);
    if (shape.plane() == 1) {
      policy.how.usual("mixup");
    }
    Policy mixing = policy.policy(recipe);
    if ((recipe == null ? policy.how.blending() : recipe.blending()) != Blending.SRGB) {
      throw Refusal.usage("--blending: a network is trained on pixels as they are stored: srgb");
    }
    Experiment plain =
        new Experiment(
            Mixings.NONE,
            training.net(data.source(), shape, train.classes()),
            training.optimiser(),
            null,
            smoothing(recipe),
            training.batch,
            mask(recipe, mixing, shape, data.fit()));
    List<Experiment> others = against.names().stream().map(name -> against(plain, name)).toList();
    Stream.concat(others.stream().map(Experiment::mixing), Stream.of(mixing))
        .forEach(
            planner -> {
              if (planner instanceof Policy one) {
                Mixings.require(one, shape, plain.mask() != null);
              }
            });

    TrainReport report =
        new TrainReport(
            data.source(),
            data.classes(),
            plain,
            samples.labelNoise,
            training.epochs,
            first,
            splits);
    if (!results.json) {
      out.println(report.head());
    }
    long begun = System.nanoTime();
    AlphaSearch found = search.run(plain, mixing, splits, first, training.epochs, threads);
    if (found != null) {
      mixing = Mixings.withAlpha(mixing, found.alphas().get(found.best()));
      if (!results.json) {
        report.searched(found).forEach(out::println);
      }
    }
    List<Experiment> runs = new ArrayList<>(others);
    runs.add(plain.mixedBy(Mixings.name(mixing), mixing));
    try (Study study = new Study(runs, splits, first, threads)) {
      List<List<List<Study.Point>>> points =
          study.run(
              training.epochs,
              epoch -> {
                if (!results.json) {
                  out.println(report.epoch(runs, epoch));
                  out.flush();
                }
              });
      List<TrainReport.Disturbed> disturbed = new ArrayList<>();
      for (Disturbance one : disturbances) {
        disturbed.add(new TrainReport.Disturbed(one, study.robustness(one)));
      }
      TrainReport.Result result =
          new TrainReport.Result(runs, points, disturbed, found, (System.nanoTime() - begun) / 1e9);
      if (curves != null) {
        Files.writeString(curves, report.csv(result));
      }
      if (model != null) {
        Files.write(model, Onnx.of(study.training(runs.size() - 1, 0).network(), data.classes()));
      }
      if (script != null) {
        writeTorch(script, report, runs);
      }
      if (results.json) {
        out.println(TrainJson.write(report, result, results.confusion));
      } else {
        TrainTables.of(report, result, results.confusion).forEach(out::println);
      }
    }
    return 0;
  }

  /// The script, and beside it what it reads.
  private void writeTorch(Path script, TrainReport report, List<Experiment> runs)
      throws IOException {
    String name = script.getFileName().toString();
    String data = name.substring(0, name.length() - ".py".length()) + ".npz";
    TorchCode code =
        TorchCode.of(
            report.head().lines().findFirst().orElseThrow(),
            runs,
            report.epochs(),
            report.seed(),
            report.splits().size(),
            data);
    Files.writeString(script, code.script());
    try (OutputStream to =
        new BufferedOutputStream(Files.newOutputStream(script.resolveSibling(data)))) {
      TorchData.write(report.splits(), to);
    }
    code.leftOut()
        .forEach(
            run ->
                err.println(
                    "mixoscope train: --pytorch leaves out %s: the script has Mixup and CutMix, drawn for each sample"
                        .formatted(run)));
  }

  private double smoothing(@Nullable Recipe recipe) {
    return Objects.requireNonNullElse(
        training.smoothing, recipe == null ? policy.smoothing() : recipe.smoothing());
  }

  /// What a method mixes by that needs a mask, in the size of the samples; null if none does.
  private @Nullable Pixels mask(@Nullable Recipe recipe, Policy mixing, Shape shape, Fit fit)
      throws PictureException {
    String file = recipe == null ? policy.how.mask() : recipe.mask();
    boolean isUsed =
        mixing.choices().stream().anyMatch(c -> c.drawing().method().type().uses(Trait.MASK));
    return file == null || !isUsed
        ? null
        : Fitter.fitMask(
            new SourceReader(samples.limit.reader()).readMask(file), shape.frame(), fit);
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

  static final class SeedCount extends Values.Range {
    SeedCount() {
      super(1, 50);
    }
  }
}
