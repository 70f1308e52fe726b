package org.mixoscope.dataset.labelled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.dataset.labelled.ObjectFolder.assertObjects;
import static org.mixoscope.dataset.labelled.ObjectFolder.remarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// LabelMe's files, with positions worked out by hand.
@BesideWindows
class LabelMeFilesTest {
  @TempDir Path temporary;
  private ObjectFolder folder = new ObjectFolder(Path.of(""));

  @BeforeEach
  void pictures() throws IOException {
    folder = new ObjectFolder(temporary);
    folder.picture("set/a.png", 20, 16);
  }

  private void shapes(String shapes) throws IOException {
    folder.text(
        "set/a.json",
        """
        {"version": "5.0", "flags": {}, "shapes": [%s], "imagePath": "..\\\\images\\\\a.png",
         "imageData": "%s", "imageHeight": 16, "imageWidth": 20}\
        """
            .formatted(shapes, "iVBOR".repeat(1000)));
  }

  private static String shape(String label, String kind, String points, String more) {
    return "{\"label\": \"%s\", \"shape_type\": \"%s\", \"points\": %s%s}"
        .formatted(label, kind, points, more);
  }

  /// A circle of radius 4 has an area of 50.3 pixels, of 52 the middles are in it; polygons of a
  /// group are one object, and no bridge joins them.
  @Test
  void polygonsRectanglesAndCirclesAreObjects() throws IOException {
    shapes(
        String.join(
            ",",
            shape("dog", "rectangle", "[[9.5, 8], [2, 1]]", ""),
            shape("cat", "polygon", "[[0,0],[2,0],[2,2],[0,2]]", ", \"group_id\": 1"),
            shape("cat", "polygon", "[[8,5],[11,5],[11,7],[8,7]]", ", \"group_id\": 1"),
            shape("cat", "polygon", "[[0,0],[1,0],[1,1]]", ", \"group_id\": null"),
            shape("sun", "circle", "[[10, 8], [14, 8]]", ""),
            shape("sun", "point", "[[10, 8]]", ""),
            shape("sun", "line", "[[10, 8], [1, 1]]", "")));

    try (DataSet data = folder.open("set")) {
      assertEquals("labelme", data.kind());
      assertEquals(List.of("cat", "dog", "sun"), data.classes());
      assertObjects(
          data, "a.png dog 2,1,9.5,8 cat 0,0,11,7 +10px cat 0,0,1,1 +1px sun 6,4,14,12 +52px");
      assertTrue(
          remarks(data)
              .getFirst()
              .startsWith(
                  "2 shapes have no area, as lines and points, and are left out, such as in"),
          () -> remarks(data).toString());
    }
  }

  /// As LabelMe fills them: the corners of a mask are its first and its last pixel; where these are
  /// no whole numbers they are rounded, and all that is stored counts. What is off the picture is
  /// cut.
  @ParameterizedTest
  @CsvSource({
    "'[[2,1],[4,2]]', 'a.png x 2,1,5,3 +4px'",
    "'[[2,1],[3,2]]', 'a.png x 2,1,4,3 +3px'",
    "'[[2.4,0.6],[9.7,9]]', 'a.png x 2,1,5,3 +4px'",
    "'[[18,15],[20,16]]', 'a.png x 18,15,19,16 +1px'",
    "'[[-1,0],[1,1]]', 'a.png x 0,0,2,2 +2px'",
  })
  void aMaskIsItsPixels(String points, String expected) throws IOException {
    shapes(shape("x", "mask", points, mask("1,0,1", "1,1,0")));

    try (DataSet data = folder.open("set")) {
      assertObjects(data, expected);
    }
  }

  private static String mask(String... rows) {
    String values = String.join(",", rows);
    byte[] bytes = new byte[(values.length() + 1) / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (values.charAt(2 * i) - '0');
    }
    Frame frame = new Frame(rows.length, bytes.length / rows.length);
    byte[] png = PictureWriter.indexPng(Pixels.of(bytes, frame, 1), null);
    return ", \"mask\": \"%s\"".formatted(Base64.getEncoder().encodeToString(png));
  }

