package org.mixoscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.BatchJob;
import org.mixoscope.batch.BatchJob.Beginning;
import org.mixoscope.batch.BatchJob.Estimate;
import org.mixoscope.batch.Edition;
import org.mixoscope.batch.JobDocument;
import org.mixoscope.batch.JobFile;
import org.mixoscope.batch.JobSettings;
import org.mixoscope.batch.JobSource;
import org.mixoscope.batch.Merge;
import org.mixoscope.batch.ProgramVersion;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.clip.ClipJobDocument;
import org.mixoscope.batch.sample.Depth;
import org.mixoscope.batch.sample.Stock;
import org.mixoscope.batch.text.TextJobDocument;
import org.mixoscope.dataset.labelled.Background;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.image.PictureCache;
import org.mixoscope.image.PictureReader;
import org.mixoscope.recipe.RecipeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A data set in, mixed samples out.
@Command(
    name = "batch",
    customSynopsis = {
      "mixoscope batch SRC OUT [OPTIONS]",
      "       mixoscope batch --job JOB [SRC] OUT",
      "       mixoscope batch --merge OUT"
    },
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
      "  mixoscope batch photos mixed --background textures --method mixup --size 224x224",
      "  mixoscope batch photos mixed --size 224x224 --resume",
      "  mixoscope batch reviews.csv mixed --text-column text --text-method words --format parquet",
      "  mixoscope batch actions mixed --clips mp4 --along both --size 224x224",
      "  mixoscope batch --job mixed/run.json again",
      "  mixoscope batch photos mixed --size 224x224 --shard 3/8 --resume",
      "  mixoscope batch --merge mixed"
    })
final class BatchCommand implements Callable<Integer> {
  private static final int TRIES = 16;

  /// All else that there is to know lies in the parts.
  private static final Set<String> OF_MERGING = Set.of("--merge", "--quiet", "--json", "--verbose");

  /// What a cluster has ways of its own for, or none.
  private static final Set<String> NOT_FOR_CLUSTERS =
      Set.of("--threads", "--cache", "--shard", "--merge", "--retry-errors");

