package org.mixoscope.dataset.labelled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.Wanted;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Mask;
import org.mixoscope.kernel.target.Objects;

/// A folder of pictures and of files that say what objects are in them.
record ObjectFolder(Path root) {
  ObjectFolder picture(String name, int width, int height) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(image, name.endsWith(".jpg") ? "jpg" : "png", file.toFile());
    return this;
  }

  ObjectFolder text(String name, String contents) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, contents);
    return this;
  }

  DataSet open(String name) throws DataSetException {
    return DataSet.open(root.resolve(name));
  }

  DataSet open(String name, ReadAs as) throws DataSetException {
    return DataSet.open(root.resolve(name), as);
  }

  /// Refused with a sentence; the folder itself is left out of it.
  String refused(String name, ReadAs as) {
    DataSetException refusal = assertThrows(DataSetException.class, () -> open(name, as).close());
    return String.valueOf(refusal.getMessage()).replace(root + "/", "");
  }

  String refused(String name) {
    return refused(name, ReadAs.USUAL);
  }

  /// A picture with its objects in its own size, `a.png cat 1,2,3,4 +4px crowd`: edges, then how
  /// many pixels a mask has.
  static String line(DataSet data, int index) throws IOException {
    Objects objects = objects(data, index);
    return data.name(index)
        + objects.instances().stream()
            .map(one -> " " + text(data.classes(), one))
            .collect(Collectors.joining());
  }

  static Objects objects(DataSet data, int index) throws IOException {
    return (Objects)
        data.read(index, new PictureReader(), null, Fit.COVER, Wanted.AS_STORED).target();
  }

  static List<String> lines(DataSet data) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      lines.add(line(data, i));
    }
    return lines;
  }

  private static String text(List<String> names, Instance one) {
    Edges box = one.box();
    Mask mask = one.mask();
    String edges =
        IntStream.range(0, 4)
            .mapToObj(i -> number(new double[] {box.x1(), box.y1(), box.x2(), box.y2()}[i]))
            .collect(Collectors.joining(","));
    return names.get(one.category())
        + " "
        + edges
        + (mask == null ? "" : " +" + mask.area() + "px")
        + (one.crowd() ? " crowd" : "")
        + (one.ignored() ? " ignored" : "");
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.3f", value).replaceFirst("0+$", "");
  }

  /// What was understood, one sentence each.
  static List<String> remarks(DataSet data) {
    return data.findings().remarks().stream().map(Object::toString).toList();
  }

  static List<String> leftOut(DataSet data) {
    return data.findings().leftOut().stream()
        .map(one -> one.count() + " " + one.why() + ": " + one.examples().getFirst())
        .toList();
  }

  static void assertObjects(DataSet data, String... expected) throws IOException {
    assertEquals(List.of(expected), lines(data));
  }
}
