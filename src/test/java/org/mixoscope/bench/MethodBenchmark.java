package org.mixoscope.bench;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One sample of 224×224×3 uint8 by every method, drawn anew each time, four sources where a method
/// takes as many, on one thread into memory that is used again.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class MethodBenchmark {
  private static final Frame FRAME = new Frame(224, 224);

  /// Its name.
  @Param({
    "mixup",
    "cutmix",
    "cutmix-minmax",
    "mask",
    "k-mixup",
    "k-cutmix",
    "piecemix",
    "fmix",
    "gridmix",
    "resizemix",
    "smoothmix",
    "saliencymix",
    "mosaic",
    "ricap"
  })
  public String method = "mixup";

  private final Workspace workspace = new Workspace();
  private Method chosen = new Mixup(1);
  private Inputs inputs = Inputs.of(FRAME);
  private Pixels out = picture(0, 3);
  private long index;

  /// Fills the pictures.
  @Setup
  public void fill() {
    chosen = MethodType.of(method).initial();
    int sources = chosen.type().mixed(4);
    List<Pixels> pictures =
        Stream.iterate(0, k -> k + 1).limit(sources).map(k -> picture(k, 3)).toList();
    inputs = new Inputs(FRAME, pictures, picture(9, 1));
    out = pictures.getFirst().allocateLike();
  }

  private static Pixels picture(int seed, int channels) {
    byte[] values = new byte[(int) FRAME.pixels() * channels];
    new Random(seed).nextBytes(values);
    return Pixels.of(values, FRAME, channels);
  }

  /// Draws, composes and mixes.
  @Benchmark
  public Pixels mix() {
    Composition composition =
        chosen.compose(
            chosen.draw(RandomStreams.of(1, 0, index++), inputs.sources().size()),
            inputs,
            workspace);
    Mixer.mix(composition, Blending.SRGB, inputs.sources(), out, workspace);
    return out;
  }
}
