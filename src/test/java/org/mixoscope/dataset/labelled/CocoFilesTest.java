package org.mixoscope.dataset.labelled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.dataset.labelled.ObjectFolder.assertObjects;
import static org.mixoscope.dataset.labelled.ObjectFolder.leftOut;
import static org.mixoscope.dataset.labelled.ObjectFolder.remarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.Wanted;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Objects;

/// COCO's files, with positions worked out by hand.
@BesideWindows
class CocoFilesTest {
  private static final String IMAGES =
      """
      {"id": 7, "file_name": "a.png", "width": 10, "height": 8, "license": 3},
      {"id": 3, "file_name": "b.png", "width": 6, "height": 4}\
      """;

  private static final String CATEGORIES =
      """
      {"id": 90, "name": "dog"}, {"id": 3, "name": "cat", "supercategory": "pet"},\
       {"id": 4, "name": "cow"}\
      """;

  @TempDir Path temporary;
  private ObjectFolder folder = new ObjectFolder(Path.of(""));

  @BeforeEach
  void pictures() throws IOException {
    folder = new ObjectFolder(temporary);
    folder.picture("set/images/a.png", 10, 8).picture("set/images/b.png", 6, 4);
  }

  private ObjectFolder coco(String name, String annotations) throws IOException {
    return coco(name, IMAGES, annotations, CATEGORIES);
  }

  private ObjectFolder coco(String name, String images, String annotations, String categories)
      throws IOException {
    return folder.text(
        name,
        """
        {"info": {"year": [1, {"x": null}]}, "annotations": [%s], "images": [%s],
         "licenses": [{"id": 3}], "categories": [%s]}\
        """
            .formatted(annotations, images, categories));
  }

  private static String annotation(int id, int image, int category, String more) {
    return "{\"id\": %d, \"image_id\": %d, \"category_id\": %d, %s}"
        .formatted(id, image, category, more);
  }

  @ParameterizedTest
  @ValueSource(strings = {"set", "set/coco.json"})
  void boxesPolygonsAndRunsAreReadInAnyOrderOfTheLists(String source) throws IOException {
    coco(
        "set/coco.json",
        String.join(
            ",",
            annotation(1, 7, 90, "\"bbox\": [1.5, 2, 3, 4.25]"),
            // Two squares of 2×2 and 3×2 pixels, which no bridge joins.
            annotation(
                2,
                7,
                3,
                "\"bbox\": [0, 0, 9, 8], \"segmentation\": [[0,0, 2,0, 2,2, 0,2],"
                    + " [6,5, 9,5, 9,7, 6,7]], \"iscrowd\": 0"),
            // Column by column: of 4 rows and 6 columns the pixels (row 1, col 0) and (row 0, col
            // 2).
            annotation(
                3,
                3,
                4,
                "\"segmentation\": {\"size\": [4, 6], \"counts\": [1, 1, 6, 1, 15]}, \"iscrowd\":"
                    + " 1, \"bbox\": [0, 0, 3, 2]")));

    try (DataSet data = folder.open(source)) {
      assertEquals("coco", data.kind());
      assertEquals(List.of("cat", "cow", "dog"), data.classes());
      assertObjects(
          data, "a.png dog 1.5,2,4.5,6.25 cat 0,0,9,7 +10px", "b.png cow 0,0,3,2 +2px crowd");
      assertEquals(
          List.of(
              "category ids became indices: 3–4 → 0–1, 90 → 2",
              "3 objects: 2 with masks, 1 with boxes only; up to 2 in a picture, 0 pictures"
                  + " without",
              "1 region of many (iscrowd) is kept, to be ignored"),
          remarks(data));
      assertEquals("by category id", data.findings().order().text());
    }
  }

