package org.mixoscope.lab.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Resampling;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.Shape;

/// The 1,797 handwritten digits that are shipped with the program, enlarged from 8×8 to 28×28: E.
/// Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, CC BY 4.0.
public final class Digits {
  private static final Frame STORED = new Frame(8, 8);
  private static final Shape SHAPE = new Shape(1, 28, 28);
  private static final int CLASSES = 10;
  private static final float WHITE = 16;

  private Digits() {}

  /// Reads them.
  public static Examples read() {
    List<String> lines = lines();
    float[][] inputs = new float[lines.size()][];
    double[][] labels = new double[lines.size()][];
    for (int i = 0; i < inputs.length; i++) {
      String[] numbers = lines.get(i).split(",", -1);
      float[] stored = new float[(int) STORED.pixels()];
      for (int k = 0; k < stored.length; k++) {
        stored[k] = Integer.parseInt(numbers[k]) / WHITE;
      }
      inputs[i] = enlarged(stored);
      labels[i] = SoftLabels.oneHot(Integer.parseInt(numbers[stored.length]), CLASSES, 0);
    }
    return new Examples(SHAPE, inputs, labels);
  }

  /// Their classes.
  public static List<String> classes() {
    return Stream.iterate(0, c -> c + 1).limit(CLASSES).map(String::valueOf).toList();
  }

  /// A digit as it is trained on.
  ///
  /// @param stored 8×8 numbers within [0, 1], row by row
  /// @return new: 28×28 within [0, 1]
  public static float[] enlarged(float[] stored) {
    Pixels small =
        new Pixels(
            MemorySegment.ofArray(stored),
            STORED.height(),
            STORED.width(),
            1,
            ElementType.FLOAT32,
            Layout.CHW);
    Pixels large = small.resized(Box.of(STORED), SHAPE.frame(), Resampling.BILINEAR);
    return large.memory().toArray(ValueLayout.JAVA_FLOAT);
  }

  private static List<String> lines() {
    try (InputStream stream = Digits.class.getResourceAsStream("digits.csv.gz")) {
      if (stream == null) {
        throw new IllegalStateException("digits.csv.gz is missing from this build");
      }
      byte[] text = new GZIPInputStream(stream).readAllBytes();
      return new String(text, StandardCharsets.US_ASCII).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("digits.csv.gz", e);
    }
  }
}
