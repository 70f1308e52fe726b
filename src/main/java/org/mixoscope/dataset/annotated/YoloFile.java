package org.mixoscope.dataset.annotated;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mixoscope.dataset.annotated.Coordinates.Points;
import org.mixoscope.dataset.annotated.Outline.Polygons;
import org.mixoscope.dataset.annotated.Outline.Rectangle;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.target.Edges;

/// YOLO's labels of one picture: an object a line, its class and then the middle, width and height
/// of its box or the points of its polygon, all in parts of width and height.
public final class YoloFile {
  private static final int MOST_MEBIBYTES = 16;

  /// What rounding may add to a value.
  private static final double ROUNDING = 0.01;

  /// Editors on Windows begin a text with it.
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final int BOX = 5;
  private static final int POLYGON = 7;

  private final Oddities oddities;
  private final int classes;

  private YoloFile(int classes, Oddities oddities) {
    this.classes = classes;
    this.oddities = oddities;
  }

  /// Reads the labels of a picture; an empty file says that it has no objects.
  ///
  /// @param classes how many there are
  /// @param oddities counts what is unusual. Modified
  /// @throws AnnotationException if a line is none
  /// @throws IOException if it cannot be read, or is no UTF-8
  public static Annotation read(Path file, int classes, Oddities oddities) throws IOException {
    if (Files.size(file) > (long) MOST_MEBIBYTES << 20) {
      throw AnnotationReason.TOO_LARGE.refusal(file, MOST_MEBIBYTES);
    }
    YoloFile labels = new YoloFile(classes, oddities);
    List<Marked> objects = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          String plain = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
          objects.add(labels.object(Spot.LINE.of(file, number), plain.strip().split("\\s+")));
        }
      }
    } catch (CharacterCodingException e) {
      throw AnnotationReason.NOT_UTF_8.refusal(e, file);
    }
    return new Annotation(null, true, objects).tidied(file.toString(), oddities);
  }

  private Marked object(Objection where, String[] words) throws AnnotationException {
    if (words.length != BOX && (words.length < POLYGON || words.length % 2 == 0)) {
      throw AnnotationReason.BAD_LINE.refusal(where, words.length);
    }
    double category = number(where, words[0]);
    if (category != Math.rint(category) || category < 0 || category >= classes) {
      throw AnnotationReason.NO_SUCH_CLASS.refusal(where, words[0], classes);
    }
    Outline outline = words.length == BOX ? box(where, words) : polygon(where, words);
    return new Marked((int) category, outline, false);
  }

  private Rectangle box(Objection where, String[] words) throws AnnotationException {
    double x = part(where, words[1]);
    double y = part(where, words[2]);
    double width = part(where, words[3]);
    double height = part(where, words[4]);
    return new Rectangle(new Edges(x - width / 2, y - height / 2, x + width / 2, y + height / 2));
  }

  private Outline polygon(Objection where, String[] words) throws AnnotationException {
    Points points = new Points(where);
    for (int i = 1; i < words.length; i++) {
      points.add(part(where, words[i]));
    }
    points.end();
    return new Polygons(points.rings());
  }

  private double part(Objection where, String word) throws AnnotationException {
    double value = number(where, word);
    if (!(value >= -ROUNDING && value <= 1 + ROUNDING)) {
      throw AnnotationReason.BEYOND.refusal(where, word);
    }
    if (value < 0 || value > 1) {
      oddities.add(Oddity.ROUNDED, where);
    }
    return Math.clamp(value, 0, 1);
  }

  private static double number(Objection where, String word) throws AnnotationException {
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw AnnotationReason.NO_NUMBER.refusal(e, where, word);
    }
  }
}