  /// Whatever their shapes are, those of one group and label are one object.
  @Test
  void shapesOfAGroupAreOneObject() throws IOException {
    shapes(
        String.join(
            ",",
            shape("x", "rectangle", "[[0,0],[2,2]]", ", \"group_id\": 4"),
            shape("x", "polygon", "[[1,0],[3,0],[3,2],[1,2]]", ", \"group_id\": 4"),
            shape("y", "rectangle", "[[0,0],[2,2]]", ", \"group_id\": 4"),
            shape("x", "mask", "[[5,6],[7,7]]", mask("1,0,1", "1,1,0") + ", \"group_id\": 4"),
            shape("x", "rectangle", "[[9,9],[10,10]]", ", \"group_id\": 5")));

    try (DataSet data = folder.open("set")) {
      assertObjects(data, "a.png x 0,0,8,8 +10px y 0,0,2,2 x 9,9,10,10");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rectangle, '[[1,2],[4,2],[4,6],[1,6]]', 'a.png x 1,2,4,6'",
    "oriented_rectangle, '[[1,2],[4,2],[4,6],[1,6]]', 'a.png x 1,2,4,6 +12px'",
    "rotation, '[[1,2],[4,2],[4,6],[1,6]]', 'a.png x 1,2,4,6 +12px'",
  })
  void rectanglesMayHaveFourCorners(String kind, String points, String expected)
      throws IOException {
    shapes(shape("x", kind, points, ""));

    try (DataSet data = folder.open("set")) {
      assertObjects(data, expected);
    }
  }

  @Test
  void filesMayLieApartFromTheirPictures() throws IOException {
    shapes(shape("x", "rectangle", "[[1,2],[4,6]]", ""));
    Files.createDirectories(temporary.resolve("set/labels"));
    Files.createDirectories(temporary.resolve("set/images"));
    Files.move(temporary.resolve("set/a.json"), temporary.resolve("set/labels/a.json"));
    Files.move(temporary.resolve("set/a.png"), temporary.resolve("set/images/a.png"));

    try (DataSet data = folder.open("set")) {
      assertEquals("labelme", data.kind());
      assertObjects(data, "images/a.png x 1,2,4,6");
    }
  }

  @Test
  void aPictureThatIsInItsFileOnlyIsNotTakenForMissing() throws IOException {
    shapes(shape("x", "rectangle", "[[1,2],[4,6]]", ""));
    Files.copy(temporary.resolve("set/a.json"), temporary.resolve("set/b.json"));
    folder.text(
        "set/b.json", Files.readString(temporary.resolve("set/b.json")).replace("a.png", "b.png"));

    try (DataSet data = folder.open("set")) {
      assertObjects(data, "a.png x 1,2,4,6");
      assertEquals(
          List.of(
              "1 label files whose picture is in them only (imageData), which is not read: write"
                  + " the pictures beside them: b.json"),
          ObjectFolder.leftOut(data));
    }
    Files.delete(temporary.resolve("set/a.png"));
    assertEquals(
        temporary.resolve("set")
            + " has label files (.json) and no pictures: write the pictures beside them, those"
            + " inside label files (imageData) are not read",
        assertThrows(DataSetException.class, () -> folder.open("set").close()).getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"points\": []}|label is missing",
        "{\"label\": \"x\", \"points\": [[1]]}|points must be pairs of x and y",
        "{\"label\": \"x\", \"points\": [[1, \"2\"]]}|points must be pairs of x and y",
        "{\"label\": \"x\", \"shape_type\": \"rectangle\", \"points\": [[1, 2]]}|points must be"
            + " pairs of x and y",
        "{\"label\": \"x\", \"shape_type\": \"mask\", \"points\": [[1, 2], [3, 4]], \"mask\":"
            + " \"iVBOR\"}|mask must be a PNG of one channel in base64",
        "{\"label\": \"x\", \"shape_type\": \"mask\", \"points\": [[1, 2], [3, 4]]}|mask must be"
            + " a PNG of one channel in base64",
        "{\"label\": \"x\", \"points\": [[1e300, 2], [1, 2], [3, 4]]}|segmentation must be finite"
            + " numbers",
      })
  void aShapeThatCannotBeIsRefused(String shape, String why) throws IOException {
    shapes(shape);

    assertEquals("set/a.json shape 0: " + why, folder.refused("set"));
  }

  @Test
  void shapesHaveAnEnd() throws IOException {
    shapes(shape("x", "polygon", "[" + "[1,2],".repeat(1_000_000) + "[1,2]]", ""));
    assertTrue(folder.refused("set").contains("a polygon of more than 100000 points"));
    shapes("{\"label\": " + "[".repeat(100_000));
    assertEquals("set/a.json: not valid JSON, or nested too deep", folder.refused("set"));
  }
}
