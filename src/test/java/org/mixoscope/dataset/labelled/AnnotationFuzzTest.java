package org.mixoscope.dataset.labelled;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Objecting;

/// Annotation files that were damaged or made to do harm: read all the same, or refused with a
/// sentence; nothing else is thrown, and everything ends.
@BesideWindows
class AnnotationFuzzTest {
  private static final int MUTANTS = 400;

  /// What breaks readers: numbers beyond all bounds, brackets, and the signs of each format.
  private static final List<String> NASTY =
      List.of(
          "-1",
          "0",
          "1e308",
          "-1e308",
          "NaN",
          "Infinity",
          "2147483648",
          "9223372036854775808",
          "1e-320",
          "0.5",
          "\"\"",
          "null",
          "true",
          "[",
          "]",
          "{",
          "}",
          "[[",
          "<",
          ">",
          "&",
          "&x;",
          "<!DOCTYPE a>",
          "!!x",
          "*a",
          "&a",
          "../",
          "/",
          "\\u0000",
          "\u0000",
          "\uFEFF",
          ",",
          ":",
          "\n",
          "\t",
          " ",
          "-",
          "'",
          "\"",
          "猫",
          "~",
          "|");

  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource({
    "coco,coco/coco.json",
    "yolo,yolo/data.yaml",
    "yolo,yolo/labels/a.txt",
    "voc,voc/Annotations/a.xml",
    "labelme,labelme/a.json",
    "hf,hf/metadata.jsonl",
    "csv/t.csv,csv/t.csv",
  })
  void mutantsAreReadOrRefused(String source, String file) throws IOException {
    write(new ObjectFolder(temporary));
    byte[] whole = Files.readAllBytes(temporary.resolve(file));
    Random random = new Random(file.hashCode());
    int read = 0;
    int refused = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutated(whole, random);
      Files.write(temporary.resolve(file), mutant);
      try (DataSet data = DataSet.open(temporary.resolve(source))) {
        for (int k = 0; k < data.size(); k++) {
          look(data, k);
        }
        read++;
      } catch (IOException e) {
        assertTrue(e instanceof Objecting, () -> e + " of " + new String(mutant, UTF_8));
        refused++;
      } catch (RuntimeException | Error e) {
        fail(new String(mutant, UTF_8), e);
      }
    }
    assertTrue(read > 0 && refused > 0, read + " read, " + refused + " refused");
  }

  private static void look(DataSet data, int index) throws IOException {
    try {
      if (data.findings().target() == TargetKind.OBJECTS) {
        ObjectFolder.line(data, index);
      }
      data.location(index);
    } catch (PictureException e) {
      assertTrue(!e.getMessage().isEmpty());
    }
  }

  private static byte[] mutated(byte[] whole, Random random) {
    byte[] bytes = whole;
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(bytes.length + 1);
      int until = Math.min(bytes.length, at + random.nextInt(12));
      ByteArrayOutputStream mutant = new ByteArrayOutputStream();
      mutant.write(bytes, 0, at);
      switch (random.nextInt(4)) {
        case 0 -> mutant.write(random.nextInt(256));
        case 1 -> mutant.writeBytes(NASTY.get(random.nextInt(NASTY.size())).getBytes(UTF_8));
        case 2 -> mutant.write(bytes, at, until - at);
        default -> until = random.nextInt(20) == 0 ? bytes.length : until;
      }
      mutant.write(bytes, until, bytes.length - until);
      bytes = mutant.toByteArray();
      if (bytes.length == 0) {
        return bytes;
      }
    }
    return bytes;
  }

  private static void write(ObjectFolder folder) throws IOException {
    for (String set : List.of("coco", "labelme", "hf", "csv", "voc/JPEGImages", "yolo/images")) {
      folder.picture(set + "/a.png", 10, 8);
    }
    folder.text(
        "coco/coco.json",
        """
        {"images": [{"id": 1, "file_name": "a.png", "width": 10, "height": 8}],
         "annotations": [
          {"id": 1, "image_id": 1, "category_id": 2, "bbox": [1, 2, 3.5, 4], "weight": 0.5},
          {"id": 2, "image_id": 1, "category_id": 3, "segmentation": [[1,1,5,1,5,5],[6,6,8,6,8,7]]},
          {"id": 3, "image_id": 1, "category_id": 3, "iscrowd": 1,
           "segmentation": {"size": [8, 10], "counts": [3, 4, 73]}},
          {"id": 4, "image_id": 1, "category_id": 2,
           "segmentation": {"size": [8, 10], "counts": "34Y2"}}],
         "categories": [{"id": 2, "name": "cat"}, {"id": 3, "name": "dog"}]}
        """);
    folder.text("yolo/data.yaml", "path: .\ntrain: images\nnc: 2\nnames:\n  0: cat\n  1: 'dog'\n");
    folder.text("yolo/labels/a.txt", "0 0.5 0.5 0.25 0.5\n1 0.1 0.1 0.9 0.1 0.9 0.8\n");
    folder.text(
        "voc/Annotations/a.xml",
        """
        <?xml version="1.0"?>
        <annotation><filename>a.png</filename><size><width>10</width><height>8</height></size>
        <object><name>cat</name><difficult>0</difficult><bndbox><xmin>1</xmin><ymin>2</ymin>
        <xmax>5</xmax><ymax>6</ymax></bndbox></object></annotation>
        """);
    folder.text(
        "labelme/a.json",
        """
        {"imagePath": "a.png", "imageWidth": 10, "imageHeight": 8, "imageData": null, "shapes": [
         {"label": "cat", "shape_type": "polygon", "points": [[1,1],[5,1],[5,5]], "group_id": 1},
         {"label": "cat", "shape_type": "polygon", "points": [[6,6],[8,6],[8,7]], "group_id": 1},
         {"label": "dog", "shape_type": "rectangle", "points": [[6,6],[8,7]]},
         {"label": "dog", "shape_type": "circle", "points": [[6,6],[8,7]]}]}
        """);
    String objects =
        "{\"bbox\": [[1,2,3,4],[0,0,1,1]], \"categories\": [0,1], \"segmentation\": [null,"
            + " {\"size\": [8,10], \"counts\": \"01>1\"}], \"visible\": [0.5,1]}";
    folder.text(
        "hf/metadata.jsonl",
        "{\"file_name\": \"a.png\", \"width\": 10, \"height\": 8, \"objects\": "
            + objects.replace("\"01>1\"", "[0, 1, 79]")
            + "}\n");
    folder.text(
        "csv/t.csv",
        "file_name,objects\n"
            + "a.png,\"{\"\"bbox\"\": [[1,2,3,4]], \"\"category\"\": [\"\"cat\"\"]}\"\n");
  }
}
