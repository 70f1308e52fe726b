package org.mixoscope.lab.classifier;

import java.nio.FloatBuffer;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_dnn.Net;
import org.mixoscope.image.PictureReader;

/// A network that OpenCV runs. For one thread at a time; its memory is given back when nobody has
/// it any more.
final class DnnNet {
  private static final int FLOAT = opencv_core.CV_32F;

  /// `Node [Elu@ai.onnx]:(name) parse error`, or the type of a layer that OpenCV has not.
  private static final Pattern OPERATOR =
      Pattern.compile("Node \\[(\\w+)@|layer \"[^\"]*\" of type \"(\\w+)\"");

  /// What stands around what is wrong.
  private static final Pattern REASON = Pattern.compile("error: \\([^)]*\\)\\s*([^\\n]*)");

  private static final int LONGEST = 120;

  private final Net net;

  private DnnNet(Net net) {
    this.net = net;
  }

  /// OpenCV cannot run a network.
  static final class NotRun extends Exception {
    private static final long serialVersionUID = 1L;

    private final String said;

    private NotRun(String said) {
      super(said);
      this.said = said;
    }

    /// The operator that it stops at; empty if it does not say.
    String operator() {
      Matcher found = OPERATOR.matcher(said);
      return found.find()
          ? Objects.requireNonNullElse(
              found.group(1), Objects.requireNonNullElse(found.group(2), ""))
          : "";
    }

    /// The part of its message that says what is wrong, on one line.
    String reason() {
      Matcher found = REASON.matcher(said);
      String part = found.find() ? Objects.requireNonNullElse(found.group(1), said) : said;
      String line = part.replaceAll("\\s+", " ").strip();
      return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
  }

  /// What came out.
  ///
  /// @param sides its shape
  /// @param values new
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Output(int[] sides, float[] values) {}

  /// Reads a network.
  ///
  /// @param file ONNX. Not modified
  /// @throws NotRun if there is something in it that OpenCV does not know
  static DnnNet open(byte[] file) throws NotRun {
    // JavaCPP may not load anything while that goes on.
    PictureReader.warmUp();
    try (BytePointer bytes = new BytePointer(file)) {
      return new DnnNet(opencv_dnn.readNetFromONNX(bytes, file.length));
    } catch (RuntimeException e) {
      throw notRun(e);
    }
  }

  /// Runs it.
  ///
  /// @param values of the input, in the order of memory. Not modified
  /// @param sides of the input
  /// @throws NotRun if OpenCV finds that something does not fit, or other numbers come out
  Output run(float[] values, int[] sides) throws NotRun {
    try (Mat in = new Mat(sides, FLOAT)) {
      FloatBuffer to = in.createBuffer();
      to.put(values);
      net.setInput(in);
      try (Mat out = net.forward()) {
        if (out.depth() != FLOAT) {
          throw new NotRun("its output is not of float32");
        }
        float[] result = new float[Math.toIntExact(out.total())];
        FloatBuffer from = out.createBuffer();
        from.get(result);
        return new Output(IntStream.range(0, out.dims()).map(out::size).toArray(), result);
      }
    } catch (RuntimeException e) {
      throw notRun(e);
    }
  }

  /// JavaCPP has no narrower class for C++ exceptions.
  private static NotRun notRun(RuntimeException e) {
    return new NotRun(String.valueOf(e.getMessage()));
  }
}
