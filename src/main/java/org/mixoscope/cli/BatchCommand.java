package org.mixoscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.BatchJob;
import org.mixoscope.batch.BatchJob.Estimate;
import org.mixoscope.batch.JobSettings;
import org.mixoscope.batch.ProgramVersion;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A data set in, mixed samples out.
@Command(
    name = "batch",
    customSynopsis = "mixoscope batch SRC OUT [OPTIONS]",
    description = {
      "Mixes a whole data set and writes pictures with soft labels.",
      "The same data, options and seed write the same bytes, with any number of threads and after"
          + " any interruption.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mixoscope batch photos mixed --size 224x224",
      "  mixoscope batch photos mixed --mixup-alpha 0.8 --cutmix-alpha 1 --size 224x224 --copies 5",
      "  mixoscope batch photos mixed --recipe mixed.png --format webdataset",
      "  mixoscope batch train.csv mixed --method mixup --alpha 0.2 --size 64x64 --format npz",
      "  mixoscope batch photos mixed --size 224x224 --resume"
    })
final class BatchCommand implements Callable<Integer> {
  private static final int TRIES = 16;

  private final PrintWriter out;
  private final PrintWriter err;

  @Parameters(
      index = "0",
      paramLabel = "SRC",
      description =
          "The data set: a folder with a sub-folder of pictures for each class; a .csv or .jsonl"
              + " file of paths and class names, indices or soft labels; MNIST's IDX files;"
              + " CIFAR's binary files; or WebDataset .tar shards.")
  String source = "";

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description = "The folder to write, empty or not there yet.")
  String target = "";

  /// Not annotated: who makes the command adds the group of its methods.
  @Mixin final PolicyOptions policy = new PolicyOptions();

  @Mixin final BatchOutputOptions output = new BatchOutputOptions();

  @Option(
      names = "--pairing",
      paramLabel = "WHO",
      converter = PartnersChoice.class,
      description =
          "Who is mixed with whom: roll, each with the one before it in a shuffled order, which"
              + " decodes each picture once; random; same-class; other-class."
              + " The default is roll.")
  Partners partners = Partners.ROLL;

  @Option(
      names = "--copies",
      paramLabel = "N",
      converter = Copies.class,
      description = "How many mixes to make of every picture. The default is 1.")
  int copies = 1;

  @Option(names = "--keep-originals", description = "Write every picture as it is, too.")
  boolean keepOriginals;

  @Option(
      names = "--size",
      paramLabel = "WIDTHxHEIGHT",
      converter = Values.Size.class,
      description =
          "The size of all samples in pixels. The default is that of the recipe, else of each"
              + " sample's own picture.")
  @Nullable Frame size;

  @Option(
      names = "--fit",
      paramLabel = "HOW",
      converter = PictureOptions.FitChoice.class,
      description =
          "How a picture of another size is brought to that of the sample: cover, contain or"
              + " stretch. The default is that of the recipe, else cover.")
  @Nullable Fit fit;

  @Option(
      names = "--smoothing",
      paramLabel = "ε",
      converter = Values.Smoothing.class,
      description =
          "Label smoothing ε within [0, 1) over all classes of the data set. The default is that of"
              + " the recipe or profile, else 0.")
  @Nullable Double smoothing;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = Values.Seed.class,
      description = "The seed of everything random. The default is that of the recipe, else 42.")
  @Nullable Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = Threads.class,
      description = "Threads; they change no byte. The default is one for each processor.")
  int threads = Math.min(Runtime.getRuntime().availableProcessors(), Threads.MOST);

  @Option(names = "--resume", description = "Go on with what an earlier run left in OUT.")
  boolean resume;

  @Option(
      names = "--strict",
      description =
          "Stop at the first picture that cannot be read. Without this it is left out and named in"
              + " OUT/errors.jsonl.")
  boolean strict;

  @Option(names = "--dry-run", description = "Write nothing, say what would be written.")
  boolean dryRun;

  @Option(names = "--quiet", description = "Print nothing but errors.")
  boolean quiet;

  @Option(names = "--json", description = "Print a JSON object a line: progress, and the end.")
  boolean json;

  BatchCommand(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException, RecipeException, InterruptedException {
    Path from = path(source);
    Path to = path(target);
    Recipe recipe = policy.recipe();
    JobSettings settings = new JobSettings(samples(recipe), output.settings(), strict);
    try (DataSet data = DataSet.open(from)) {
      BatchJob job = new BatchJob(from, data, settings, ProgramVersion.read(), new PictureReader());
      BatchReport report = new BatchReport(quiet, json, to, out, err);
      return dryRun ? plan(job, report) : run(job, to, report);
    }
  }

  private static int plan(BatchJob job, BatchReport report)
      throws IOException, InterruptedException {
    Estimate estimate = job.estimate(TRIES, sample -> {});
    report.planned(estimate);
    return 0;
  }

  /// Ctrl+C ends the job before it ends the program.
  private int run(BatchJob job, Path to, BatchReport report) throws IOException {
    CountDownLatch said = new CountDownLatch(1);
    Thread hook = new Thread(() -> finish(job, said), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      Progress end = job.run(to, threads, resume, (_, progress) -> report.progress(progress));
      report.ended(end);
      return end.done() == end.total() ? 0 : 1;
    } finally {
      out.flush();
      said.countDown();
      remove(hook);
    }
  }

  private static void finish(BatchJob job, CountDownLatch said) {
    job.cancel();
    try {
      said.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // It runs just now.
    }
  }

  private SampleSettings samples(@Nullable Recipe recipe) {
    Frame frame = size != null || recipe == null ? size : recipe.frame();
    Fit how = Objects.requireNonNullElse(fit, recipe == null ? Fit.COVER : recipe.fit());
    double epsilon =
        Objects.requireNonNullElse(
            smoothing, recipe == null ? policy.smoothing() : recipe.smoothing());
    long key = Objects.requireNonNullElse(seed, recipe == null ? 42 : recipe.seed());
    return new SampleSettings(
        policy.policy(recipe),
        partners,
        recipe == null ? policy.how.blending() : recipe.blending(),
        recipe == null ? policy.how.mask() : recipe.mask(),
        frame,
        how,
        epsilon,
        copies,
        keepOriginals,
        key);
  }

  private static Path path(String argument) {
    try {
      return Path.of(argument);
    } catch (InvalidPathException e) {
      throw Refusal.failed(argument + ": not a file name");
    }
  }

  static final class PartnersChoice extends Choice<Partners> {
    PartnersChoice() {
      super(Partners.values(), Partners::id);
    }
  }

  static final class Copies extends Values.Range {
    Copies() {
      super(1, 1_000_000);
    }
  }

  static final class Threads extends Values.Range {
    static final int MOST = 256;

    Threads() {
      super(1, MOST);
    }
  }
}
