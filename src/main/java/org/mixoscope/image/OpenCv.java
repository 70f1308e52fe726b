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
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// The few calls into OpenCV. Native memory is freed before each returns.
final class OpenCv {
  // CV_8U and the like, constants of the compiler: the class that has them is large and slow to
  // load.
  private static final int EIGHT_BITS = opencv_core.CV_8U;
  private static final int SIXTEEN_BITS = opencv_core.CV_16U;
  private static final int SINGLES = opencv_core.CV_32F;
  private static final int DOUBLES = opencv_core.CV_64F;
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

  /// Decodes a file without alpha and of eight bits.
  ///
  /// @param expected what its header says
  /// @param channels 3 for RGB, which grey is repeated to, or 1 of a file that is grey
  static Samples plain(byte[] file, Frame expected, int channels) throws BadData {
    return plain(file, expected, channels, 1);
  }

  /// The same, of JPEG smaller if wanted.
  ///
  /// @param expected in the size that is decoded
  /// @param factor how much smaller: 1, 2, 4 or 8
  static Samples plain(byte[] file, Frame expected, int channels, int factor) throws BadData {
    try (Mat decoded = decode(file, plain(channels, factor), expected)) {
      PixelKind kind = new PixelKind(channels, ElementType.UINT8);
      byte[] bytes = Samples.room(expected, kind);
      decoded.data().get(bytes);
      return new Samples(bytes, expected, kind, false);
    }
  }

  /// The same, used where OpenCV has put it.
  ///
  /// @param use of pixels that are there only while it runs
  static <T> T plain(byte[] file, Frame expected, int channels, int factor, Function<Pixels, T> use)
      throws BadData {
    try (Mat decoded = decode(file, plain(channels, factor), expected)) {
      return use.apply(
          new Pixels(
              memory(decoded),
              expected.height(),
              expected.width(),
              channels,
              ElementType.UINT8,
              Layout.HWC));
    }
  }

  private static int plain(int channels, int factor) {
    return opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION
        | (channels == 1 ? opencv_imgcodecs.IMREAD_GRAYSCALE : opencv_imgcodecs.IMREAD_COLOR_RGB)
        | reduced(factor);
  }

  /// The bit that asks libjpeg for a part of the size; that of grey is among the flags of colour.
  private static int reduced(int factor) {
    return switch (factor) {
      case 1 -> 0;
      case 2 -> opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_2;
      case 4 -> opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_4;
      case 8 -> opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_8;
      default -> throw new IllegalArgumentException("factor = " + factor);
    };
  }

  /// Decodes a file that has alpha or sixteen bits and lays it on white.
  ///
  /// @param kind what its header says
  /// @param transparentGray see [Flattening]
  static Samples flattened(
      byte[] file, Frame expected, PixelKind kind, Alpha alpha, OptionalInt transparentGray)
      throws BadData {
    try (Mat decoded = decode(file, opencv_imgcodecs.IMREAD_UNCHANGED, expected)) {
      int channels = decoded.channels();
      int depth = decoded.depth();
      if (channels == 2 || depth != depth(kind.type())) {
        throw BadData.unsupported(Unsupported.RARE);
      }
      byte[] bytes = Samples.room(expected, kind);
      Flattening flattening = new Flattening(channels, alpha, transparentGray, kind, bytes);
      byte[] row = new byte[Math.toIntExact(decoded.cols() * decoded.elemSize())];
      for (int y = 0; y < decoded.rows(); y++) {
        decoded.ptr(y).get(row);
        flattening.add(row);
      }
      return new Samples(bytes, expected, kind, flattening.foundTransparency());
    }
  }

  private static Mat decode(byte[] file, int flags, Frame expected) throws BadData {
    Natives.load();
    boolean listening = Heard.isListening();
    Mat decoded = decode(file, flags);
    if (!listening && NativeOutput.isSuspicious()) {
      decoded.close();
      Heard.listen();
      decoded = decode(file, flags);
    }
    boolean damaged = Heard.isListening() && JpegComplaint.isOfDamage(Heard.taken(), file);
    if (damaged || decoded.cols() != expected.width() || decoded.rows() != expected.height()) {
      decoded.close();
      throw BadData.damaged();
    }
    return decoded;
  }

  private static Mat decode(byte[] file, int flags) throws BadData {
    try (BytePointer bytes = new BytePointer(file);
        Mat input = new Mat(1, file.length, EIGHT_BITS, bytes)) {
      return opencv_imgcodecs.imdecode(input, flags);
    } catch (RuntimeException e) {
      // JavaCPP has no narrower class for C++ exceptions.
      throw BadData.damaged();
    }
  }

  /// Encodes pixels.
  ///
  /// @param pixels uint8 or uint16 HWC, RGB or grey. Not modified
  /// @param extension what the format is called, with its dot
  /// @param parameters pairs of `IMWRITE_…` and a value
  static byte[] encode(String extension, Pixels pixels, int... parameters) {
    Natives.load();
    try (Mat mat = copy(pixels);
        BytePointer encoded = new BytePointer();
        IntPointer settings = new IntPointer(parameters)) {
      if (pixels.channels() == 3) {
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
  /// @param picture HWC of 1 or 3 channels. Not modified
  static Pixels resize(Pixels picture, Frame size, Interpolation interpolation) {
    Natives.load();
    try (Mat source = copy(picture);
        Mat target = new Mat();
        Size to = new Size(size.width(), size.height())) {
      opencv_imgproc.resize(source, target, to, 0, 0, interpolation.code);
      PixelKind kind = PixelKind.of(picture);
      byte[] bytes = Samples.room(size, kind);
      target.data().get(bytes);
      return new Samples(bytes, size, kind, false).pixels();
    }
  }

  /// A native copy of HWC pixels.
  private static Mat copy(Pixels pixels) {
    int type = depth(pixels.type()) | (pixels.channels() - 1) << CHANNELS_SHIFT;
    Mat mat = new Mat(pixels.height(), pixels.width(), type);
    Bytes.copy(pixels.memory(), 0, memory(mat), 0, pixels.byteSize());
    return mat;
  }

  /// The memory of pixels whose rows lie one after the other.
  private static MemorySegment memory(Mat mat) {
    long bytes = mat.total() * mat.elemSize();
    return MemorySegment.ofBuffer(mat.data().capacity(bytes).asByteBuffer());
  }

  private static int depth(ElementType type) {
    return switch (type) {
      case UINT8 -> EIGHT_BITS;
      case UINT16 -> SIXTEEN_BITS;
      case FLOAT32 -> SINGLES;
      case FLOAT64 -> DOUBLES;
    };
  }
}
