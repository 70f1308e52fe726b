package org.mixoscope.batch.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.dataset.annotated.Contour;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Mask;
import org.mixoscope.kernel.target.Objects;

/// YOLO: pictures in `images/`, for each a text of its name in `labels/` with a line for each
/// object, in parts of width and height; and `data.yaml`. A picture without objects has an empty
/// text. What is to be ignored cannot be said and is left out.
///
/// @param polygons whether lines are polygons instead of boxes
record YoloOutput(
    Path folder, PictureFiles pictures, Path labels, List<String> classes, boolean polygons)
    implements Output {
  /// Digits after the point: a billionth of a picture.
  private static final int DIGITS = 9;

  private static final double ONE = 1e9;

  /// What is as near to a whole number is not taken for a half because of rounding.
  private static final double SURELY = 0.499;

  private static final BigDecimal LEAST = BigDecimal.ONE.movePointLeft(DIGITS);

  static YoloOutput open(
      Path folder, Encoding.File encoding, List<String> classes, boolean polygons)
      throws IOException {
    return new YoloOutput(
        folder,
        PictureFiles.in(folder.resolve("images"), encoding),
        Files.createDirectories(folder.resolve("labels")),
        classes,
        polygons);
  }

  /// The label first: a picture is never there without it.
  @Override
  public Part prepare(Sample sample, @Nullable String recipe) throws IOException {
    Objects objects = (Objects) sample.target();
    StringBuilder text = new StringBuilder();
    for (Instance one : objects.instances()) {
      if (!one.isToBeIgnored()) {
        append(one, objects.frame(), text);
      }
    }
    Files.writeString(labels.resolve(SampleName.of(sample.index()) + ".txt"), text);
    pictures.write(sample, recipe);
    return () -> {};
  }

  private void append(Instance one, Frame frame, StringBuilder text) {
    text.append(one.category());
    double[] numbers = polygons ? polygon(one) : box(one.box());
    for (int i = 0; i < numbers.length; i++) {
      double side = i % 2 == 0 ? frame.width() : frame.height();
      text.append(' ').append(number(numbers[i] / side));
    }
    text.append('\n');
  }

  /// Middle and size.
  private static double[] box(Edges box) {
    return new double[] {
      (box.x1() + box.x2()) / 2, (box.y1() + box.y2()) / 2, box.x2() - box.x1(), box.y2() - box.y1()
    };
  }

  /// The corners of a box where nothing else is known: a text must not have both.
  private static double[] polygon(Instance one) {
    Mask mask = one.mask();
    if (mask != null) {
      return Contour.ofLargestPiece(mask);
    }
    Edges box = one.box();
    return new double[] {
      box.x1(), box.y1(), box.x2(), box.y1(), box.x2(), box.y2(), box.x1(), box.y2()
    };
  }

  /// Never 0 for what is more.
  private static String number(double part) {
    BigDecimal rounded = rounded(part);
    BigDecimal shown = part > 0 && rounded.signum() == 0 ? LEAST : rounded;
    return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
  }

  /// To the nearest one, half to even. Where the digits of a number tell it from a half at once, a
  /// long has them.
  private static BigDecimal rounded(double part) {
    double scaled = part * ONE;
    double nearest = Math.rint(scaled);
    return Math.abs(scaled - nearest) < SURELY
        ? BigDecimal.valueOf((long) nearest, DIGITS)
        : BigDecimal.valueOf(part).setScale(DIGITS, RoundingMode.HALF_EVEN);
  }

  @Override
  public Path folder(int index) {
    return pictures.folder();
  }

  /// Each sample has files of its own.
  @Override
  public List<Long> state() {
    return List.of();
  }

  @Override
  public void endPart() {}

  @Override
  public void finish() throws IOException {
    StringBuilder yaml = new StringBuilder();
    yaml.append("train: images\n");
    yaml.append("# val: name the pictures to validate with, which nobody should mix\n");
    yaml.append("nc: ").append(classes.size()).append('\n');
    yaml.append("names:\n");
    for (int i = 0; i < classes.size(); i++) {
      char[] quoted = JsonStringEncoder.getInstance().quoteAsString(classes.get(i));
      yaml.append("  ").append(i).append(": \"").append(quoted).append("\"\n");
    }
    PictureWriter.writeBytes(yaml.toString().getBytes(UTF_8), folder.resolve("data.yaml"));
  }

  @Override
  public void close() {}
}
