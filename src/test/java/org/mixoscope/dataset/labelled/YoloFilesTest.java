package org.mixoscope.dataset.labelled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.dataset.labelled.ObjectFolder.assertObjects;
import static org.mixoscope.dataset.labelled.ObjectFolder.leftOut;
import static org.mixoscope.dataset.labelled.ObjectFolder.remarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;

/// YOLO's folders, with positions worked out by hand.
@BesideWindows
class YoloFilesTest {
  @TempDir Path temporary;
  private ObjectFolder folder = new ObjectFolder(Path.of(""));

  @BeforeEach
  void pictures() throws IOException {
    folder = new ObjectFolder(temporary);
    folder
        .picture("set/images/train/a.png", 10, 8)
        .picture("set/images/train/b.png", 6, 4)
        .picture("set/images/train/c.png", 6, 4)
        .picture("set/images/val/d.png", 4, 4)
        .text("set/labels/train/a.txt", "1 0.5 0.5 0.4 0.25\n0 0 0 0.5 0 0.5 0.5\n")
        .text("set/labels/train/b.txt", "")
        .text("set/labels/train/gone.txt", "0 0.5 0.5 1 1\n")
        .text("set/labels/val/d.txt", "0 0.5 0.5 1 1\n")
        .text("set/data.yaml", "train: images/train\nval: images/val\nnames: [cat, dog]\nnc: 2\n");
  }

  private static ReadAs split(String name) {
    return ReadAs.USUAL.withSplit(name);
  }

