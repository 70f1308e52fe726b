package org.mixoscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.mixoscope.batch.BatchJob;
import org.mixoscope.batch.Edition;
import org.mixoscope.batch.JobSettings;
import org.mixoscope.batch.output.Encoding.Jpeg;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Pixels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Thousands of JPEGs of 500×375 to CutMix at 224×224 and JPEG of quality 95, on two threads,
/// beside reading, resizing and writing the same files without mixing.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class BatchJobBenchmark {
  private static final int PICTURES = 2000;
  private static final int THREADS = 2;

  private Path folder = Path.of("");

  /// Writes the pictures.
  @Setup
  public void writePictures() throws IOException {
    folder = Files.createTempDirectory("mixoscope-bench");
    BenchmarkPhotos.write(source(), PICTURES);
  }

  private Path source() {
    return folder.resolve("photos");
  }

  /// Makes room for the next run.
  @TearDown(Level.Iteration)
  public void deleteOutput() throws IOException {
    BenchmarkPhotos.delete(folder.resolve("out"));
  }

  /// Deletes the pictures.
  @TearDown
  public void deletePictures() throws IOException {
    BenchmarkPhotos.delete(folder);
  }

  /// The baseline: decode, resize, encode, write.
  @Benchmark
  public void withoutMixing() throws Exception {
    Path out = Files.createDirectories(folder.resolve("out"));
    PictureReader reader = new PictureReader();
    try (DataSet data = DataSet.open(source());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Path>> files =
          IntStream.range(0, data.size())
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            Pixels small =
                                data.read(
                                        i, reader, BenchmarkPhotos.FRAME, Fit.COVER, Channels.KEEP)
                                    .pixels();
                            byte[] jpeg = PictureWriter.jpeg(small, 95, null);
                            return Files.write(out.resolve(i + ".jpg"), jpeg);
                          }))
              .toList();
      for (Future<Path> file : files) {
        file.get();
      }
    }
  }

  /// The job.
  @Benchmark
  @ComparedTo("withoutMixing")
  public void job() throws IOException {
    SampleSettings samples = BenchmarkPhotos.cutMix();
    OutputSettings output = new OutputSettings(OutputFormat.IMAGEFOLDER, new Jpeg(95), false);
    try (DataSet data = DataSet.open(source())) {
      JobSettings settings = new JobSettings(Edition.PRESENT, samples, output, false);
      new BatchJob(source(), ReadAs.USUAL, data, settings, "bench")
          .run(folder.resolve("out"), THREADS, false, (_, _) -> {});
    }
  }
}
