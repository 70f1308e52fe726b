package org.mixoscope.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
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

/// A photo of 500×375, cut and shrunk to 224×224 by the mean of areas, by us and by OpenCV, on one
/// thread.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ShrinkBenchmark {
  private static final Frame STORED = new Frame(375, 500);
  private static final Frame FRAME = new Frame(224, 224);

  private final byte[] photo = new byte[(int) STORED.pixels() * 3];
  private Mat cut = new Mat();
  private Size size = new Size();

  /// Fills the picture.
  @Setup
  public void fill() {
    PictureReader.warmUp();
    opencv_core.setNumThreads(1);
    new Random(1).nextBytes(photo);
    Mat whole = new Mat(STORED.height(), STORED.width(), opencv_core.CV_8UC3);
    whole.data().put(photo, 0, photo.length);
    Box crop = Fit.COVER.place(STORED, FRAME).from();
    cut = whole.rowRange(crop.y1(), crop.y2()).colRange(crop.x1(), crop.x2());
    size = new Size(FRAME.width(), FRAME.height());
  }

  /// By OpenCV.
  @Benchmark
  public void openCv() {
    try (Mat small = new Mat()) {
      opencv_imgproc.resize(cut, small, size, 0, 0, opencv_imgproc.INTER_AREA);
    }
  }

  /// As every picture is brought to a frame.
  @Benchmark
  @ComparedTo("openCv")
  public Pixels fitter() {
    return Fitter.fit(Pixels.of(photo, STORED, 3), FRAME, Fit.COVER);
  }
}
