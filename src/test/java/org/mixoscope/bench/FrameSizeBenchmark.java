package org.mixoscope.bench;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.method.SmoothMix;
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

/// The same 4096·4096 uint8 pixels as pictures of different sizes: as many as it takes, or a batch
/// again and again. What a pixel costs should not depend on the size.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FrameSizeBenchmark {
  private static final int LARGEST = 4096;

  /// Height and width of a picture.
  @Param({"32", "128", "512", "4096"})
  public int side = 32;

  /// How many different pictures at most: a batch as a loader has just decoded it, of which small
  /// pictures are in the cache, or all, which come from memory.
  @Param({"64", "16384"})
  public int different = 64;

  private int pictures = 1;
  private final Workspace workspace = new Workspace();
  private BatchMemory in = BatchMemory.NONE;
  private BatchMemory out = BatchMemory.NONE;

  /// Fills the pictures.
  @Setup
  public void fill() {
    pictures = LARGEST / side * (LARGEST / side);
    int made = Math.min(different, pictures);
    in = BatchMemory.of(2, made, new Frame(side, side), ElementType.UINT8);
    out = BatchMemory.of(1, made, new Frame(side, side), ElementType.UINT8);
  }

  /// The baseline.
  @Benchmark
  public void copy() {
    MemorySegment from = in.batches().getFirst();
    MemorySegment to = out.batches().getFirst();
    for (int i = 0; i < pictures; i += out.samples().getFirst().size()) {
      MemorySegment.copy(from, 0, to, 0, from.byteSize());
    }
  }

  /// Mixup.
  @Benchmark
  @ComparedTo("copy")
  public void mixup() {
    mix(new Mixup(1));
  }

  /// CutMix.
  @Benchmark
  @ComparedTo("copy")
  public void cutMix() {
    mix(new CutMix(1));
  }

  /// SmoothMix, which makes and applies a weight per pixel.
  @Benchmark
  @ComparedTo("copy")
  public void smoothMix() {
    mix(new SmoothMix(0.25, 0.5));
  }

  private void mix(Method method) {
    Draw draw = new Draw(0.7, 0.4, 0.6);
    List<Pixels> to = out.samples().getFirst();
    for (int i = 0; i < pictures; i++) {
      int k = i % to.size();
      List<Pixels> pair = List.of(in.samples().get(0).get(k), in.samples().get(1).get(k));
      Inputs inputs = new Inputs(to.get(k).frame(), pair, null);
      Composition composition = method.compose(draw, inputs, workspace);
      Mixer.mix(composition, Blending.SRGB, pair, to.get(k), workspace);
    }
  }
}
