package org.mixoscope.dataset.labelled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.dataset.labelled.ObjectFolder.assertObjects;
import static org.mixoscope.dataset.labelled.ObjectFolder.remarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.BesideWindows;

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
                  "2 shapes are neither polygon, rectangle nor circle and left out, such as in"),
          () -> remarks(data).toString());
    }
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
