package org.mixoscope.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.Edition;
import org.mixoscope.batch.JobDocument;
import org.mixoscope.batch.JobSettings;
import org.mixoscope.batch.JobSource;
import org.mixoscope.batch.SampleStream;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.batch.sample.Made.Missed;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.image.PictureCache;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Objection;
import org.mixoscope.recipe.RecipeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A data set in, mixed samples out as a tar, for a program that trains.
@Command(
    name = "stream",
    customSynopsis = {
      "mixoscope stream SRC [OPTIONS]",
      "       mixoscope stream --job JOB [SRC] [OPTIONS]"
    },
    description = {
      "Mixes a data set epoch after epoch and writes a tar to standard output, as WebDataset reads"
          + " it.",
      "Every epoch has draws of its own: epoch E is copy E of what batch writes, with the same keys"
          + " and bytes. Threads change no byte. It ends quietly, with code 141, when nobody reads"
          + " any more.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mixoscope stream photos --size 224x224 | tar -tv",
      "  mixoscope stream photos --size 224x224 --profile timm-1.0.29 --shard 3/8",
      "  mixoscope stream photos --size 224x224 --image jpg --epochs 5 > five.tar",
      "  mixoscope stream --job mixed/run.json --image npy --shard 3/8"
    })
final class StreamCommand implements Callable<Integer> {
  /// As of a program that a broken pipe has ended.
  private static final int NOBODY_READS = 141;

  private final OutputStream standard;
  private final PrintWriter err;
  private final Set<String> named = new HashSet<>();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SRC",
      description = "The data set, as for mixoscope batch.")
  @Nullable Path source;

  @Mixin final JobOption given = new JobOption();

  @Mixin final DataSetOptions reading = new DataSetOptions();

  @Mixin final SizeLimit limit = new SizeLimit();

  @Mixin final BatchSampleOptions samples = new BatchSampleOptions();

  @Option(
      names = "--image",
      paramLabel = "HOW",
      converter = BatchOutputOptions.EncodingChoice.class,
      description =
          "How pixels are stored: npy, an array of height x width x channels with numbers as the"
              + " pictures have them; jpg:QUALITY (1 to 100), png of 8 bits, png16 or tiff. The"
              + " default is npy, or what a --job says.")
  @Nullable Encoding encoding;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      converter = Epochs.class,
      description = "How many epochs to write. The default is as many as are read.")
  @Nullable Integer epochs;

  @Option(
      names = "--first-epoch",
      paramLabel = "E",
      converter = FirstEpoch.class,
      description = "The epoch to begin with, to go on with a training. The default is 0.")
  int first;

  @Mixin final ShardOption shard = new ShardOption();

  @Mixin final CacheOption cache = new CacheOption();

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = BatchCommand.Threads.class,
      description = "Threads; they change no byte. The default is 1, for one stream a worker.")
  int threads = 1;

  @Option(
      names = "--strict",
      description =
          "Stop at the first picture that cannot be read. Without this it is left out and named"
              + " once on the error stream.")
  boolean strict;

  @Option(names = "--quiet", description = "Say nothing on the error stream but errors.")
  boolean quiet;

  /// @param standard what the tar goes to
  StreamCommand(OutputStream standard, PrintWriter err) {
    this.standard = standard;
    this.err = err;
  }

  /// Remembers that nobody takes what is written.
  private static final class Out extends FilterOutputStream {
    private boolean failed;

    Out(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        failed = true;
        throw e;
      }
    }
  }

  @Override
  public Integer call() throws IOException, RecipeException {
    requireReader();
    JobDocument document = given.job("--image", "--epochs", "--first-epoch");
    JobSource from =
        JobOption.source(source, reading.readAs(), document == null ? null : document.source());
    JobSettings settings = settings(document);
    Out out = new Out(standard);
    PictureReader.warmUpAside();
    try (DataSet data = DataSet.open(from.path(), from.as())) {
      from.requireSame(data);
      PictureCache kept = cache.open(from.path(), settings.samples(), null, this::say);
      SampleStream stream = new SampleStream(data, settings, kept, shard.part);
      if (!quiet) {
        Understood.lines(data).forEach(err::println);
        if (settings.samples().decoding() == Decoding.FAST) {
          err.println(Understood.fast(settings.samples(), OptionalInt.empty(), data.size()));
        }
        if (kept != null) {
          err.println(cache.line(settings.samples().frame(), data.size()));
        }
      }
      stream.write(
          new BufferedOutputStream(out),
          first,
          epochs == null ? OptionalLong.empty() : OptionalLong.of(epochs),
          threads,
          this::say);
      return 0;
    } catch (IOException e) {
      if (!out.failed) {
        throw e;
      }
      if (isFile()) {
        throw Refusal.failed("standard output cannot be written: " + e.getMessage());
      }
      return NOBODY_READS;
    }
  }

  // Null with -Djdk.console=java.base.
  @SuppressWarnings("SystemConsoleNull")
  private static void requireReader() {
    Console console = System.console();
    if (console != null && console.isTerminal()) {
      throw Refusal.usage(
          "writes a tar, not for a terminal: name a file with > or a program with |");
    }
  }

  /// Whether standard output goes to a file, which only fails when something is amiss.
  private static boolean isFile() {
    return Files.isRegularFile(Path.of("/dev/stdout"));
  }

  private JobSettings settings(@Nullable JobDocument document) throws IOException, RecipeException {
    Edition edition = Edition.PRESENT;
    try {
      JobSettings job =
          document != null
              ? document.settings()
              : new JobSettings(
                  edition,
                  samples.settings(edition.usualChannels(), 1, false),
                  new OutputSettings(OutputFormat.WEBDATASET, Encoding.Deep.NPY, false),
                  strict,
                  limit.megapixels);
      return job.streamed(encoding);
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("--" + e.getMessage());
    }
  }

  private void say(Missed picture) {
    if (!quiet && named.add(picture.name())) {
      err.println("mixoscope stream: left out: " + picture.problem().getMessage());
    }
  }

  private void say(Objection why) {
    if (!quiet) {
      err.println("mixoscope stream: " + why.text());
    }
  }

  static final class Epochs extends Values.Range {
    Epochs() {
      super(1, 100_000_000);
    }
  }

  static final class FirstEpoch extends Values.Range {
    FirstEpoch() {
      super(0, 100_000_000);
    }
  }
}
