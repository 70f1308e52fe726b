package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;

/// Pascal VOC counts pixels from 1 and names the first and the last: a box from edge 1 to edge 4
/// has the pixels 2 to 4, as the development kit takes `xmax − xmin + 1` for its width.
@BesideWindows
class VocBoxesTest {
  private static final Pattern BOX =
      Pattern.compile(
          "<xmin>(\\d+)</xmin>\\s*<ymin>(\\d+)</ymin>\\s*<xmax>(\\d+)</xmax>\\s*<ymax>(\\d+)");

  @TempDir Path folder;

  @Test
  void boxesAreOfWholePixelsAndNarrowOnesOfThatTheyAreIn() throws IOException {
    Path source = Files.createDirectories(folder.resolve("set"));
    Photo.noise(8, 8, 1).write(source.resolve("a.png"));
    Photo.noise(8, 8, 2).write(source.resolve("b.png"));
    String boxes =
        "[1, 2, 3, 4], [0, 0, 8, 8], [1.613, 2.2, 0.007, 3], [1.288, 7.6, 0.009, 0.3],"
            + " [5.4, 0, 2.2, 0.6], [7.99, 0, 0.01, 8]";
    StringBuilder annotations = new StringBuilder();
    for (String box : boxes.split("(?<=]), ?")) {
      annotations
          .append(annotations.isEmpty() ? "" : ",")
          .append("{\"image_id\": 1, \"category_id\": 1, \"bbox\": ")
          .append(box)
          .append("}");
    }
    Files.writeString(
        source.resolve("annotations.json"),
        ("{\"images\": [{\"id\": 1, \"file_name\": \"a.png\", \"width\": 8, \"height\": 8},"
                + " {\"id\": 2, \"file_name\": \"b.png\", \"width\": 8, \"height\": 8}],"
                + " \"annotations\": [%s], \"categories\": [{\"id\": 1, \"name\": \"cat\"}]}")
            .formatted(annotations));
    Path out = folder.resolve("out");

    Run.of(Run.line("--method mixup --format voc --size 8x8", "batch", source, out)).good();

    for (String name : List.of("00000000.xml", "00000001.xml")) {
      assertEquals(
          List.of("2 3 4 6", "1 1 8 8", "2 3 2 5", "2 8 2 8", "6 1 8 1", "8 1 8 8"),
          BOX.matcher(Files.readString(out.resolve("Annotations").resolve(name)))
              .results()
              .map(
                  box ->
                      box.group(1) + " " + box.group(2) + " " + box.group(3) + " " + box.group(4))
              .toList());
    }
  }
}
