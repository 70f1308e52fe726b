package org.mixoscope.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.Edition;
import org.mixoscope.batch.JobSettings;
import org.mixoscope.batch.Part;
import org.mixoscope.batch.SampleStream;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.image.PictureCache;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// An epoch of thousands of JPEGs of 500×375, streamed on one thread as CutMix in arrays of
/// 224×224, to nobody: decoded, and from a cache that holds them all.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 3)
@Fork(1)
public class StreamBenchmark {
  private static final int PICTURES = 2000;

  private Path folder = Path.of("");

  /// Writes the pictures.
  @Setup
  public void writePictures() throws IOException {
    folder = Files.createTempDirectory("mixoscope-bench");
    BenchmarkPhotos.write(folder.resolve("photos"), PICTURES);
  }

  /// Deletes the pictures.
  @TearDown
  public void deletePictures() throws IOException {
    BenchmarkPhotos.delete(folder);
  }

  /// The baseline.
  @Benchmark
  public void decoded() throws IOException {
    stream(null);
  }

  /// From what the first iteration has kept.
  @Benchmark
  @ComparedTo("decoded")
  public void cached() throws IOException {
    stream(
        PictureCache.in(
            folder.resolve("cache"),
            "bench",
            why -> {
              throw new IllegalStateException(why.text());
            }));
  }

  private void stream(@Nullable PictureCache cache) throws IOException {
    SampleSettings samples = BenchmarkPhotos.cutMix();
    OutputSettings output = new OutputSettings(OutputFormat.WEBDATASET, Encoding.Deep.NPY, false);
    JobSettings settings = new JobSettings(Edition.PRESENT, samples, output, false);
    try (DataSet data = DataSet.open(folder.resolve("photos"))) {
      new SampleStream(data, settings, cache, Part.WHOLE)
          .write(
              OutputStream.nullOutputStream(),
              0,
              OptionalLong.of(1),
              1,
              missed -> {
                throw new IllegalStateException(missed.problem());
              });
    }
  }
}
