package org.mixoscope.dataset.annotated;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mixoscope.dataset.annotated.Outline.Rectangle;
import org.mixoscope.image.XmlDocument;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.target.Edges;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/// Pascal VOC's XML of one picture. Boxes are from the first pixel to the last, counted from 1.
/// Objects that are difficult are kept, to be ignored, as VOC's own evaluation does. Not for two
/// threads at once.
public final class VocFile {
  private static final int MOST_MEBIBYTES = 16;
  private static final int DEPTH = 64;

  private static final List<String> CORNERS = List.of("xmin", "ymin", "xmax", "ymax");

  private final Path file;
  private final ClassNames classes;
  private final Oddities oddities;
  private final List<Marked> objects = new ArrayList<>();

  /// What is known so far of the object under way, and of the picture, by their paths.
  private final Map<String, String> object = new HashMap<>();

  private final Map<String, String> picture = new HashMap<>();

  private VocFile(Path file, ClassNames classes, Oddities oddities) {
    this.file = file;
    this.classes = classes;
    this.oddities = oddities;
  }

  /// Reads the objects of a picture.
  ///
  /// @param classes numbers their names
  /// @param oddities counts what is unusual. Modified
  /// @throws AnnotationException if it is no such file
  /// @throws IOException if it cannot be read
  public static Sidecar read(Path file, ClassNames classes, Oddities oddities) throws IOException {
    if (Files.size(file) > (long) MOST_MEBIBYTES << 20) {
      throw AnnotationReason.TOO_LARGE.refusal(file, MOST_MEBIBYTES);
    }
    VocFile voc = new VocFile(file, classes, oddities);
    try (InputStream bytes = Files.newInputStream(file)) {
      XmlDocument.read(bytes, voc.new Elements());
    } catch (SAXException e) {
      throw !(e instanceof SAXParseException) && e.getException() instanceof IOException refusal
          ? refusal
          : AnnotationReason.NO_XML.refusal(e, file);
    }
    return voc.contents();
  }

  /// Follows the elements; what it refuses is the cause of what it throws.
  private final class Elements extends DefaultHandler2 {
    private final List<String> path = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    @Override
    public void startDTD(String name, String publicId, String systemId) throws SAXException {
      throw new SAXException(AnnotationReason.DOCTYPE.refusal(file));
    }

    @Override
    public void startElement(String space, String name, String prefixed, Attributes attributes)
        throws SAXException {
      path.add(name);
      text.setLength(0);
      if (path.size() > DEPTH) {
        throw new SAXException(AnnotationReason.TOO_DEEP.refusal(file, DEPTH));
      }
    }

    @Override
    public void characters(char[] from, int start, int length) {
      text.append(from, start, length);
    }

    @Override
    public void endElement(String space, String name, String prefixed) throws SAXException {
      try {
        end(path, text.toString().strip());
      } catch (IOException e) {
        throw new SAXException(e);
      }
      path.removeLast();
      text.setLength(0);
    }
  }

  private void end(List<String> path, String text) throws IOException {
    if (!path.getFirst().equals("annotation")) {
      throw AnnotationReason.NO_VOC.refusal(file);
    }
    boolean inObject = path.size() > 1 && path.get(1).equals("object");
    if (path.size() > 1 && path.getLast().equals("part")) {
      oddities.add(Oddity.PART, file);
    }
    if (inObject && path.size() == 2) {
      objects.add(marked(Spot.OBJECT.of(file, objects.size())));
      object.clear();
    } else if (inObject) {
      object.put(String.join("/", path.subList(2, path.size())), text);
    } else if (path.size() > 1) {
      picture.put(String.join("/", path.subList(1, path.size())), text);
    }
  }

  private Marked marked(Objection where) throws IOException {
    String name = object.getOrDefault("name", "");
    if (name.isEmpty()) {
      throw AnnotationReason.MISSING.refusal(where, "name");
    }
    double[] box = new double[CORNERS.size()];
    for (int i = 0; i < box.length; i++) {
      box[i] = number(where, CORNERS.get(i));
    }
    if (box[2] < box[0] || box[3] < box[1]) {
      throw AnnotationReason.REVERSED.refusal(where);
    }
    if (box[0] == 0 || box[1] == 0) {
      oddities.add(Oddity.FROM_ZERO, where);
    }
    boolean difficult = object.getOrDefault("difficult", "0").matches("1|true|True");
    if (difficult) {
      oddities.add(Oddity.DIFFICULT, where);
    }
    Edges edges = new Edges(before(box[0]), before(box[1]), box[2], box[3]);
    int category = classes.number(where, name);
    return new Marked(category, new Rectangle(edges), false, difficult, 1, 1);
  }

  /// The left edge of a pixel that is counted from 1; tools that count from 0 mean the border.
  private static double before(double first) {
    return first == 0 ? 0 : first - 1;
  }

  private double number(Objection where, String corner) throws AnnotationException {
    String text = object.get("bndbox/" + corner);
    if (text == null) {
      throw AnnotationReason.MISSING.refusal(where, corner);
    }
    try {
      return Coordinates.position(where, corner, Double.parseDouble(text));
    } catch (NumberFormatException e) {
      throw AnnotationReason.NO_NUMBER.refusal(e, where, text);
    }
  }

  private Sidecar contents() {
    Frame frame = null;
    try {
      int width = Integer.parseInt(picture.getOrDefault("size/width", "0"));
      int height = Integer.parseInt(picture.getOrDefault("size/height", "0"));
      frame = width > 0 && height > 0 ? new Frame(height, width) : null;
    } catch (NumberFormatException e) {
      frame = null; // said below, as where there is none
    }
    if (frame == null) {
      oddities.add(Oddity.NO_FRAME, file);
    }
    String name = picture.getOrDefault("filename", "");
    Annotation annotation = new Annotation(frame, false, objects);
    return new Sidecar(
        name.isEmpty() ? null : name, annotation.tidied(file.toString(), oddities), false);
  }
}
