package org.mixoscope.dataset.labelled;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.dataset.labelled.ObjectFolder.assertObjects;
import static org.mixoscope.dataset.labelled.ObjectFolder.leftOut;
import static org.mixoscope.dataset.labelled.ObjectFolder.remarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;

/// Pascal VOC's folders, with positions worked out by hand.
@BesideWindows
class VocFilesTest {
  @TempDir Path temporary;
  private ObjectFolder folder = new ObjectFolder(Path.of(""));

  @BeforeEach
  void pictures() throws IOException {
    folder = new ObjectFolder(temporary);
    folder
        .picture("voc/JPEGImages/a.png", 10, 8)
        .picture("voc/JPEGImages/b.png", 6, 4)
        .picture("voc/JPEGImages/c.png", 6, 4);
    voc(
        "voc/Annotations/a.xml",
        "a.png",
        10,
        8,
        object(
                "dog",
                1,
                2,
                4,
                8,
                "<difficult>1</difficult>"
                    + "<part><name>head</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>1</xmax><ymax>1</ymax>"
                    + "</bndbox></part>")
            + object("cat", 10, 8, 10, 8, ""));
    voc("voc/Annotations/b.xml", "stale name.jpg", 6, 4, "");
  }

  private void voc(String name, String picture, int width, int height, String objects)
      throws IOException {
    folder.text(
        name,
        """
        <?xml version="1.0"?>
        <annotation><folder>VOC2012</folder><filename>%s</filename><path>/home/x/%s</path>
        <source><name>other</name></source>
        <size><width>%d</width><height>%d</height><depth>3</depth></size>%s</annotation>
        """
            .formatted(picture, picture, width, height, objects));
  }

  private static String object(String name, int x1, int y1, int x2, int y2, String more) {
    return """
    <object>%s<name>%s</name><pose>Left</pose>
    <bndbox><xmax>%d</xmax><xmin>%d</xmin><ymin>%d</ymin><ymax>%d</ymax></bndbox></object>\
    """
        .formatted(more, name, x2, x1, y1, y2);
  }

  /// From pixel 1 to pixel 4 are four pixels, of which the first has its left edge at 0.
  @Test
  void boxesAreFromTheFirstPixelToTheLast() throws IOException {
    try (DataSet data = folder.open("voc")) {
      assertEquals("voc", data.kind());
      assertEquals(List.of("cat", "dog"), data.classes());
      assertObjects(data, "JPEGImages/a.png dog 0,1,4,8 ignored cat 9,7,10,8", "JPEGImages/b.png");
      assertEquals(List.of("1 without a label file: c.png"), leftOut(data));
      assertTrue(
          remarks(data).getFirst().startsWith("1 difficult object is kept, to be ignored, such as"),
          () -> remarks(data).toString());
    }
  }

  @Test
  void xmlMayLieBesideItsPicturesAndCountFromZero() throws IOException {
    folder.picture("flat/x.png", 10, 8).picture("flat/deep/renamed.png", 10, 8);
    voc("flat/x.xml", "x.png", 10, 8, object("cat", 0, 0, 5, 9, ""));
    voc("flat/deep/other.xml", "renamed.png", 0, 0, object("cat", 1, 1, 1, 1, ""));

    try (DataSet data = folder.open("flat")) {
      assertObjects(data, "deep/renamed.png cat 0,0,1,1", "x.png cat 0,0,5,8");
      String remarks = remarks(data).toString();
      assertTrue(remarks.contains("1 object sticks out of the picture and is cut"), remarks);
      assertTrue(remarks.contains("1 box begins at 0, where Pascal VOC counts from 1"), remarks);
      assertTrue(remarks.contains("1 image has no width and height"), remarks);
    }
  }

  @Test
  void listsOfNamesAreSplits() throws IOException {
    folder
        .text("voc/ImageSets/Main/train.txt", "a\n")
        .text("voc/ImageSets/Main/val.txt", "b\n")
        .text("voc/ImageSets/Main/cat_train.txt", "a 1\n");

    assertEquals(
        "voc has splits, not classes (train, val): take one, such as --split train",
        folder.refused("voc").replace(temporary + "/", ""));
    try (DataSet data = folder.open("voc", ReadAs.USUAL.withSplit("val"))) {
      assertObjects(data, "JPEGImages/b.png");
      assertEquals(List.of(), leftOut(data));
    }
    folder.text("voc/ImageSets/Main/val.txt", "../../secret\n");
    assertEquals(
        "voc/ImageSets/Main/val.txt: ../../secret: leads out of the folder of the pictures: write"
            + " names from there on",
        folder.refused("voc", ReadAs.USUAL.withSplit("val")));
  }

