package org.mixoscope.bench;

import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/// A batch of 64×3×224×224 CHW on two threads, half of it on each, into memory that is used again.
/// Every sample has a λ or box of its own.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Threads(2)
@Fork(1)
public class MixBenchmark {
  private static final int BATCHES = 4;
  private static final int SIZE = 32;
  private static final Frame FRAME = new Frame(224, 224);

  /// What is mixed.
  @Param public ElementType type = ElementType.FLOAT32;

  private BatchMemory in = BatchMemory.NONE;
  private BatchMemory out = BatchMemory.NONE;
  private List<List<Mat>> inMats = List.of();
  private List<List<Mat>> outMats = List.of();
  private float[][] x = {};
  private float[][] y = {};
  private float[][] z = {};
  private final Workspace workspace = new Workspace();
  private List<Composition> mixups = List.of();
  private List<Composition> cutMixes = List.of();
  private List<Composition> mattes = List.of();
  private int batch;

  /// Fills the batches and draws.
  @Setup
  public void fill() {
    in = BatchMemory.of(BATCHES, SIZE, FRAME, type);
    out = BatchMemory.of(BATCHES, SIZE, FRAME, type);
    opencv_core.setNumThreads(1);
    inMats = in.samples().stream().map(this::mats).toList();
    outMats = out.samples().stream().map(this::mats).toList();
    int floats = (int) (in.batches().getFirst().byteSize() / Float.BYTES);
    x = new float[BATCHES][floats];
    y = new float[BATCHES][floats];
    z = new float[BATCHES][floats];
    mixups = compositions(new Mixup(1));
    cutMixes = compositions(new CutMix(1));
    float[] plane = new float[(int) FRAME.pixels()];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (i % 100 + 0.5f) / 100;
    }
    mattes = Collections.nCopies(SIZE, new Matte(FRAME, List.of(plane)));
  }

  private List<Mat> mats(List<Pixels> samples) {
    int depth =
        switch (type) {
          case UINT8 -> opencv_core.CV_8U;
          case UINT16 -> opencv_core.CV_16U;
          case FLOAT32 -> opencv_core.CV_32F;
          case FLOAT64 -> opencv_core.CV_64F;
        };
    return samples.stream()
        .map(p -> new BytePointer(p.memory().asByteBuffer()))
        .map(memory -> new Mat(3 * FRAME.height(), FRAME.width(), depth, memory))
        .toList();
  }

  private static List<Composition> compositions(Method method) {
    return IntStream.range(0, SIZE)
        .mapToObj(i -> method.draw(RandomStreams.of(1, 0, i)))
        .map(draw -> method.compose(draw, Inputs.of(FRAME)))
        .toList();
  }

  /// A baseline: the bytes of the batch, copied.
  @Benchmark
  public void copy() {
    next();
    MemorySegment from = in.batches().get(batch);
    MemorySegment.copy(from, 0, out.batches().get(batch), 0, from.byteSize());
  }

  /// A baseline: the same a picture at a time. From 2.5 MB on, Java's copying goes past the cache
  /// on processors with AVX-512, which nothing that is made of pieces can.
  @Benchmark
  public void copyPictures() {
    next();
    List<Pixels> to = out.samples().get(batch);
    for (int i = 0; i < SIZE; i++) {
      MemorySegment from = in.samples().get(batch).get(i).memory();
      MemorySegment.copy(from, 0, to.get(i).memory(), 0, from.byteSize());
    }
  }

  /// A baseline: as many bytes read twice and written once, by the simplest loop there is.
  @Benchmark
  public float[] move() {
    next();
    return sum(x[batch], y[batch], z[batch]);
  }

  private static float[] sum(float[] x, float[] y, float[] z) {
    for (int i = 0; i < z.length; i++) {
      z[i] = x[i] + y[i];
    }
    return z;
  }

  /// A baseline: Mixup by OpenCV, whose rounding is not quite the same.
  @Benchmark
  public void addWeighted() {
    next();
    for (int i = 0; i < SIZE; i++) {
      Blend blend = (Blend) mixups.get(i);
      double a = blend.weights().getFirst();
      double b = blend.weights().getLast();
      List<Mat> from = inMats.get(batch);
      Mat other = from.get((i + 1) % SIZE);
      opencv_core.addWeighted(from.get(i), a, other, b, 0, outMats.get(batch).get(i));
    }
  }

  /// Mixup.
  @Benchmark
  @ComparedTo({"move", "copy", "addWeighted"})
  public void mixup() {
    mix(mixups);
  }

  /// CutMix.
  @Benchmark
  @ComparedTo({"copy", "copyPictures"})
  public void cutMix() {
    mix(cutMixes);
  }

  /// A weight per pixel: what FMix, SmoothMix and masks give.
  @Benchmark
  @ComparedTo("move")
  public void matte() {
    mix(mattes);
  }

  private void mix(List<Composition> compositions) {
    next();
    List<Pixels> from = in.samples().get(batch);
    List<Pixels> to = out.samples().get(batch);
    for (int i = 0; i < SIZE; i++) {
      List<Pixels> pair = List.of(from.get(i), from.get((i + 1) % SIZE));
      Mixer.mix(compositions.get(i), Blending.SRGB, pair, to.get(i), workspace);
    }
  }

  private void next() {
    batch = (batch + 1) % BATCHES;
  }
}