  private final PrintWriter out;
  private final PrintWriter err;
  private final @Nullable Cluster cluster;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SRC",
      description =
          "The data set: a folder with a sub-folder of pictures for each class; a .csv or .jsonl"
              + " file of paths and class names, indices or soft labels; MNIST's IDX files; CIFAR's"
              + " binary files; WebDataset .tar shards; or pictures with objects: COCO's .json,"
              + " YOLO's data.yaml, a folder of Pascal VOC or LabelMe. With --text-column a table"
              + " of texts, with --clips a folder of clips.")
  @Nullable String source;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "OUT",
      description = "The folder to write, empty or not there yet.")
  @Nullable String target;

  @Spec @Nullable CommandSpec command;

  @Mixin final TextBatchOptions texts = new TextBatchOptions();

  @Mixin final ClipBatchOptions clips = new ClipBatchOptions();

  @Mixin final JobOption given = new JobOption();

  @Mixin final DataSetOptions reading = new DataSetOptions();

  @Mixin final SizeLimit limit = new SizeLimit();

  @Mixin final BatchSampleOptions samples = new BatchSampleOptions();

  @Mixin final CopyOptions amount = new CopyOptions();

  @Mixin final BatchOutputOptions output = new BatchOutputOptions();

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = Threads.class,
      description = "Threads; they change no byte. The default is one for each processor.")
  int threads = Math.min(Runtime.getRuntime().availableProcessors(), Threads.MOST);

  @Mixin final ShardOption shard = new ShardOption();

  @Mixin final CacheOption cache = new CacheOption();

  @Option(
      names = "--merge",
      description =
          "Put the parts together that --shard has written into OUT, which is named alone: as if"
              + " one run had written all.")
  boolean merge;

  @Option(names = "--resume", description = "Go on with what an earlier run left in OUT.")
  boolean resume;

  @Option(
      names = "--retry-errors",
      description =
          "With --resume: try what OUT/errors.jsonl names again. Where a picture can be read now,"
              + " all from the first sample on that had to do without it is written anew, to the"
              + " bytes of a fresh run.")
  boolean retry;

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

  /// The job is done by this program.
  BatchCommand(PrintWriter out, PrintWriter err) {
    this(out, err, null);
  }

  /// @param cluster that does the job; null for this program
  BatchCommand(PrintWriter out, PrintWriter err, @Nullable Cluster cluster) {
    this.out = out;
    this.err = err;
    this.cluster = cluster;
  }

  @Override
  public Integer call() throws IOException, RecipeException, InterruptedException {
    if (cluster != null) {
      requireForClusters();
    }
    if (merge) {
      return merged();
    }
    JobFile file = given.file();
    if (file != null && file.kind() != JobFile.Kind.TEXTS && texts.column != null) {
      throw Refusal.usage("--text-column: is for texts, which the job has none of");
    }
    if (file != null && file.kind() != JobFile.Kind.PICTURES) {
      return again(file);
    }
    if (texts.isUsed()) {
      return texts.run(path(source, "SRC"), path(target, "OUT"), this, out, err);
    }
    if (clips.isUsed()) {
      return clips.run(path(source, "SRC"), path(target, "OUT"), this, out, err);
    }
    JobDocument document = file == null ? null : JobDocument.of(file);
    if (retry && !resume) {
      throw Refusal.usage("--retry-errors: goes with --resume");
    }
    if (retry && !shard.part.isWhole()) {
      throw Refusal.usage("--retry-errors: not with --shard; merge first, then try again");
    }
    // A job has a data set: what is named alone is the folder to write.
    boolean alone = document != null && target == null;
    Path named = alone || source == null ? null : path(source, "SRC");
    JobSource from =
        JobOption.source(named, reading.readAs(), document == null ? null : document.source());
    Path to = path(alone ? source : target, "OUT");
    JobSettings settings = document == null ? described(to) : document.settings();
    if (cluster == null) {
      PictureReader.warmUpAside();
    }
    try (DataSet data = DataSet.open(from.path(), from.as())) {
      from.requireSame(data);
      Background background = settings.openBackground();
      Stock stock = new Stock(data, background);
      BatchReport report = new BatchReport(quiet, json, to, stock, out, err);
      PictureCache kept =
          dryRun ? null : cache.open(from.path(), settings.samples(), to, report::uncached);
      BatchJob job =
          new BatchJob(
              from.path(), from.as(), data, background, settings, kept, ProgramVersion.read());
      if (settings.output().format().isArray()) {
        job.maps().ifPresent(maps -> report.mapped(maps, settings.samples().frame()));
      }
      if (settings.output().encoding().depth() != Depth.EIGHT) {
        report.deep(job.kind());
      }
      report.fast(settings.samples(), shard.part.isWhole() ? job.shrunk() : OptionalInt.empty());
      if (kept != null) {
        report.cached(cache, settings.samples().frame(), stock.size());
      }
      return dryRun ? plan(job, to, report) : run(job, to, report);
    }
  }

  /// Repeats a job of clips or texts.
  private int again(JobFile file) throws IOException {
    if (cluster != null) {
      throw notForClusters();
    }
    Path named = target == null || source == null ? null : path(source, "SRC");
    Path to = path(target == null ? source : target, "OUT");
    return file.kind() == JobFile.Kind.CLIPS
        ? clips.again(ClipJobDocument.of(file), named, to, this, out, err)
        : texts.again(TextJobDocument.of(file), named, to, this, out, err);
  }

  /// What is put together needs nothing but its folder.
  private int merged() throws IOException {
    for (OptionSpec option : spec().commandLine().getParseResult().matchedOptions()) {
      if (!OF_MERGING.contains(option.longestName())) {
        throw Refusal.usage(option.longestName() + ": not with --merge, which needs OUT alone");
      }
    }
    if (target != null) {
      throw Refusal.usage("--merge: needs the folder of the parts alone");
    }
    Path folder = path(source, "OUT");
    Progress end = Merge.of(folder);
    if (json && !quiet) {
      out.println(ProgressLine.object("merged", end));
    } else if (!quiet) {
      out.println("merged: %s in %s".formatted(BatchReport.samples(end.written()), folder));
    }
    return end.written() > 0 || end.total() == 0 ? 0 : 1;
  }

  private void requireForClusters() {
    for (OptionSpec option : spec().commandLine().getParseResult().matchedOptions()) {
      if (NOT_FOR_CLUSTERS.contains(option.longestName())) {
        throw Refusal.usage(option.longestName() + ": not on a cluster; use mixoscope batch");
      }
    }
    if (texts.isUsed() || clips.isUsed()) {
      throw notForClusters();
    }
  }

  private static Refusal notForClusters() {
    return Refusal.usage("texts and clips: not on a cluster; use mixoscope batch");
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(command, "set by picocli");
  }

  private JobSettings described(Path to) throws IOException, RecipeException {
    Edition edition = resume ? JobDocument.editionIn(shard.part.folder(to)) : Edition.PRESENT;
    return new JobSettings(
        edition,
        samples.settings(edition.usualChannels(), amount.copies, amount.keepOriginals),
        output.settings(),
        strict,
        limit.megapixels);
  }

  private int plan(BatchJob job, Path to, BatchReport report)
      throws IOException, InterruptedException {
    Estimate estimate = job.estimate(TRIES, sample -> {}).of(job.stretch(to, shard.part).size());
    if (retry) {
      job.retry(to).ifPresent(report::retried);
    }
    report.begun(estimate.census());
    report.planned(estimate);
    return 0;
  }

  private int run(BatchJob job, Path to, BatchReport report) throws IOException {
    if (cluster != null) {
      return ended(cluster.run(job, to, beginning(), report), report);
    }
    try (CtrlC _ = new CtrlC(job::cancel)) {
      return ended(job.run(to, shard.part, threads, beginning(), report), report);
    }
  }

  private int ended(Progress end, BatchReport report) {
    report.ended(end);
    report.ended(shard.part);
    out.flush();
    return end.done() == end.total() && (end.written() > 0 || end.total() == 0) ? 0 : 1;
  }

  private Beginning beginning() {
    return retry ? Beginning.RETRIED : resume ? Beginning.RESUMED : Beginning.REFUSED;
  }

  private Path path(@Nullable String argument, String what) {
    if (argument == null) {
      throw Refusal.usage(what + " is missing: name a folder");
    }
    if (argument.isBlank()) {
      throw Refusal.usage(what + " is empty: name a folder");
    }
    try {
      return cluster == null ? Path.of(argument) : cluster.path(argument);
    } catch (InvalidPathException e) {
      throw Refusal.failed(argument + ": not a file name");
    } catch (IOException e) {
      throw Refusal.failed(argument + ": cannot be reached: " + e.getMessage());
    }
  }

  static final class Threads extends Values.Range {
    static final int MOST = 256;

    Threads() {
      super(1, MOST);
    }
  }
}
