package org.mixoscope.dataset.annotated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Turn;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Objects;

@BesideWindows
class AnnotationReaderTest {
  private static final Frame FRAME = new Frame(8, 10);

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Markings read(String file, String picture) throws PictureException {
    return new AnnotationReader().read(folder.resolve(file).toString(), picture);
  }

  /// The box from (2, 2) to (8, 6), in every form.
  @ParameterizedTest
  @CsvSource({"coco.json", "a.xml", "a.json", "a.txt"})
  void theFileOfAPictureIsReadWhateverItsForm(String file) throws IOException {
    write(
        "coco.json",
        """
        {"images": [{"id": 5, "file_name": "train/b.png"}, {"id": 6, "file_name": "train/a.png"}],
         "annotations": [{"image_id": 6, "category_id": 2, "bbox": [2, 2, 6, 4]}],
         "categories": [{"id": 2, "name": "cat"}]}
        """);
    write(
        "a.xml",
        """
        <annotation><object><name>cat</name><bndbox><xmin>3</xmin><ymin>3</ymin><xmax>8</xmax>
        <ymax>6</ymax></bndbox></object></annotation>
        """);
    write(
        "a.json",
        """
        {"shapes": [{"label": "cat", "shape_type": "rectangle", "points": [[2, 2], [8, 6]]}]}
        """);
    write("a.txt", "0 0.5 0.5 0.6 0.5\n");
    write("classes.txt", "cat\n");

    Markings found = read(file, "/data/a.png");

    assertEquals(List.of("cat"), found.names());
    Objects objects = (Objects) found.target(Origin.of(FRAME, Turn.UPRIGHT), FRAME);
    assertEquals(new Edges(2, 2, 8, 6), objects.instances().getFirst().box());
  }

  /// Other bytes of the same length and date are not looked at, also when sources take turns
  /// between two files.
  @Test
  void fileOfManyPicturesIsReadOnceUntilItChanges() throws IOException {
    String text =
        """
        {"images": [{"id": 1, "file_name": "a.png"}, {"id": 2, "file_name": "b.png"}],
         "annotations": [{"image_id": 2, "category_id": 2, "bbox": [2, 2, 6, 4]}],
         "categories": [{"id": 2, "name": "cat"}]}
        """;
    write("coco.json", text);
    Path file = folder.resolve("coco.json");
    FileTime date = Files.getLastModifiedTime(file);
    AnnotationReader reader = new AnnotationReader();
    reader.read(file.toString(), "a.png");
    write("other.json", text.replace("\"cat\"", "\"cow\""));
    reader.read(folder.resolve("other.json").toString(), "a.png");
    write("coco.json", text.replace("\"cat\"", "\"dog\""));
    Files.setLastModifiedTime(file, date);

    Markings kept = reader.read(file.toString(), "b.png");
    write("coco.json", text.replace("\"cat\"", "\"horse\""));
    Markings changed = reader.read(file.toString(), "b.png");

    assertEquals(List.of("cat"), kept.names());
    assertEquals(List.of("horse"), changed.names());
  }

  @Test
  void masksAreIndicesOrWhereTheyHaveTwoValuesOneThing() throws IOException {
    byte[] indices = {0, 2, (byte) 255, 1};
    byte[] thing = {0, (byte) 255, (byte) 255, 0};
    PictureWriter.write(Pixels.of(indices, new Frame(2, 2), 1), folder.resolve("m.png"), null);
    PictureWriter.write(Pixels.of(thing, new Frame(2, 2), 1), folder.resolve("t.png"), null);
    PictureWriter.write(
        Pixels.of(new byte[12], new Frame(2, 2), 3), folder.resolve("rgb.png"), null);

    assertEquals(List.of("0", "1", "2"), read("m.png", "/data/a.png").names());
    assertEquals(List.of(0, 2, 255, 1), map("m.png"));
    assertEquals(List.of(0, 1, 1, 0), map("t.png"));
    assertRefused(
        "rgb.png", " has colours, not indices of classes: save it as grey or with a palette");
    write("classes.txt", "road\nsky\ncar\n");
    assertEquals(List.of("road", "sky", "car"), read("m.png", "/data/a.png").names());
  }

  private List<Integer> map(String file) throws IOException {
    Frame frame = new Frame(2, 2);
    ClassMap found =
        (ClassMap) read(file, "/data/a.png").target(Origin.of(frame, Turn.UPRIGHT), frame);
    return IntStream.range(0, 4).mapToObj(i -> (int) found.indices().element(i)).toList();
  }

  @Test
  void theClassesOfALabelFileAreNamedAbove() throws IOException {
    Files.createDirectories(folder.resolve("labels/train"));
    write("labels/train/a.txt", "1 0.5 0.5 0.6 0.5\n");
    assertEquals(List.of("0", "1"), read("labels/train/a.txt", "/data/a.png").names());

    write("data.yaml", "train: images/train\nnames: [dog, cat]\n");

    assertEquals(List.of("dog", "cat"), read("labels/train/a.txt", "/data/a.png").names());
  }

  @Test
  void whatSaysNothingOfThePictureIsRefused() throws IOException {
    write(
        "coco.json",
        """
        {"images": [{"id": 5, "file_name": "b.png"}], "categories": [{"id": 2, "name": "cat"}]}
        """);
    write("notes.md", "none");

    assertRefused("coco.json", " has 0 images called a.png: needs one");
    assertRefused(
        "notes.md",
        " is no annotation that is read: give a PNG mask, or COCO, YOLO, VOC or LabelMe");
    assertRefused("gone.xml", " does not exist: check the path");
    write("a.txt", "0 0.5 0.5 0.6\n");
    assertRefused(
        "a.txt",
        " line 1: 4 numbers: needs a class and x, y, width, height, or a class and the pairs of a"
            + " polygon");
  }

  private void assertRefused(String file, String why) {
    PictureException refusal =
        assertThrows(PictureException.class, () -> read(file, "/data/a.png"));
    assertEquals(folder.resolve(file) + why, refusal.getMessage());
  }
}
