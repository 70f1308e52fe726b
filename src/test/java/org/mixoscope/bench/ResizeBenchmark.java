package org.mixoscope.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.Resampling;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
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

/// The same patches of 224×224×3 uint8 pictures resized and pasted by the kernel and by OpenCV, on
/// one thread.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ResizeBenchmark {
  private static final Frame FRAME = new Frame(224, 224);
  private static final int DRAWS = 64;

  /// Its name.
  @Param({"resizemix", "mosaic"})
  public String method = "mosaic";

  private final Workspace workspace = new Workspace();
  private final List<Patchwork> patchworks = new ArrayList<>();
  private final List<Pixels> sources = new ArrayList<>();
  private final List<Mat> mats = new ArrayList<>();
  private Pixels out = picture(0);
  private Mat outMat = new Mat();
  private int next;

  /// Fills the pictures and draws.
  @Setup
  public void fill() {
    PictureReader.warmUp();
    opencv_core.setNumThreads(1);
    Method chosen = MethodType.of(method).initial();
    for (int k = 0; k < chosen.type().mixed(4); k++) {
      sources.add(picture(k));
      Mat mat = new Mat(FRAME.height(), FRAME.width(), opencv_core.CV_8UC3);
      byte[] values = new byte[(int) sources.get(k).byteSize()];
      new Random(k).nextBytes(values);
      mat.data().put(values, 0, values.length);
      mats.add(mat);
    }
    out = sources.getFirst().allocateLike();
    outMat = new Mat(FRAME.height(), FRAME.width(), opencv_core.CV_8UC3);
    for (int i = 0; i < DRAWS; i++) {
      var draw = chosen.draw(RandomStreams.of(1, 0, i), sources.size());
      patchworks.add((Patchwork) chosen.compose(draw, Inputs.of(FRAME)));
    }
  }

  private static Pixels picture(int seed) {
    byte[] values = new byte[(int) FRAME.pixels() * 3];
    new Random(seed).nextBytes(values);
    return Pixels.of(values, FRAME, 3);
  }

  /// By OpenCV.
  @Benchmark
  public BytePointer openCv() {
    for (Patch patch : patchworks.get(next++ % DRAWS).patches()) {
      if (!patch.box().isEmpty()) {
        paint(patch);
      }
    }
    return outMat.data();
  }

  private void paint(Patch patch) {
    try (Rect from = rect(patch.from());
        Rect to = rect(patch.box());
        Mat source = new Mat(mats.get(patch.source()), from);
        Mat target = new Mat(outMat, to)) {
      if (patch.isCopy()) {
        source.copyTo(target);
      } else {
        opencv_imgproc.resize(source, target, target.size(), 0, 0, code(patch.resampling()));
      }
    }
  }

  private static Rect rect(Box box) {
    return new Rect(box.x1(), box.y1(), box.width(), box.height());
  }

  private static int code(Resampling resampling) {
    return switch (resampling) {
      case NEAREST -> opencv_imgproc.INTER_NEAREST;
      case BILINEAR -> opencv_imgproc.INTER_LINEAR;
      case AREA -> opencv_imgproc.INTER_AREA;
    };
  }

  /// By the kernel.
  @Benchmark
  @ComparedTo("openCv")
  public Pixels kernel() {
    Mixer.mix(patchworks.get(next++ % DRAWS), Blending.SRGB, sources, out, workspace);
    return out;
  }
}
