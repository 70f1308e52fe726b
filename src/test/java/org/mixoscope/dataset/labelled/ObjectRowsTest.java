package org.mixoscope.dataset.labelled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.dataset.labelled.ObjectFolder.assertObjects;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.dataset.packed.Tars;
import org.mixoscope.kernel.target.Instance;

/// Objects in tables as Hugging Face has them, and as this program writes them.
@BesideWindows
class ObjectRowsTest {
  private static final String WRITTEN =
      """
      {"bbox": [[1, 2, 3, 4], [0, 0, 1, 1]], "categories": [1, 0], "segmentation": [null,\
       {"size": [8, 10], "counts": [0, 1, 79]}], "area": [12, 1], "iscrowd": [0, 1], "ignore":\
       [1, 0], "visible": [0.5, 1], "weight": [0.25, 1], "source": [1, 0]}\
      """;

  @TempDir Path temporary;
  private ObjectFolder folder = new ObjectFolder(Path.of(""));

  @BeforeEach
  void pictures() throws IOException {
    folder = new ObjectFolder(temporary);
    folder
        .picture("set/a.png", 10, 8)
        .picture("set/b.png", 6, 4)
        .text("set/classes.txt", "cat\ndog\n");
  }

  private void rows(String a, String b) throws IOException {
    folder.text(
        "set/metadata.jsonl",
        "{\"file_name\": \"a.png\", \"objects\": %s}\n{\"file_name\": \"b.png\", \"objects\": %s}\n"
            .formatted(a, b));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"bbox\": [[1,2,3,4]], \"category\": [1], \"id\": [7], \"area\": [12]}",
        "{\"bbox\": [[1,2,3,4]], \"categories\": [\"dog\"]}",
        "{\"bboxes\": [[1,2,3,4]], \"labels\": [\"dog\"]}",
        "[{\"bbox\": [1,2,3,4], \"category\": \"dog\"}]",
        "[{\"bbox\": [1,2,3,4], \"category_id\": 1, \"iscrowd\": 0}]",
      })
  void objectsComeInManyForms(String objects) throws IOException {
    for (String empty : List.of("{\"bbox\": [], \"category\": []}", "[]", "{}")) {
      rows(objects, empty);
      try (DataSet data = folder.open("set")) {
        assertObjects(data, "a.png dog 1,2,4,6", "b.png");
        assertEquals(List.of("cat", "dog"), data.classes());
      }
    }
    folder.text(
        "set/t.csv", "file_name,objects\na.png,\"%s\"\n".formatted(objects.replace("\"", "\"\"")));
    try (DataSet data = folder.open("set/t.csv")) {
      assertObjects(data, "a.png dog 1,2,4,6");
    }
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    rows(WRITTEN, "{\"bbox\": [], \"categories\": []}, \"objects_gone\": 3");
    try (DataSet data = folder.open("set")) {
      assertWritten(data);
      assertEquals(3, ObjectFolder.objects(data, 1).gone());
    }

    try (OutputStream file = Files.newOutputStream(temporary.resolve("set.tar"));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(file)) {
      Tars.put(tar, "0.png", Files.readAllBytes(temporary.resolve("set/a.png")));
      Tars.put(tar, "0.json", ("{\"objects\": " + WRITTEN + "}").getBytes(StandardCharsets.UTF_8));
      Tars.put(tar, "1.png", Files.readAllBytes(temporary.resolve("set/b.png")));
      Tars.put(tar, "1.json", "{\"objects\": {\"bbox\": []}}".getBytes(StandardCharsets.UTF_8));
    }
    folder.text("classes.txt", "cat\ndog\n");
    try (DataSet data = folder.open("set.tar")) {
      assertEquals("webdataset", data.kind());
      assertWritten(data);
    }
  }

  private static void assertWritten(DataSet data) throws IOException {
    assertTrue(
        ObjectFolder.line(data, 0).endsWith(" dog 1,2,4,6 ignored cat 0,0,1,1 +1px crowd"),
        ObjectFolder.line(data, 0));
    Instance first = ObjectFolder.objects(data, 0).instances().getFirst();
    assertEquals(0.5, first.visible());
    assertEquals(0.25, first.weight());
  }

  @Test
  void classesWithoutAListAreNamesOrIndices() throws IOException {
    Files.delete(temporary.resolve("set/classes.txt"));
    rows("{\"bbox\": [[0,0,1,1]], \"category\": [2]}", "{\"bbox\": []}");
    try (DataSet data = folder.open("set")) {
      assertEquals(List.of("0", "1", "2"), data.classes());
    }
    rows(
        "[{\"bbox\": [0,0,1,1], \"category\": \"dog\"}]",
        "[{\"bbox\": [0,0,1,1], \"label\": \"ant\"}]");
    try (DataSet data = folder.open("set")) {
      assertEquals(List.of("ant", "dog"), data.classes());
      assertObjects(data, "a.png dog 0,0,1,1", "b.png ant 0,0,1,1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"bbox\": [[5,5,-2,3]], \"category\": [0]}|the box is -2.0 wide and 3.0 high: boxes are"
            + " x, y, width, height; where they are x1, y1, x2, y2, write them anew",
        "{\"bbox\": [[5,5,2,3]], \"category\": [0, 1]}|1 boxes, 2 of categories: must be as many",
        "{\"bbox\": [[5,5,2,3]], \"category\": [0], \"weight\": [1, 1]}|1 boxes, 2 of weight: must"
            + " be as many",
        "[{\"category\": 0}]|bbox is missing",
        "[{\"bbox\": [1,1,1,1]}]|category is missing",
        "[{\"bbox\": [1,1,1,1], \"category\": 2}]|label 2: must be one of the 2 declared classes,"
            + " or an index below that",
        "{\"bbox\": [[1,1,1]], \"category\": [0]}|bbox must be four numbers",
      })
  void objectsThatCannotBeAreRefusedWithTheLine(String objects, String why) throws IOException {
    rows("[]", objects);

    assertEquals("set/metadata.jsonl line 2: " + why, folder.refused("set"));
  }

  /// The sizes of the pictures are in no file but their own.
  @Test
  void cornersAreNotTakenForSizes() throws IOException {
    String corners = "{\"bbox\": [[3,2,5,4], [2,3,5,4], [1,3,6,4]], \"category\": [0, 0, 1]}";
    rows("[]", corners);

    assertEquals(
        "set/metadata.jsonl: boxes stick out of their pictures, as x1, y1, x2, y2 would: must be x,"
            + " y, width, height",
        folder.refused("set"));
  }
}