  /// The triangle has its corners at (0, 0), (5, 0) and (5, 4): the middles of 4, 3, 2 and 1 pixels
  /// are in it.
  @ParameterizedTest
  @ValueSource(strings = {"set", "set/data.yaml"})
  void boxesAndPolygonsAreReadFromTheMiddle(String source) throws IOException {
    try (DataSet data = folder.open(source, split("train"))) {
      assertEquals("yolo", data.kind());
      assertEquals(List.of("cat", "dog"), data.classes());
      assertObjects(data, "images/train/a.png dog 3,3,7,5 cat 1,0,5,4 +10px", "images/train/b.png");
      assertEquals(
          List.of(
              "1 without a label file: images/train/c.png",
              "1 label files without a picture: labels/train/gone.txt"),
          leftOut(data));
      assertEquals(List.of("train", "val"), data.findings().splits());
    }
    assertTrue(folder.refused("set").contains("has splits, not classes (train, val)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "path: .\ntrain: images/train\nnames: {0: cat, 1: dog}\n",
        "# a comment\ntrain: ../images/train\nval: ../images/val\nnc: 2\nnames: ['cat', \"dog\"]\n",
        "train:\n  - images/train\nval: null\ntest:\nnames:\n  0: cat\n  1: dog\n",
        "path: /somewhere/else/coco8\ntrain: images/train\nnames: [cat, dog]\n",
        "path: ../datasets/coco8\ntrain: images/train\nnames: [cat, dog]\ndownload: http://x\n",
        "train: lists/train.txt\nnames: [cat, dog]\n",
      })
  void dataYamlSaysItInManyWays(String yaml) throws IOException {
    folder.text("set/data.yaml", yaml);
    folder.text(
        "set/lists/train.txt",
        "./images/train/a.png\n\n/home/me/x/images/train/b.png\nimages/train/c.png\n");

    try (DataSet data = folder.open("set", split("train"))) {
      assertObjects(data, "images/train/a.png dog 3,3,7,5 cat 1,0,5,4 +10px", "images/train/b.png");
      String order = data.findings().order().text();
      assertTrue(order.endsWith("data.yaml lists them"), order);
      assertEquals(
          yaml.contains("path: /") || yaml.contains("path: .."),
          remarks(data).toString().contains("is not taken: pictures are looked for in"));
    }
  }

  @Test
  void aFolderWithoutYamlIsReadToo() throws IOException {
    folder
        .picture("plain/images/a.png", 10, 8)
        .text("plain/labels/a.txt", "\uFEFF2.0 0.5 0.5 0.2 0.25\r\n")
        .text("plain/labels/classes.txt", "cat\ndog\ncow\n");

    try (DataSet data = folder.open("plain")) {
      assertEquals(List.of("cat", "dog", "cow"), data.classes());
      assertObjects(data, "images/a.png cow 4,3,6,5");
    }
    java.nio.file.Files.delete(temporary.resolve("plain/labels/classes.txt"));
    try (DataSet data = folder.open("plain")) {
      assertEquals(List.of("0", "1", "2"), data.classes());
    }
    java.nio.file.Files.delete(temporary.resolve("set/data.yaml"));
    try (DataSet data = folder.open("set", split("val"))) {
      assertObjects(data, "images/val/d.png 0 0,0,4,4");
    }
  }

  /// As Darknet has them. Without a list the classes are called by their indices, and it is said.
  @ParameterizedTest
  @CsvSource({"classes.txt", "_darknet.labels", "obj.names", "--classes", "''"})
  void labelsMayLieBesideTheirPictures(String list) throws IOException {
    folder
        .picture("flat/a.jpg", 10, 8)
        .picture("flat/b.png", 6, 4)
        .picture("flat/c.png", 6, 4)
        .text("flat/a.txt", "\n2 0.5 0.5 0.2 0.25\n")
        .text("flat/b.txt", "");
    boolean option = list.equals("--classes");
    if (!list.isEmpty()) {
      folder.text(option ? "names.lst" : "flat/" + list, "cat\ndog\ncow\nhen\n");
    }
    ReadAs as =
        option
            ? new ReadAs(
                temporary.resolve("names.lst"),
                ClassOrder.NAME,
                null,
                null,
                null,
                null,
                null,
                false)
            : ReadAs.USUAL;

    try (DataSet data = folder.open("flat", as)) {
      assertEquals("yolo", data.kind());
      String name = list.isEmpty() ? "2" : "cow";
      assertEquals(
          list.isEmpty() ? List.of("0", "1", "2") : List.of("cat", "dog", "cow", "hen"),
          data.classes());
      assertObjects(data, "a.jpg " + name + " 4,3,6,5", "b.png");
      assertEquals(List.of("1 without a label file: c.png"), leftOut(data));
      String remarks = remarks(data).toString();
      assertTrue(remarks.contains("a.txt and the like are taken for YOLO's labels"), remarks);
      assertEquals(
          list.isEmpty(),
          remarks.contains(
              "no file names the classes, so they are called by their indices, 0 to 2"),
          remarks);
    }
  }

  /// A caption is no label, nor is a text of which nothing is known.
  @ParameterizedTest
  @ValueSource(strings = {"a cat on a mat", "2 0.5 0.5 0.2", "0.5 0.5 0.5 0.2 0.25", ""})
  void otherTextsBesidePicturesAreNoLabels(String text) throws IOException {
    folder.picture("flat/a.png", 10, 8).text("flat/a.txt", text);

    assertTrue(folder.refused("flat").contains("has no classes"), folder.refused("flat"));
  }

  /// As Roboflow has them.
  @Test
  void splitsMayHoldImagesAndLabels() throws IOException {
    folder
        .picture("rf/train/images/a.png", 10, 8)
        .text("rf/train/labels/a.txt", "0 0.5 0.5 0.4 0.25")
        .text("rf/data.yaml", "train: ../train/images\nval: ../valid/images\nnames: [cat]\n");

    try (DataSet data = folder.open("rf", split("train"))) {
      assertObjects(data, "train/images/a.png cat 3,3,7,5");
    }
    assertEquals(
        "rf/data.yaml: ../valid/images: leads out of the folder of the pictures: write names from"
            + " there on",
        folder.refused("rf", split("val")));
  }

  @Test
  void valuesJustBeyondAreCutAndThoseFarBeyondRefused() throws IOException {
    folder.text("set/labels/train/a.txt", "0 0.5 0.5 1.0004 1\n0 -0.001 0.5 0.2 0.5\n");
    try (DataSet data = folder.open("set", split("train"))) {
      assertTrue(
          ObjectFolder.line(data, 0).startsWith("images/train/a.png cat 0,0,10,8 cat 0,2,1,6"));
      String remarks = remarks(data).toString();
      assertTrue(
          remarks.contains("2 values beyond 0 or 1 by rounding were cut, such as in")
              && remarks.contains("labels/train/a.txt line 1"),
          remarks);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 0.5 0.5 1.02 1|1.02: must be within [0, 1], parts of width and height",
        "0 -0.02 0.5 0.1 1|-0.02: must be within [0, 1], parts of width and height",
        "0 0.5 0.5 NaN 1|NaN: must be within [0, 1], parts of width and height",
        "0 120 60 30 40|120: must be within [0, 1], parts of width and height",
        "2 0.5 0.5 1 1|class 2: must be within [0, 2), the names there are",
        "-1 0.5 0.5 1 1|class -1: must be within [0, 2), the names there are",
        "0.5 0.5 0.5 1 1|class 0.5: must be within [0, 2), the names there are",
        "cat 0.5 0.5 1 1|cat is no number",
        "0 0.5 0.5 1|4 numbers: needs a class and x, y, width, height, or a class and the pairs of"
            + " a polygon",
        "0 0.5 0.5 1 1 0.9|6 numbers: needs a class and x, y, width, height, or a class and the"
            + " pairs of a polygon",
      })
  void aLineThatCannotBeIsRefusedWithItsNumber(String line, String why) throws IOException {
    folder.text("set/labels/train/a.txt", "0 0.5 0.5 1 1\n\n" + line + "\n");

    assertEquals("set/labels/train/a.txt line 3: " + why, folder.refused("set", split("train")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "names: !!python/object/apply:os.system [ls]|has tags (!): must be plain names, numbers and"
            + " lists",
        "names: !<tag:x> [cat]|has tags (!): must be plain names, numbers and lists",
        "names: &a [cat]|has anchors or aliases (&, *): must be plain names, numbers and lists",
        "names: *a|has anchors or aliases (&, *): must be plain names, numbers and lists",
        "names: [cat, dog, cow]|3 names for nc = 2: must be as many",
        "names: {0: cat, 2: dog}|names must be a name for each index from 0 on",
        "names: {x: cat, 1: dog}|names must be whole numbers",
        "names: [cat|not valid YAML",
        "kpt_shape: [17, 3]|kpt_shape: key points are not read",
      })
  void yamlIsPlainData(String line, String why) throws IOException {
    String start = line.startsWith("names") ? "" : "names: [cat, dog]\n";
    folder.text("set/data.yaml", "train: images/train\nnc: 2\n" + start + line + "\n");

    assertEquals(
        "set/data.yaml: " + why,
        folder.refused("set", split("train")).replace("yaml has", "yaml: has"));
  }

  /// Labels of a million classes take no memory for those that a picture has not.
  @Test
  void aMillionClassesFit() throws IOException {
    folder.text("set/data.yaml", "train: images/train\nnc: 1000000\n");
    folder.text("set/labels/train/b.txt", "999999 0.5 0.5 1 1\n");
    for (TargetKind kind : List.of(TargetKind.OBJECTS, TargetKind.LABELS)) {
      try (DataSet data = folder.open("set", ReadAs.USUAL.with(kind))) {
        assertEquals(1_000_000, data.classes().size());
        assertEquals(999_999, data.classOf(1));
      }
    }
    folder.text("set/data.yaml", "train: images/train\nnc: 9999999\n");
    assertEquals(
        "set/data.yaml: 1048576 names for nc = 9999999: must be as many", folder.refused("set"));
  }

  @Test
  void yamlHasAnEnd() throws IOException {
    folder.text("set/data.yaml", "train: images/train\nnames: " + "[".repeat(100_000));
    assertEquals("set/data.yaml: is nested deeper than 16", folder.refused("set"));
    folder.text("set/data.yaml", "x: " + "{a: ".repeat(100_000));
    assertEquals("set/data.yaml: is nested deeper than 16", folder.refused("set"));
  }

  @Test
  void placesThatLeadOutAreRefusedUnlessTheUserSaysWhere() throws IOException {
    folder.picture("other/images/x.png", 4, 4).text("other/labels/x.txt", "0 0.5 0.5 1 1");
    folder.text("yaml/data.yaml", "path: ../other\ntrain: images\nnames: [cat]\n");
    assertEquals(
        "yaml/data.yaml: path ../other: leads out of the folder of this file: put the file into the"
            + " data set, or say by --pictures where it is",
        folder.refused("yaml"));
    try (DataSet data =
        folder.open("yaml", ReadAs.USUAL.withPictures(temporary.resolve("other")))) {
      assertObjects(data, "images/x.png cat 0,0,4,4");
    }

    folder.text("set/data.yaml", "train: /etc\nnames: [cat]\n");
    assertEquals(
        "set/data.yaml: /etc: leads out of the folder of the pictures: write names from there on",
        folder.refused("set"));
    folder.text("set/data.yaml", "train: nowhere\nnames: [cat]\n");
    assertEquals("set/data.yaml: nowhere: there is no such folder or list", folder.refused("set"));
    folder.text("set/train.txt", "../other/images/x.png\n");
    folder.text("set/data.yaml", "train: train.txt\nnames: [cat, dog]\n");
    assertEquals(
        "set/train.txt: ../other/images/x.png: leads out of the folder of the pictures: write names"
            + " from there on",
        folder.refused("set"));
  }
}
