package org.mixoscope.batch.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Objects;

/// Pascal VOC: pictures in `JPEGImages/`, for each an XML in `Annotations/`, and their names in
/// `ImageSets/Main/train.txt`. Boxes are the numbers of their first and last pixels, from 1 on;
/// what ends between two pixels goes to the nearest. A file counts once its name is listed.
final class VocOutput implements Output {
  static final String NAMES = "ImageSets/Main/train.txt";

  private final PictureFiles pictures;
  private final Path annotations;
  private final List<String> classes;
  private final AppendFile names;

  VocOutput(Stretch stretch, Encoding.File encoding, List<String> classes, List<Long> state)
      throws IOException {
    this.classes = classes.stream().map(VocOutput::xml).toList();
    pictures = PictureFiles.in(stretch.folder().resolve("JPEGImages"), encoding);
    annotations = Files.createDirectories(stretch.folder().resolve("Annotations"));
    Path list = stretch.lists().resolve(NAMES);
    Files.createDirectories(list.resolveSibling(""));
    names = new AppendFile(list, state.isEmpty() ? 0 : state.getFirst());
  }

  @Override
  public Part prepare(Sample sample, @Nullable String recipe) throws IOException {
    String name = SampleName.of(sample.index());
    String picture = pictures.write(sample, recipe);
    Files.writeString(annotations.resolve(name + ".xml"), annotation(sample, picture));
    byte[] line = (name + "\n").getBytes(UTF_8);
    return () -> names.append(line);
  }

  private String annotation(Sample sample, String picture) {
    Objects objects = (Objects) sample.target();
    StringBuilder text = new StringBuilder();
    text.append(
        """
        <annotation>
          <folder>JPEGImages</folder>
          <filename>%s</filename>
          <source>
            <database>mixoscope</database>
          </source>
          <size>
            <width>%d</width>
            <height>%d</height>
            <depth>%d</depth>
          </size>
          <segmented>0</segmented>
        """
            .formatted(
                picture,
                objects.frame().width(),
                objects.frame().height(),
                sample.pixels().channels()));
    objects.instances().forEach(one -> text.append(object(one, objects.frame())));
    return text.append("</annotation>\n").toString();
  }

  private String object(Instance one, Frame frame) {
    Edges box = one.box();
    Span across = Span.of(box.x1(), box.x2(), frame.width());
    Span down = Span.of(box.y1(), box.y2(), frame.height());
    return """
      <object>
        <name>%s</name>
        <pose>Unspecified</pose>
        <truncated>%d</truncated>
        <difficult>%d</difficult>
        <bndbox>
          <xmin>%d</xmin>
          <ymin>%d</ymin>
          <xmax>%d</xmax>
          <ymax>%d</ymax>
        </bndbox>
      </object>
    """
        .formatted(
            classes.get(one.category()),
            one.visible() < 1 ? 1 : 0,
            one.isToBeIgnored() ? 1 : 0,
            across.first,
            down.first,
            across.last,
            down.last);
  }

  /// The numbers of the first and last pixel, of which the first in the picture is 1. There is
  /// always one: of less than half a pixel, that in which the middle lies.
  private record Span(int first, int last) {
    static Span of(double from, double to, int side) {
      long before = Math.round(from);
      long end = Math.round(to);
      if (end <= before) {
        before = (long) Math.floor((from + to) / 2);
        end = before + 1;
      }
      int first = Math.clamp(before + 1, 1, side);
      return new Span(first, Math.clamp(end, first, side));
    }
  }

  /// A name as XML has it, which has no place for control characters.
  private static String xml(String name) {
    return name.replaceAll("\\p{Cntrl}", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  @Override
  public Path folder(int index) {
    return pictures.folder();
  }

  @Override
  public List<Long> state() {
    return List.of(names.length());
  }

  @Override
  public void finish() {}

  @Override
  public void endPart() {}

  @Override
  public void close() throws IOException {
    names.close();
  }
}
