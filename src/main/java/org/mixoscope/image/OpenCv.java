package org.mixoscope.image;

import java.lang.foreign.MemorySegment;
import java.util.OptionalInt;
import java.util.function.Function;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.mixoscope.image.Encoded.Samples;
import org.mixoscope.kernel.Bytes;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
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

  /// The same, used where OpenCV has put it.
  ///
  /// @param use of pixels that are there only while it runs
  static <T> T rgb(byte[] file, Frame expected, Function<Pixels, T> use) throws BadData {
    int flags = opencv_imgcodecs.IMREAD_COLOR_RGB | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
    try (Mat decoded = decode(file, flags, expected)) {
      MemorySegment memory = memory(decoded);
      return use.apply(
          new Pixels(
              memory, expected.height(), expected.width(), 3, ElementType.UINT8, Layout.HWC));
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
        throw BadData.unsupported(Unsupported.RARE);
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
    try (Mat mat = copy(rgb);
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

  /// Scales a picture.
  ///
  /// @param picture uint8 HWC of 1 or 3 channels. Not modified
  static Pixels resize(Pixels picture, Frame size, Interpolation interpolation) {
    Natives.load();
    try (Mat source = copy(picture);
        Mat target = new Mat();
        Size to = new Size(size.width(), size.height())) {
      opencv_imgproc.resize(source, target, to, 0, 0, interpolation.code);
      byte[] bytes = new byte[Math.toIntExact(size.pixels() * picture.channels())];
      target.data().get(bytes);
      return Pixels.of(bytes, size, picture.channels());
    }
  }

  /// A native copy of uint8 HWC pixels.
  private static Mat copy(Pixels pixels) {
    Mat mat = new Mat(pixels.height(), pixels.width(), type(pixels.channels()));
    Bytes.copy(pixels.memory(), 0, memory(mat), 0, pixels.byteSize());
    return mat;
  }

  /// The memory of 8-bit pixels whose rows lie one after the other.
  private static MemorySegment memory(Mat mat) {
    long bytes = mat.total() * mat.elemSize();
    return MemorySegment.ofBuffer(mat.data().capacity(bytes).asByteBuffer());
  }

  private static int type(int channels) {
    return EIGHT_BITS | (channels - 1) << CHANNELS_SHIFT;
  }
}
