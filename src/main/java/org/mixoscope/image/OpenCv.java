package org.mixoscope.image;

import java.lang.foreign.MemorySegment;
import java.util.OptionalInt;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.mixoscope.image.Encoded.Samples;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Bytes;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// The few calls into OpenCV. Native memory is freed before each returns.
final class OpenCv {
  // CV_8U and CV_16U, constants of the compiler: the class that has them is large and slow to load.
  private static final int EIGHT_BITS = opencv_core.CV_8U;
  private static final int SIXTEEN_BITS = opencv_core.CV_16U;
  private static final int CHANNELS_SHIFT = opencv_core.CV_CN_SHIFT;

  private OpenCv() {}

  /// How values between pixels are found.
  enum Interpolation {
    AREA(opencv_imgproc.INTER_AREA),
    LINEAR(opencv_imgproc.INTER_LINEAR),
    CUBIC(opencv_imgproc.INTER_CUBIC),
    NEAREST(opencv_imgproc.INTER_NEAREST_EXACT);

    private final int code;

    Interpolation(int code) {
      this.code = code;
    }
  }

  /// Decodes a file without alpha and of eight bits, straight to RGB.
  ///
  /// @param expected what its header says
  static Samples rgb(byte[] file, Frame expected) throws BadData {
    int flags = opencv_imgcodecs.IMREAD_COLOR_RGB | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
    try (Mat decoded = decode(file, flags, expected)) {
      byte[] rgb = new byte[Math.toIntExact(expected.pixels() * 3)];
      decoded.data().get(rgb);
      return new Samples(rgb, expected, false);
    }
  }

  /// Decodes a file without alpha and of eight bits and scales a part of it, all in native memory:
  /// what [#rgb(byte[], Frame)] and [#resize] give together.
  ///
  /// @param expected what its header says
  static Pixels rgb(byte[] file, Frame expected, Box part, Frame size, Interpolation growing)
      throws BadData {
    int flags = opencv_imgcodecs.IMREAD_COLOR_RGB | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
    try (Mat decoded = decode(file, flags, expected);
        Mat rows = decoded.rowRange(part.y1(), part.y2());
        Mat source = rows.colRange(part.x1(), part.x2())) {
      return scaled(source, size, growing);
    }
  }

  /// Decodes a file that has alpha or sixteen bits and lays it on white.
  ///
  /// @param transparentGray see [Flattening]
  static Samples flattened(byte[] file, Frame expected, Alpha alpha, OptionalInt transparentGray)
      throws BadData {
    try (Mat decoded = decode(file, opencv_imgcodecs.IMREAD_UNCHANGED, expected)) {
      int channels = decoded.channels();
      int depth = decoded.depth();
      if (channels == 2 || (depth != EIGHT_BITS && depth != SIXTEEN_BITS)) {
        throw BadData.unsupported("a picture of a rare kind");
      }
      byte[] rgb = new byte[Math.toIntExact(expected.pixels() * 3)];
      boolean sixteenBit = depth == SIXTEEN_BITS;
      Flattening flattening = new Flattening(channels, sixteenBit, alpha, transparentGray, rgb);
      byte[] row = new byte[Math.toIntExact(decoded.cols() * decoded.elemSize())];
      for (int y = 0; y < decoded.rows(); y++) {
        decoded.ptr(y).get(row);
        flattening.add(row);
      }
      return new Samples(rgb, expected, flattening.foundTransparency());
    }
  }

  private static Mat decode(byte[] file, int flags, Frame expected) throws BadData {
    Natives.load();
    Mat decoded;
    try (BytePointer bytes = new BytePointer(file);
        Mat input = new Mat(1, file.length, EIGHT_BITS, bytes)) {
      decoded = opencv_imgcodecs.imdecode(input, flags);
    } catch (RuntimeException e) {
      // JavaCPP has no narrower class for C++ exceptions.
      throw BadData.damaged();
    }
    if (decoded.cols() != expected.width() || decoded.rows() != expected.height()) {
      decoded.close();
      throw BadData.damaged();
    }
    return decoded;
  }

  /// Encodes RGB pixels.
  ///
  /// @param extension what the format is called, with its dot
  /// @param parameters pairs of `IMWRITE_…` and a value
  static byte[] encode(String extension, Pixels rgb, int... parameters) {
    Natives.load();
    try (Mat mat = copy(rgb, Box.of(rgb.frame()));
        BytePointer encoded = new BytePointer();
        IntPointer settings = new IntPointer(parameters)) {
      if (rgb.channels() == 3) {
        opencv_imgproc.cvtColor(mat, mat, opencv_imgproc.COLOR_RGB2BGR);
      }
      if (!opencv_imgcodecs.imencode(extension, mat, encoded, settings)) {
        throw new IllegalStateException("OpenCV cannot write " + extension);
      }
      byte[] bytes = new byte[Math.toIntExact(encoded.limit())];
      encoded.get(bytes);
      return bytes;
    }
  }

  /// Scales a part of a picture, first the sides that shrink, then those that grow: OpenCV's area
  /// resampling is one only if no side grows.
  ///
  /// @param growing how to find values where a side grows
  static Pixels resize(Pixels picture, Box part, Frame size, Interpolation growing) {
    Natives.load();
    try (Mat source = copy(picture, part)) {
      return scaled(source, size, growing);
    }
  }

  private static Pixels scaled(Mat source, Frame size, Interpolation growing) {
    Frame smaller =
        new Frame(Math.min(source.rows(), size.height()), Math.min(source.cols(), size.width()));
    try (Mat shrunk = resized(source, smaller, Interpolation.AREA);
        Mat result = resized(shrunk, size, growing);
        Mat whole = result.isContinuous() ? new Mat(result) : result.clone()) {
      int channels = whole.channels();
      byte[] bytes = new byte[Math.toIntExact(size.pixels() * channels)];
      whole.data().get(bytes);
      return Pixels.of(bytes, size, channels);
    }
  }

  private static Mat resized(Mat source, Frame size, Interpolation interpolation) {
    if (source.cols() == size.width() && source.rows() == size.height()) {
      return new Mat(source);
    }
    Mat target = new Mat();
    try (Size to = new Size(size.width(), size.height())) {
      opencv_imgproc.resize(source, target, to, 0, 0, interpolation.code);
    }
    return target;
  }

  /// A native copy of a part of uint8 HWC pixels.
  private static Mat copy(Pixels pixels, Box part) {
    int channels = pixels.channels();
    Mat mat = new Mat(part.height(), part.width(), type(channels));
    long rowBytes = (long) part.width() * channels;
    Pointer data = mat.data().capacity(rowBytes * part.height());
    MemorySegment target = MemorySegment.ofBuffer(data.asByteBuffer());
    for (int y = 0; y < part.height(); y++) {
      long from = ((long) (part.y1() + y) * pixels.width() + part.x1()) * channels;
      Bytes.copy(pixels.memory(), from, target, y * rowBytes, rowBytes);
    }
    return mat;
  }

  private static int type(int channels) {
    return EIGHT_BITS | (channels - 1) << CHANNELS_SHIFT;
  }
}
