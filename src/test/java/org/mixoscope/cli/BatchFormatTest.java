package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;

/// Every format read back by something that shares no code with what wrote it: ImageIO, DuckDB, the
/// tar and the Python of the system.
@BesideWindows
class BatchFormatTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int SAMPLES = 3 * 802;

  @TempDir static Path shared;
  private static Path source = Path.of("");
  private static Path plain = Path.of("");
  private static List<JsonNode> rows = List.of();

  @TempDir Path folder;
  private Path out = Path.of("");
  private String python = "";

  /// More samples than two shards hold, as files to compare with.
  @BeforeAll
  static void writePictures() throws IOException {
    source = shared.resolve("photos");
    for (int i = 0; i < 3; i++) {
      Path file = source.resolve(i + "/photo.png");
      Files.createDirectories(file.resolveSibling(""));
      Photo.noise(20, 20, i).write(file);
    }
    plain = shared.resolve("plain");
    batch(plain, "imagefolder", "--image", "png");
    rows =
        Files.readAllLines(plain.resolve("metadata.jsonl")).stream()
            .map(BatchFormatTest::json)
            .toList();
  }

  @BeforeEach
  void chooseFolder() {
    out = folder.resolve("out");
  }

  private static JsonNode json(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  private static void batch(Path to, String format, String... more) {
    List<String> line =
        new ArrayList<>(List.of("batch", source.toString(), to.toString(), "--format", format));
    line.addAll(List.of("--size", "12x10", "--copies", "802", "--method", "cutmix"));
    line.addAll(List.of("--prob", "0.8"));
    line.addAll(List.of(more));
    Run.of(line.toArray(String[]::new)).good();
  }

  @Test
  void duckDbReadsParquet() throws Exception {
    batch(out, "parquet", "--image", "png");

    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select image.bytes, image.path, to_json(label)::varchar, \"index\", seed, method,"
                    + " \"lambda\", effective_lambda, to_json(box)::varchar,"
                    + " to_json(sources)::varchar"
                    + " from '%s/data/*.parquet' order by \"index\"".formatted(out))) {
      int count = 0;
      while (result.next()) {
        JsonNode row = rows.get(count++);
        assertEquals(row.get("index").intValue(), result.getInt(4));
        assertEquals(42, result.getLong(5));
        assertEquals(row.get("method").textValue(), result.getString(6));
        assertEquals(row.get("lambda").doubleValue(), result.getDouble(7));
        assertEquals(row.get("effective_lambda").doubleValue(), result.getDouble(8));
        assertLabel(row, json(result.getString(3)));
        String box = result.getString(9);
        assertEquals(row.get("box"), box == null ? MAPPER.nullNode() : json(box));
        assertEquals(row.get("sources"), json(result.getString(10)));
        assertTrue(row.get("file_name").textValue().endsWith(result.getString(2)));
        if (count % 100 == 1) {
          byte[] picture = Files.readAllBytes(plain.resolve(row.get("file_name").textValue()));
          assertArrayEquals(picture, result.getBytes(1));
        }
      }
      assertEquals(SAMPLES, count);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select decode(value) from parquet_kv_metadata('%s/data/mixed-000000.parquet')"
                    .formatted(out))) {
      assertTrue(result.next());
      assertEquals("Image", json(result.getString(1)).at("/info/features/image/_type").textValue());
    }
  }

  private static void assertLabel(JsonNode row, JsonNode label) {
    assertEquals(row.get("label").size(), label.size());
    for (int c = 0; c < label.size(); c++) {
      assertEquals(row.get("label").get(c).doubleValue(), label.get(c).doubleValue(), 1e-7);
    }
  }

  @Test
  void theTarOfTheSystemReadsShards() throws Exception {
    batch(out, "webdataset", "--image", "png");
    Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
    for (String shard : List.of("mixed-000000.tar", "mixed-000001.tar", "mixed-000002.tar")) {
      assertEquals(
          0,
          new ProcessBuilder("tar", "-xf", out.resolve(shard).toString(), "-C", unpacked.toString())
              .inheritIO()
              .start()
              .waitFor());
    }

    for (JsonNode row : rows) {
      String name = "%08d.".formatted(row.get("index").intValue());
      JsonNode json = json(Files.readString(unpacked.resolve(name + "json")));
      assertEquals(row.get("label"), json.get("label"));
      assertEquals(row.get("sources"), json.get("sources"));
      Path picture = plain.resolve(row.get("file_name").textValue());
      assertEquals(-1, Files.mismatch(picture, unpacked.resolve(name + "png")));
    }
    try (var files = Files.list(unpacked)) {
      assertEquals(2L * SAMPLES, files.count());
    }
  }

  @Test
  void arraysHoldPixelsAndLabels() throws Exception {
    batch(out, "npz");

    try (ZipFile zip = ZipFile.builder().setPath(out.resolve("mixed.npz")).get()) {
      byte[] images = contents(zip, "images.npy");
      byte[] labels = contents(zip, "labels.npy");
      assertTrue(
          new String(images, 10, 100, StandardCharsets.US_ASCII)
              .contains("'|u1', 'fortran_order': False, 'shape': (2406, 10, 12, 3)"));
      assertEquals(128 + SAMPLES * 360, images.length);
      assertEquals(128 + SAMPLES * 12, labels.length);
      for (int i = 0; i < SAMPLES; i += 97) {
        Path file = plain.resolve(rows.get(i).get("file_name").textValue());
        var picture = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(file)));
        int at = 128 + i * 360 + (3 * 12 + 5) * 3;
        int rgb = (images[at] & 0xFF) << 16 | (images[at + 1] & 0xFF) << 8 | images[at + 2] & 0xFF;
        assertEquals(picture.getRGB(5, 3) & 0xFFFFFF, rgb);
      }
    }
  }

  private static byte[] contents(ZipFile zip, String name) throws IOException {
    ZipArchiveEntry entry = zip.getEntry(name);
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  @Test
  void pythonReadsIt() throws Exception {
    assumeTrue(hasPython(), "there is a Python with NumPy");
    batch(out, "npz");
    Path shards = folder.resolve("shards");
    batch(shards, "webdataset", "--image", "png");
    Path floats = folder.resolve("floats");
    batch(floats, "npy", "--image", "float32");

    JsonNode npz = read(out);
    assertEquals("[\"uint8\",2406,10,12,3]", npz.get("images").toString());
    assertEquals("[\"float32\",2406,3]", npz.get("labels").toString());
    JsonNode npy = read(floats);
    assertEquals("[\"float32\",2406,10,12,3]", npy.get("images").toString());
    assertTrue(npy.get("max").doubleValue() > 0.5 && npy.get("max").doubleValue() <= 1);
    JsonNode pictures = read(plain);
    JsonNode tar = read(shards);
    assertEquals("[\"00002405.png\",\"00002405.json\"]", tar.get("names").toString());
    for (JsonNode each : List.of(pictures, tar)) {
      assertEquals(SAMPLES, each.get("rows").intValue());
      assertEquals(SAMPLES, each.get("label_sum").doubleValue(), 1e-6);
      if (each.get("pil").booleanValue()) {
        assertEquals("[10,12,3]", each.get("picture").toString());
        assertEquals(npz.get("pixel_sum"), each.get("pixel_sum"), "all hold the same pixels");
      }
    }
    assertEquals(SAMPLES, npz.get("label_sum").doubleValue(), 1e-3);
  }

  private JsonNode read(Path what) throws Exception {
    String printed = python("src/test/python/read_mixed.py", what.toString());
    assertTrue(printed != null, "the script failed, see above");
    return json(printed);
  }

  /// Looks for a Python with NumPy, rather one that reads pictures, too.
  private boolean hasPython() throws InterruptedException {
    for (String imports : List.of("numpy, PIL", "numpy")) {
      for (String candidate : List.of("python3", "/usr/bin/python3")) {
        python = candidate;
        if (python("-c", "import " + imports) != null) {
          return true;
        }
      }
    }
    return false;
  }

  /// What a Python prints; null if it fails or there is none.
  private @Nullable String python(String... arguments) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of(python));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(new File("target/python.err")).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? out : null;
    } catch (IOException e) {
      return null;
    }
  }
}
