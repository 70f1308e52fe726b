package org.mixoscope.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A JPEG of 4000×3000 read at 224×224, decoded whole and decoded smaller, on one thread.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LargePhotoBenchmark {
  private static final Frame STORED = new Frame(3000, 4000);
  private static final Frame FRAME = new Frame(224, 224);
  private static final double GRAIN = 4;

  private final PictureReader exact = new PictureReader();
  private final PictureReader fast = exact.with(Decoding.FAST);
  private byte[] photo = {};

  /// Makes a photo as large as a camera's, with its grain: about 4 MB.
  @Setup
  public void write() throws PictureException {
    Pixels sample = new SourceReader(exact).read(Sample.ALL.getFirst().location()).pixels();
    Pixels large = Fitter.fit(sample, STORED, Fit.COVER);
    Random random = new Random(1);
    for (long i = 0; i < large.elements(); i++) {
      double value = large.number(i) + GRAIN * random.nextGaussian();
      large.put(i, Math.clamp(Math.round(value), 0, 255));
    }
    photo = PictureWriter.jpeg(large, 90, null);
  }

  private Pixels read(PictureReader reader) throws PictureException {
    return reader.read(photo, "photo", FRAME, Fit.COVER, _ -> PixelKind.RGB8).pixels();
  }

  /// All pixels.
  @Benchmark
  public Pixels exact() throws PictureException {
    return read(exact);
  }

  /// A quarter of them.
  @Benchmark
  @ComparedTo("exact")
  public Pixels fast() throws PictureException {
    return read(fast);
  }
}
