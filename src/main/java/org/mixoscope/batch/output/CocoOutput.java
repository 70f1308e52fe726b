package org.mixoscope.batch.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Objects;

/// COCO: pictures in `images/`, all that is said of them in `annotations.json`. Its two lists wait
/// in spools, from which an ended run goes on, and are put into one file at the end.
final class CocoOutput implements Output {
  /// The first of all numbers: to some tools 0 means none.
  static final int FIRST = 1;

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final String SPOOL = ".mixoscope-coco-";
  private static final String IMAGES = "images";
  private static final String ANNOTATIONS = "annotations";
  private static final String ID = "{\"id\":";
  private static final byte[] BETWEEN = ",\n".getBytes(UTF_8);

  private final Path folder;
  private final @Nullable Path part;
  private final PictureFiles pictures;
  private final SampleJson json;
  private final List<String> classes;
  private final AppendFile images;
  private final AppendFile annotations;
  private long next;

  CocoOutput(
      Stretch stretch,
      Encoding.File encoding,
      SampleJson json,
      List<String> classes,
      List<Long> state)
      throws IOException {
    folder = stretch.folder();
    part = stretch.isWhole() ? null : stretch.lists();
    this.json = json;
    this.classes = classes;
    pictures = PictureFiles.in(folder.resolve(IMAGES), encoding);
    boolean fresh = state.isEmpty();
    images = new AppendFile(spool(IMAGES), fresh ? 0 : state.get(0));
    annotations = new AppendFile(spool(ANNOTATIONS), fresh ? 0 : state.get(1));
    next = fresh ? FIRST : state.get(2);
  }

  /// Those of a part stay when its journal goes.
  private Path spool(String list) {
    return part == null ? folder.resolve(SPOOL + list) : part.resolve(list);
  }

  /// Puts the spools of parts together as if one run had written them.
  ///
  /// @return the state of that run
  static List<Long> join(List<Path> parts, Path folder) throws IOException {
    long next = FIRST;
    try (AppendFile images = new AppendFile(folder.resolve(SPOOL + IMAGES), 0);
        AppendFile annotations = new AppendFile(folder.resolve(SPOOL + ANNOTATIONS), 0)) {
      for (Path part : parts) {
        try (BufferedReader lines = Files.newBufferedReader(part.resolve(IMAGES))) {
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            images.append(images.length() > 0 ? BETWEEN : new byte[0]);
            images.append(withoutEnd(line).getBytes(UTF_8));
          }
        }
        try (BufferedReader lines = Files.newBufferedReader(part.resolve(ANNOTATIONS))) {
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String rest = withoutEnd(line).substring(line.indexOf(','));
            annotations.append(next > FIRST ? BETWEEN : new byte[0]);
            annotations.append((ID + next++ + rest).getBytes(UTF_8));
          }
        }
      }
      return List.of(images.length(), annotations.length(), next);
    }
  }

  /// An element of a list, of which there is one a line.
  private static String withoutEnd(String line) {
    return line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
  }

  @Override
  public Part prepare(Sample sample, @Nullable String recipe) throws IOException {
    Objects objects = (Objects) sample.target();
    String name = pictures.write(sample, recipe);
    byte[] image = image(sample, objects, name);
    List<byte[]> all = new ArrayList<>();
    for (Instance one : objects.instances()) {
      all.add(annotation(one, objects.frame(), sample.index() + FIRST));
    }
    return () -> {
      if (images.length() > 0) {
        images.append(BETWEEN);
      }
      images.append(image);
      append(all);
    };
  }

  private byte[] image(Sample sample, Objects objects, String name) throws IOException {
    return object(
        to -> {
          to.writeNumberField("id", sample.index() + FIRST);
          to.writeStringField("file_name", name);
          to.writeNumberField("width", objects.frame().width());
          to.writeNumberField("height", objects.frame().height());
          json.writeMix(to, sample);
          to.writeNumberField("objects_gone", objects.gone());
        });
  }

  /// All but its number, which the annotations of the samples before decide.
  private static byte[] annotation(Instance one, Frame frame, long image) throws IOException {
    byte[] text = object(to -> new ObjectsJson(to).write(one, frame, image));
    text[0] = ',';
    return text;
  }

  private void append(List<byte[]> all) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (byte[] text : all) {
      if (next > FIRST) {
        lines.writeBytes(BETWEEN);
      }
      lines.writeBytes((ID + next++).getBytes(UTF_8));
      lines.writeBytes(text);
    }
    annotations.append(lines.toByteArray());
  }

  private interface Fields {
    void write(JsonGenerator to) throws IOException;
  }

  private static byte[] object(Fields fields) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator to = FACTORY.createGenerator(bytes)) {
      to.writeStartObject();
      fields.write(to);
      to.writeEndObject();
    }
    return bytes.toByteArray();
  }

  @Override
  public Path folder(int index) {
    return pictures.folder();
  }

  @Override
  public List<Long> state() {
    return List.of(images.length(), annotations.length(), next);
  }

  /// The spools go with the journal.
  @Override
  public void finish() throws IOException {
    Path part = spool("whole");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
      out.write(categories());
      write(",\n\"images\":[\n", out);
      Files.copy(spool(IMAGES), out);
      write("\n],\n\"annotations\":[\n", out);
      Files.copy(spool(ANNOTATIONS), out);
      write("\n]}\n", out);
    }
    Files.move(part, folder.resolve("annotations.json"), StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(UTF_8));
  }

  /// The head of the file, up to the lists.
  private byte[] categories() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator to = FACTORY.createGenerator(bytes)) {
      to.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
      to.writeStartObject();
      to.writeObjectFieldStart("info");
      to.writeStringField("description", "mixed by mixoscope; run.json has the job");
      to.writeEndObject();
      to.writeArrayFieldStart("licenses");
      to.writeEndArray();
      to.writeArrayFieldStart("categories");
      for (int i = 0; i < classes.size(); i++) {
        to.writeStartObject();
        to.writeNumberField("id", i + FIRST);
        to.writeStringField("name", classes.get(i));
        to.writeStringField("supercategory", "");
        to.writeEndObject();
      }
      to.writeEndArray();
    }
    return bytes.toByteArray();
  }

  @Override
  public void endPart() {}

  @Override
  public void close() throws IOException {
    images.close();
    annotations.close();
  }
}