  /// `counts` as pycocotools writes them of a mask of 2×3 with (row 0, col 1), of 2, 1 and 3
  /// pixels: each a digit from '0' on.
  @Test
  void mapsArePaintedFromObjectsWhereTheyAreWanted() throws IOException {
    ObjectFolder set =
        folder
            .picture("a.png", 4, 2)
            .picture("b.png", 4, 2)
            .text(
                "c.json",
                """
                {"images": [{"id": 1, "file_name": "a.png"}, {"id": 2, "file_name": "b.png"}],
                 "categories": [{"id": 3, "name": "cat"}, {"id": 9, "name": "dog"}],
                 "annotations": [{"image_id": 1, "category_id": 9, "bbox": [0, 0, 3, 2]},
                                 {"image_id": 1, "category_id": 3, "bbox": [2, 1, 2, 1]}]}
                """);
    try (DataSet data = set.open("c.json", ReadAs.USUAL.with(TargetKind.MAP))) {
      assertEquals(List.of("background", "cat", "dog"), data.classes());
      assertEquals(TargetKind.MAP, data.findings().target());
      assertEquals(List.of(1, 0), List.of(data.classOf(0), data.classOf(1)));
      assertEquals(2, data.objects().orElseThrow().objects());
      ClassMap map =
          (ClassMap) data.read(0, new PictureReader(), null, Fit.COVER, Wanted.AS_STORED).target();
      int[] expected = {2, 2, 2, 0, 2, 2, 1, 1};
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], (int) map.indices().element(i), "pixel " + i);
      }
    }
  }

  @Test
  void compressedRunsAreThoseOfCocosTools() throws IOException {
    folder.picture("set/images/c.png", 3, 2);
    coco(
        "set/coco.json",
        "{\"id\": \"x\", \"file_name\": \"c.png\", \"width\": 3, \"height\": 2}",
        "{\"id\": 1, \"image_id\": \"x\", \"category_id\": 1, \"segmentation\": {\"counts\":"
            + " \"213\", \"size\": [2, 3]}}",
        "{\"id\": 1, \"name\": \"cat\"}");

    try (DataSet data = folder.open("set")) {
      assertObjects(data, "c.png cat 1,0,2,1 +1px");
    }
  }

  @Test
  void whatIsUnusualIsSaidAndNothingElseIsLost() throws IOException {
    coco(
        "set/coco.json",
        String.join(
            ",",
            annotation(1, 7, 3, "\"bbox\": [8, 6, 4, 4]"),
            annotation(1, 7, 3, "\"bbox\": [1, 1, 0, 4]"),
            annotation(3, 7, 3, "\"bbox\": [10, 1, 2, 2]"),
            annotation(4, 99, 3, "\"bbox\": [0, 0, 1, 1]")));

    try (DataSet data = folder.open("set")) {
      assertObjects(data, "a.png cat 8,6,10,8", "b.png");
      assertEquals("none", data.labelOf(1));
      List<String> remarks = remarks(data);
      for (String one :
          List.of(
              "1 object sticks out of the picture and is cut, such as in a.png",
              "1 object is outside the picture and left out, such as in a.png",
              "1 object has no size and is left out, such as in a.png",
              "1 annotation has the id of another, such as 1",
              "2 classes have no pictures: cow, dog")) {
        assertTrue(remarks.contains(one), () -> one + " in " + remarks);
      }
      assertTrue(
          remarks.stream()
              .anyMatch(
                  one ->
                      one.startsWith("1 annotation is of images that are not listed and left out")
                          && one.endsWith("coco.json annotation 3")),
          remarks::toString);
    }
  }

  /// Merged files list a picture twice now and then.
  @Test
  void pictureThatIsListedTwiceIsSaid() throws IOException {
    coco(
        "set/coco.json",
        "{\"id\": 7, \"file_name\": \"a.png\"}, {\"id\": 8, \"file_name\": \"a.png\"}",
        annotation(1, 8, 1, "\"bbox\": [1, 1, 2, 4]"),
        "{\"id\": 1, \"name\": \"cat\"}");

    try (DataSet data = folder.open("set")) {
      assertObjects(data, "a.png", "a.png cat 1,1,3,5");
      assertTrue(
          remarks(data)
              .contains(
                  "1 image has the file name of another, so what is in that picture is divided"
                      + " among them, such as a.png"),
          () -> remarks(data).toString());
    }
  }

  /// Ignored objects of ours are crowds to COCO's tools; of other files a crowd may be both.
  @Test
  void whatWeWriteOfAnObjectIsReadBack() throws IOException {
    coco(
        "set/coco.json",
        "{\"id\": 7, \"file_name\": \"a.png\", \"width\": 10, \"height\": 8, \"objects_gone\": 2}",
        annotation(
                1,
                7,
                3,
                "\"bbox\": [0,0,1,1], \"iscrowd\": 1, \"ignore\": 1, \"visible\": 0.25, \"weight\":"
                    + " 0.5, \"source\": 1")
            + ","
            + annotation(2, 7, 3, "\"bbox\": [0,0,1,1], \"iscrowd\": 1, \"ignore\": 1"),
        CATEGORIES);

    try (DataSet data = folder.open("set")) {
      assertObjects(data, "a.png cat 0,0,1,1 ignored cat 0,0,1,1 crowd ignored");
      Objects objects = ObjectFolder.objects(data, 0);
      assertEquals(2, objects.gone());
      assertEquals(0.25, objects.instances().getFirst().visible());
      assertEquals(0.5, objects.instances().getFirst().weight());
    }
  }

  @Test
  void ofSeveralFilesTheInstancesOfOneSplitAreTaken() throws IOException {
    for (String split : List.of("train2017", "val2017")) {
      folder.picture("real/" + split + "/a.png", 10, 8).picture("real/" + split + "/b.png", 6, 4);
      coco(
          "real/annotations/instances_" + split + ".json",
          annotation(1, 7, 3, "\"bbox\": [0, 0, 1, 1]"));
    }
    folder.text(
        "real/annotations/captions_train2017.json", "{\"images\": [], \"annotations\": []}");

    assertEquals(
        "%s has splits, not classes (train, val): take one, such as --split train"
            .formatted(temporary.resolve("real")),
        folder.refused("real").replace("real has", temporary.resolve("real") + " has"));
    try (DataSet data = folder.open("real", ReadAs.USUAL.withSplit("val"))) {
      assertEquals("val", data.findings().split());
      assertEquals(temporary.resolve("real/val2017/a.png").toString(), data.location(0));
      assertEquals(List.of("1 other annotation files: captions_train2017.json"), leftOut(data));
    }
  }

  @Test
  void foldersOfSplitsHaveAFileEach() throws IOException {
    for (String split : List.of("train", "valid")) {
      folder.picture("rf/" + split + "/a.png", 10, 8).picture("rf/" + split + "/b.png", 6, 4);
      coco("rf/" + split + "/_annotations.coco.json", annotation(1, 7, 3, "\"bbox\": [0,0,1,1]"));
    }

    try (DataSet data = folder.open("rf", ReadAs.USUAL.withSplit("valid"))) {
      assertEquals("coco", data.kind());
      assertEquals(List.of("train", "valid"), data.findings().splits());
      assertObjects(data, "a.png cat 0,0,1,1", "b.png");
    }
  }

  @Test
  void picturesMayLieElsewhereAndClassesHaveAnotherOrder() throws IOException {
    folder.picture("far/a.png", 10, 8).picture("far/b.png", 6, 4);
    coco("alone/coco.json", annotation(1, 7, 90, "\"bbox\": [0, 0, 1, 1]"));
    folder.text("classes.txt", "cow\ndog\ncat\n");

    assertEquals(
        "alone/coco.json: none of its pictures is in alone, such as a.png: say by --pictures where"
            + " they are",
        folder.refused("alone/coco.json").replace(temporary + "/", ""));
    ReadAs as =
        new ReadAs(
            temporary.resolve("classes.txt"),
            ClassOrder.NAME,
            null,
            null,
            null,
            null,
            temporary.resolve("far"),
            false);
    try (DataSet data = folder.open("alone/coco.json", as)) {
      assertEquals(List.of("cow", "dog", "cat"), data.classes());
      assertObjects(data, "a.png dog 0,0,1,1", "b.png");
    }
  }

  @Test
  void labelsAreTheClassesOfTheObjects() throws IOException {
    coco(
        "set/coco.json",
        annotation(1, 7, 90, "\"bbox\": [0,0,1,1]")
            + ","
            + annotation(2, 7, 3, "\"bbox\": [0,0,1,1]")
            + ","
            + annotation(3, 7, 3, "\"bbox\": [2,2,1,1]"));

    try (DataSet data = folder.open("set", ReadAs.USUAL.with(TargetKind.LABELS))) {
      assertEquals(TargetKind.LABELS, data.findings().target());
      assertEquals(List.of(1, 0, 1), Arrays.stream(data.counts()).boxed().toList());
    }
    for (TargetKind kind : List.of(TargetKind.CLASS, TargetKind.NUMBER)) {
      assertEquals(
          "set/coco.json has objects: --target %s is not made of them, objects and labels are"
              .formatted(kind.id()),
          folder.refused("set", ReadAs.USUAL.with(kind)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"bbox\": [5, 5, -3, 2]|the box is -3.0 wide and 2.0 high: boxes are x, y, width, height;"
            + " where they are x1, y1, x2, y2, write them anew",
        "\"bbox\": [5, NaN, 3, 2]|bbox must be finite numbers",
        "\"bbox\": [5, 1, 3, 1e300]|bbox must be finite numbers",
        "\"bbox\": [5, \"1\", 3, 2]|bbox must be finite numbers",
        "\"bbox\": [5, 1, 3]|bbox must be four numbers",
        "\"bbox\": [5, 1, 3, 2, 9]|bbox must be four numbers",
        "\"bbox\": 4|bbox must be a list",
        "\"area\": 4|has no category_id, or neither bbox nor segmentation: COCO's instances file is"
            + " needed",
        "\"segmentation\": [[1,2,3,4,5]]|5 numbers: a polygon needs pairs of x and y",
        "\"segmentation\": 3|segmentation must be polygons, or size and counts",
        "\"segmentation\": {\"size\": [8, 10]}|segmentation must be polygons, or size and counts",
        "\"segmentation\": {\"size\": [8, 10], \"counts\": [80, 1]}|counts must be runs that are"
            + " together the pixels of 10×8",
        "\"segmentation\": {\"size\": [8, 10], \"counts\": [90, -10]}|counts must be runs that are"
            + " together the pixels of 10×8",
        "\"segmentation\": {\"size\": [8, 10], \"counts\": \"oo\"}|counts must be runs that are"
            + " together the pixels of 10×8",
        "\"segmentation\": {\"size\": [10, 8], \"counts\": [80]}|segmentation is of 8×10, the"
            + " picture of 10×8",
        "\"bbox\": [1,1,1,1], \"weight\": 0|weight must be above 0, at most 1",
      })
  void anAnnotationThatCannotBeIsRefused(String fields, String why) throws IOException {
    coco("set/coco.json", annotation(1, 7, 3, fields));

    assertEquals(
        "set/coco.json annotation 0: " + why, folder.refused("set").replace("0 has", "0: has"));
  }

  @Test
  void listsThatCannotBeAreRefused() throws IOException {
    String box = annotation(1, 7, 5, "\"bbox\": [0,0,1,1]");
    coco("set/coco.json", box);
    assertEquals(
        "set/coco.json annotation 0: category_id 5 is not among the categories",
        folder.refused("set"));
    coco("set/coco.json", IMAGES + "," + IMAGES, "", CATEGORIES);
    assertEquals("set/coco.json: there are two images with the id 7", folder.refused("set"));
    coco("set/coco.json", IMAGES, "", CATEGORIES + "," + CATEGORIES);
    assertEquals("set/coco.json: there are two categories with the id 90", folder.refused("set"));
    coco("set/coco.json", IMAGES, "", "");
    assertEquals("set/coco.json: has no categories", folder.refused("set"));
    coco("set/coco.json", "", "", CATEGORIES);
    assertEquals("set/coco.json lists no images", folder.refused("set"));
    coco("set/coco.json", "{\"id\": 1}", "", CATEGORIES);
    assertEquals("set/coco.json image 0: file_name is missing", folder.refused("set"));
    folder.text("set/coco.json", "{\"images\": [{\"id\": 1,");
    assertEquals("set/coco.json: not valid JSON, or nested too deep", folder.refused("set"));
  }

  /// Corners in place of sizes: three boxes that all stick out.
  @Test
  void cornersAreNotTakenForSizes() throws IOException {
    coco(
        "set/coco.json",
        annotation(1, 7, 3, "\"bbox\": [4, 3, 9, 7]")
            + ","
            + annotation(2, 7, 3, "\"bbox\": [3, 3, 8, 7]")
            + ","
            + annotation(3, 7, 3, "\"bbox\": [4, 4, 10, 8]"));

    assertEquals(
        "set/coco.json: boxes stick out of their pictures, as x1, y1, x2, y2 would: must be x, y,"
            + " width, height",
        folder.refused("set"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../secret.png", "/etc/secret.png", "C:\\\\x\\\\secret.png", "x/../../s.png"})
  void aNameThatLeadsOutIsNotFollowed(String name) throws IOException {
    folder.picture("secret.png", 2, 2).picture("s.png", 2, 2);
    coco(
        "set/coco.json",
        "{\"id\": 1, \"file_name\": \"%s\", \"width\": 2, \"height\": 2}".formatted(name),
        "",
        CATEGORIES);

    assertEquals(
        "set/coco.json: %s: leads out of the folder of the pictures: write names from there on"
            .formatted(name.replace("\\\\", "\\")),
        folder.refused("set"));

    // One of that name inside is taken, and said.
    folder.picture("set/secret.png", 2, 2).picture("set/s.png", 2, 2);
    try (DataSet data = folder.open("set")) {
      assertTrue(data.location(0).startsWith(temporary.resolve("set").toString()));
      assertTrue(remarks(data).toString().contains("1 name leads out of the folder"));
    }
  }

  /// Stored 8×4 and to be turned clockwise: what is at (x, y) there is at (4 − y, x) in the upright
  /// picture of 4×8. Of a square nobody can tell.
  @ParameterizedTest
  @CsvSource({"8,4,8,4,'3,0,4,2',1,0", "8,4,4,8,'0,0,2,1',0,0", "6,6,6,6,'0,0,2,1',0,1"})
  void objectsOfTheStoredPictureAreTurnedWithIt(
      int storedWidth, int storedHeight, int width, int height, String box, int turned, int unseen)
      throws IOException {
    folder.picture("set/images/t.jpg", storedWidth, storedHeight);
    Path file = temporary.resolve("set/images/t.jpg");
    Files.write(file, withOrientation(Files.readAllBytes(file), 6));
    coco(
        "set/coco.json",
        "{\"id\": 1, \"file_name\": \"t.jpg\", \"width\": %d, \"height\": %d}"
            .formatted(width, height),
        annotation(1, 1, 3, "\"bbox\": [0, 0, 2, 1]"),
        CATEGORIES);

    try (DataSet data = folder.open("set")) {
      assertObjects(data, "t.jpg cat " + box);
      assertEquals(new Turned(1, turned, unseen), data.headers(new PictureReader()).turned());
    }
  }

  /// With a block of EXIF after the first marker: big-endian, one field.
  private static byte[] withOrientation(byte[] jpeg, int orientation) {
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    byte[] all = Arrays.copyOf(jpeg, jpeg.length + exif.length);
    System.arraycopy(exif, 0, all, 2, exif.length);
    System.arraycopy(jpeg, 2, all, 2 + exif.length, jpeg.length - 2);
    return all;
  }

  @Test
  void aPictureOfAnotherSizeIsRefusedByItself() throws IOException {
    folder.picture("set/images/a.png", 20, 16);
    coco("set/coco.json", annotation(1, 7, 3, "\"bbox\": [0, 0, 2, 1]"));

    try (DataSet data = folder.open("set")) {
      PictureException refusal =
          assertThrows(PictureException.class, () -> ObjectFolder.line(data, 0));
      assertEquals(
          "a.png is 20×16, its annotation is for 10×8: use the pictures that were annotated",
          refusal.getMessage());
      assertEquals("b.png", ObjectFolder.line(data, 1));
    }
  }

  @Test
  void nothingIsBuiltThatHasNoEnd() throws IOException {
    coco("set/coco.json", IMAGES, "", CATEGORIES);
    String whole = Files.readString(temporary.resolve("set/coco.json"));
    folder.text("set/coco.json", whole.replace("\"x\": null", "\"x\": " + "[".repeat(100_000)));
    assertTrue(folder.refused("set/coco.json").contains("set/coco.json"));

    coco(
        "set/coco.json",
        annotation(1, 7, 3, "\"segmentation\": [[" + "1,2,".repeat(1_000_000) + "1,2]]"));
    assertEquals(
        "set/coco.json annotation 0: a polygon of more than 100000 points or 1000 parts: none is"
            + " drawn so",
        folder.refused("set"));

    coco(
        "set/coco.json",
        annotation(1, 7, 3, "\"segmentation\": [" + "[1,2,3,4,5,6],".repeat(2000) + "[]]"));
    assertTrue(folder.refused("set").contains("1000 parts"));
  }

  /// What is dropped, guessed or odd is said, and the picture of another size is a problem at once.
  @Test
  void oddThingsAreSaid() throws IOException {
    coco(
        "set/annotations.json",
        "{\"id\": 7, \"file_name\": \"A.PNG\", \"width\": 10, \"height\": 8},"
            + "{\"id\": 3, \"file_name\": \"images/b.Png\", \"width\": 60, \"height\": 40}",
        annotation(1, 7, 3, "\"bbox\": [1, 2, 3, 4], \"keypoints\": [1, 2, 2]"),
        "{\"id\": 3, \"name\": \"cat\"}, {\"id\": 4, \"name\": \"cat\"}");

    try (DataSet data = folder.open("set")) {
      assertEquals("images/a.png", data.name(0));
      assertEquals("images/b.png", data.name(1));
      List<String> said = remarks(data);
      assertTrue(
          said.contains("2 names differ from those of the pictures in upper and lower case"),
          said::toString);
      assertTrue(
          said.contains("2 classes have a name that another has, such as cat: they stay apart"),
          said::toString);
      assertTrue(
          said.stream().anyMatch(one -> one.startsWith("1 object has key points, which are left")),
          said::toString);
      Headers headers = data.headers(new PictureReader());
      assertEquals(1, headers.unreadable());
      assertEquals(
          "images/b.png is 6×4, what is marked in it is of 60×40: use the pictures that were"
              + " marked",
          headers.problems().getFirst().text());
    }
  }
}