  @Test
  void aNameThatLeadsOutIsNotFollowed() throws IOException {
    folder.picture("secret.png", 4, 4).picture("flat/x.png", 4, 4);
    voc("flat/x.xml", "x.png", 4, 4, "");
    voc("flat/y.xml", "../secret.png", 4, 4, "");

    try (DataSet data = folder.open("flat")) {
      assertObjects(data, "x.png");
      assertEquals(List.of("1 label files without a picture: y.xml"), leftOut(data));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<object><name>cat</name></object>|a.xml object 0: xmin is missing",
        "<object><bndbox><xmin>1</xmin></bndbox></object>|a.xml object 0: name is missing",
        "<object><name>cat</name><bndbox><xmin>5</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax>"
            + "</bndbox></object>|a.xml object 0: xmax or ymax is below xmin or ymin: swap them",
        "<object><name>cat</name><bndbox><xmin>left</xmin></bndbox></object>|a.xml object 0: left"
            + " is no number",
        "<object><name>cat</name><bndbox><xmin>NaN</xmin></bndbox></object>|a.xml object 0: xmin"
            + " must be finite numbers",
        "<object>|a.xml: not valid XML",
      })
  void anObjectThatCannotBeIsRefused(String objects, String why) throws IOException {
    voc("voc/Annotations/a.xml", "a.png", 10, 8, objects);

    assertEquals("voc/Annotations/" + why, folder.refused("voc"));
  }

  /// Entities that read other files, that grow, and a document type alone.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE annotation [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><annotation><filename>&x;"
            + "</filename></annotation>",
        "<!DOCTYPE annotation [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><annotation>&b;"
            + "</annotation>",
        "<!DOCTYPE annotation SYSTEM \"http://example.org/voc.dtd\"><annotation></annotation>",
      })
  void documentTypesAndEntitiesAreRefused(String xml) throws IOException {
    folder.text("voc/Annotations/a.xml", xml);

    assertEquals(
        "voc/Annotations/a.xml: has a document type or entities: remove them",
        folder.refused("voc").replace("xml has", "xml: has"));
  }

  @Test
  void anotherEncodingIsNoXml() throws IOException {
    folder.text("voc/Annotations/a.xml", "<annotation></annotation>");
    Path file = temporary.resolve("voc/Annotations/a.xml");
    for (String start : List.of("", "<?xml version='1.0' encoding='klingon'?>")) {
      Files.writeString(file, start + "<annotation>\u00e9t\u00e9</annotation>", ISO_8859_1);
      assertEquals("voc/Annotations/a.xml: not valid XML", folder.refused("voc"));
    }
  }

  @Test
  void xmlHasAnEnd() throws IOException {
    folder.text("voc/Annotations/a.xml", "<annotation>" + "<a>".repeat(100_000));
    assertEquals("voc/Annotations/a.xml: is nested deeper than 64", folder.refused("voc"));
    Files.writeString(temporary.resolve("voc/Annotations/a.xml"), "<svg></svg>");
    assertEquals("voc/Annotations/a.xml: no annotation of Pascal VOC", folder.refused("voc"));
  }

  @Test
  void partsOfObjectsAreLeftOutAndSaid() throws IOException {
    String part = "<part><name>head</name><bndbox><xmin>3</xmin><ymin>3</ymin></bndbox></part>";
    voc("voc/Annotations/b.xml", "b.png", 6, 4, object("cat", 2, 3, 5, 4, part) + part);

    try (DataSet data = folder.open("voc")) {
      assertEquals("cat 1,2,5,4", ObjectFolder.line(data, 1).replaceAll("^\\S+ ", ""));
      assertTrue(
          ObjectFolder.remarks(data).stream()
              .anyMatch(one -> one.startsWith("3 parts of objects are left out, such as in")),
          () -> ObjectFolder.remarks(data).toString());
    }
  }
}
