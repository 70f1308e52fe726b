package org.mixoscope.figure;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.mixoscope.image.Conversion;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Mask;
import org.mixoscope.kernel.target.MaskOutline;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Target;

/// What is where in a picture, drawn over it: objects by the line around each, its name and what
/// can be seen of it; a class map as a tint, with its classes below the picture.
///
/// @param names of the classes
/// @param alone the source whose picture it is, −1 for that of the mix
record MarkLayer(Target target, List<String> names, int alone) {
  private static final double LINE = 0.11;
  private static final double HALO = 0.22;
  private static final double DASH = 0.4;
  private static final double FILL = 0.22;
  private static final double TINT = 0.55;
  private static final double TAG = 0.72;
  private static final double PADDING = 0.3;
  private static final int MOST_CLASSES = 8;

  /// A picture as it is shown below the layer.
  ///
  /// @param picture of the target's frame. Not modified
  Pixels under(Pixels picture) {
    return target instanceof ClassMap map ? tinted(map, picture) : picture;
  }

  private static Pixels tinted(ClassMap map, Pixels picture) {
    Pixels indices = map.indices();
    Pixels rgb = Conversion.to(PixelKind.RGB8, picture);
    byte[] bytes = new byte[Math.toIntExact(picture.frame().pixels() * 3)];
    for (int y = 0; y < indices.height(); y++) {
      for (int x = 0; x < indices.width(); x++) {
        int index = (int) indices.valueAt(y, x, 0);
        int colour = Ink.ofClass(index);
        double share = index == map.nobody() ? 0 : TINT;
        for (int c = 0; c < 3; c++) {
          int own = (colour >> (16 - 8 * c)) & 0xFF;
          double mixed = (1 - share) * rgb.valueAt(y, x, c) + share * own;
          bytes[(y * indices.width() + x) * 3 + c] = (byte) Math.round(mixed);
        }
      }
    }
    return Pixels.of(bytes, picture.frame(), 3);
  }

  /// The classes of a map with their shares of the pixels that have a class, the largest first.
  List<Phrase> legend(Type type) {
    if (!(target instanceof ClassMap map)) {
      return List.of();
    }
    double[] areas = map.areas(names.size());
    double all = IntStream.range(0, areas.length).mapToDouble(i -> areas[i]).sum();
    List<Integer> seen =
        IntStream.range(0, areas.length)
            .filter(i -> areas[i] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -areas[i]))
            .toList();
    List<Phrase> entries = new ArrayList<>();
    for (int i : seen.subList(0, Math.min(MOST_CLASSES, seen.size()))) {
      String share = String.format(Locale.ROOT, " %.1f %%", 100 * areas[i] / all);
      entries.add(type.swatch(Ink.ofClass(i)).and(type.plain(names.get(i) + share)));
    }
    if (seen.size() > MOST_CLASSES) {
      entries.add(type.muted(type.words().get("marks.others", seen.size() - MOST_CLASSES)));
    }
    return entries;
  }

  /// Draws objects.
  ///
  /// @param place of the picture
  void draw(Pen pen, Rectangle2D place, Type type) {
    if (target instanceof Objects objects) {
      pen.inside(place, () -> draw(objects, pen, place, type));
    }
  }

  private void draw(Objects objects, Pen pen, Rectangle2D place, Type type) {
    AffineTransform where = AffineTransform.getTranslateInstance(place.getX(), place.getY());
    where.scale(
        place.getWidth() / objects.frame().width(), place.getHeight() / objects.frame().height());
    for (Instance object : objects.instances()) {
      Shape shape = where.createTransformedShape(shape(object));
      int colour = colour(object);
      double dash = object.isToBeIgnored() ? DASH * type.size() : 0;
      pen.tint(shape, colour, FILL * object.weight());
      pen.stroke(shape, Ink.WHITE, HALO * type.size(), dash);
      pen.stroke(shape, colour, LINE * type.size(), dash);
    }
    List<Rectangle2D> taken = new ArrayList<>();
    objects.instances().stream()
        .sorted(Comparator.comparingDouble(one -> one.box().area()))
        .forEach(one -> tag(one, where, pen, place, type.atMost(TAG * type.size()), taken));
  }

  private int colour(Instance object) {
    return Ink.ofSource(alone < 0 ? object.source() : alone);
  }

  /// In the upper left corner of its object; where another is there, or no room, there is none.
  private void tag(
      Instance object,
      AffineTransform where,
      Pen pen,
      Rectangle2D place,
      Type type,
      List<Rectangle2D> taken) {
    String text = ObjectName.of(object, names, type.words()::get);
    Phrase phrase = Phrase.of(text, Typeface.BOLD, type.size(), Ink.WHITE);
    double padding = PADDING * type.size();
    Rectangle2D box = where.createTransformedShape(rectangle(object.box())).getBounds2D();
    double width = phrase.width() + 2 * padding;
    double x = Math.max(place.getX(), Math.min(box.getX(), place.getMaxX() - width));
    double y = Math.max(place.getY(), box.getY());
    Rectangle2D tag = new Rectangle2D.Double(x, y, width, type.line());
    if (place.contains(tag) && taken.stream().noneMatch(tag::intersects)) {
      taken.add(tag);
      pen.fill(tag, colour(object));
      pen.text(phrase, x + padding, y + type.baseline());
    }
  }

  private static Shape shape(Instance object) {
    Mask mask = object.mask();
    if (mask == null) {
      return rectangle(object.box());
    }
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (int[] line : MaskOutline.of(mask)) {
      path.moveTo(line[0], line[1]);
      for (int i = 2; i < line.length; i += 2) {
        path.lineTo(line[i], line[i + 1]);
      }
      path.closePath();
    }
    return path;
  }

  private static Rectangle2D rectangle(Edges box) {
    return new Rectangle2D.Double(box.x1(), box.y1(), box.x2() - box.x1(), box.y2() - box.y1());
  }
}
