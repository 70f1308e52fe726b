package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.dataset.packed.Tars;

/// Mixes by what is where in the pictures, wherever it is said: their recipes make them again. Each
/// picture has some of four classes, so that its own file does not tell which there are.
@BesideWindows
class MarkedRecipesTest {
  private static final List<String> CLASSES = List.of("zebra", "dog", "cat", "ant");
  private static final int PICTURES = 5;
  private static final int WIDTH = 24;
  private static final int HEIGHT = 16;

  @TempDir Path folder;
  private Path data = Path.of("");

  @BeforeEach
  void name() {
    data = folder.resolve("data");
  }

  private record Thing(String name, int x, int y, int width, int height) {}

  private static List<Thing> things(int picture) {
    Random random = new Random(picture);
    return IntStream.range(0, 3)
        .mapToObj(
            _ ->
                new Thing(
                    CLASSES.get(random.nextInt(CLASSES.size())),
                    random.nextInt(12),
                    random.nextInt(8),
                    3 + random.nextInt(9),
                    3 + random.nextInt(5)))
        .toList();
  }

  private static String objects(int picture) {
    List<Thing> all = things(picture);
    return "{\"bbox\": [%s], \"categories\": [%s]}"
        .formatted(
            all.stream()
                .map(o -> List.of(o.x, o.y, o.width, o.height).toString())
                .collect(Collectors.joining(", ")),
            all.stream().map(o -> "\"" + o.name + "\"").collect(Collectors.joining(", ")));
  }

  private static byte[] bytes(Photo photo, Path to) throws IOException {
    photo.write(to);
    return Files.readAllBytes(to);
  }

  private byte[] picture(int number) throws IOException {
    return bytes(Photo.noise(WIDTH, HEIGHT, number), folder.resolve("one.png"));
  }

  private byte[] mask(int number) throws IOException {
    Random random = new Random(number);
    int[] blocks = random.ints(6, 0, 5).map(index -> index == 4 ? 255 : index).toArray();
    blocks[0] = 3;
    return bytes(
        Photo.grey(WIDTH, HEIGHT, (x, y) -> blocks[y / 8 * 3 + x / 8]), folder.resolve("one.png"));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = data.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"classmix", "copypaste", "carvemix"})
  void ofATable(String method) throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < PICTURES; i++) {
      for (String split : List.of("a", "b")) {
        write(split + "/" + i + ".png", picture(split.equals("a") ? i : i + PICTURES));
        rows.append("{\"file_name\": \"%s/%d.png\", \"objects\": ".formatted(split, i))
            .append(objects(split.equals("a") ? i : i + PICTURES))
            .append("}\n");
      }
    }
    write("metadata.jsonl", rows.toString().getBytes(StandardCharsets.UTF_8));

    assertMadeAgain(data, method, data.resolve("metadata.jsonl").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"classmix", "copypaste", "carvemix"})
  void ofShardsWithObjects(String method) throws IOException {
    Path tar = folder.resolve("set.tar");
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(tar))) {
      for (int i = 0; i < PICTURES; i++) {
        Tars.put(out, i + ".png", picture(i));
        Tars.put(
            out,
            i + ".json",
            ("{\"objects\": " + objects(i) + "}").getBytes(StandardCharsets.UTF_8));
      }
    }

    assertMadeAgain(tar, method, tar + "#1.json");
  }

  @Test
  void ofVoc() throws IOException {
    for (int i = 0; i < PICTURES; i++) {
      write("JPEGImages/" + i + ".png", picture(i));
      String all =
          things(i).stream()
              .map(
                  o ->
                      ("<object><name>%s</name><bndbox><xmin>%d</xmin><ymin>%d</ymin><xmax>%d</xmax>"
                           + "<ymax>%d</ymax></bndbox></object>")
                          .formatted(o.name, o.x + 1, o.y + 1, o.x + o.width, o.y + o.height))
              .collect(Collectors.joining());
      String xml = "<annotation><filename>%d.png</filename>%s</annotation>".formatted(i, all);
      write("Annotations/" + i + ".xml", xml.getBytes(StandardCharsets.UTF_8));
    }
    String said = data.resolve("Annotations/1.xml").toString();

    assertMadeAgain(data, "classmix", said);
    write("classes.txt", String.join("\n", CLASSES).getBytes(StandardCharsets.UTF_8));
    assertMadeAgain(data, "classmix", said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"classmix", "carvemix"})
  void ofMasksInArchivesAndArrays(String method) throws IOException {
    Path zip = folder.resolve("set.zip");
    Path tar = folder.resolve("set.tar");
    try (ZipArchiveOutputStream zipped = new ZipArchiveOutputStream(Files.newOutputStream(zip));
        TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(tar))) {
      for (int i = 0; i < PICTURES; i++) {
        zipped.putArchiveEntry(new ZipArchiveEntry("images/" + i + ".png"));
        zipped.write(picture(i));
        zipped.closeArchiveEntry();
        zipped.putArchiveEntry(new ZipArchiveEntry("masks/" + i + ".png"));
        zipped.write(mask(i));
        zipped.closeArchiveEntry();
        Tars.put(out, i + ".png", picture(i));
        Tars.put(out, i + ".seg.png", mask(i));
      }
    }

    assertMadeAgain(zip, method, zip + "#masks/1.png");
    assertMadeAgain(tar, method, tar + "#1.seg.png");
    for (String format : List.of("npy", "npz")) {
      Path arrays = folder.resolve(format);
      Run.of(Run.line("--size 24x16 --method cutmix --format " + format, "batch", zip, arrays))
          .good();
      assertMadeAgain(arrays, method, format.equals("npy") ? ".npy#1" : "/1");
    }
  }

  /// @param said how a place ends that recipes name for what is where
  private void assertMadeAgain(Path source, String method, String said) throws IOException {
    Path out = Files.createTempDirectory(folder, "out").resolve("made");
    String options = "--size 20x12 --embed-recipes --image png --method " + method;
    Run.of(Run.line(options, "batch", source, out)).good();
    boolean met = false;
    for (String recipe : MadeAgain.recipes(out, PICTURES)) {
      met |= recipe.replace("\\\\", "\\").contains(end(said) + "\"");
    }
    assertEquals(true, met, said);
  }

  /// A recipe that leaves says where files are from its own folder.
  private static String end(String said) {
    return said.substring(Math.max(said.lastIndexOf('/'), 0));
  }
}
