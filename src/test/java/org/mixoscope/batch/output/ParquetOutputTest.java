package org.mixoscope.batch.output;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;

/// Files read by DuckDB, which shares no code with what wrote them.
@BesideWindows
class ParquetOutputTest {
  private static final OutputSettings SETTINGS =
      new OutputSettings(OutputFormat.PARQUET, new Encoding.Png(), false);

  @TempDir Path folder;

  @Test
  void everyColumnOfEveryRowIsReadBack() throws Exception {
    Folders.write(folder, SETTINGS, IntStream.range(0, 7));

    query(
        "select * from '%s' order by \"index\"".formatted(file(0)),
        rows -> {
          for (int index = 0; index < 7; index++) {
            assertTrue(rows.next());
            assertIs(TestSample.of(index, Folders.FRAME), rows);
          }
          assertFalse(rows.next());
        });
  }

  private static void assertIs(TestSample sample, ResultSet row) throws SQLException, IOException {
    assertEquals(sample.index(), row.getInt("index"));
    assertEquals(Folders.SEED, row.getLong("seed"));
    assertEquals(sample.method(), row.getString("method"));
    Double lambda = sample.lambda();
    assertEquals(lambda, row.getObject("lambda"));
    assertEquals(sample.effectiveLambda(), row.getDouble("effective_lambda"));
    assertEquals(
        sample.label().stream().map(Double::floatValue).toList(), list(row.getArray("label")));
    Box box = sample.box();
    Array found = row.getArray("box");
    if (box == null) {
      assertNull(found);
    } else {
      assertEquals(List.of(box.x1(), box.y1(), box.x2(), box.y2()), list(found));
    }
    assertEquals(sample.names(), list(row.getArray("sources")));
  }

  @Test
  void weightsInTheLabelHaveAColumnWhereTheJobWantsThem() throws Exception {
    Folders.write(folder, SETTINGS, true, IntStream.range(0, 7));

    query(
        "select * from '%s' order by \"index\"".formatted(file(0)),
        rows -> {
          for (int index = 0; index < 7; index++) {
            TestSample sample = TestSample.of(index, Folders.FRAME);
            assertTrue(rows.next());
            assertIs(sample, rows);
            assertEquals(sample.labelWeights(), list(rows.getArray("label_weights")));
          }
        });
    query(
        "select decode(value) from parquet_kv_metadata('%s')".formatted(file(0)),
        rows -> {
          assertTrue(rows.next());
          JsonNode features = new JsonMapper().readTree(rows.getString(1)).at("/info/features");
          assertEquals("float64", features.at("/label_weights/feature/dtype").textValue());
        });
  }

  private static List<Object> list(Array array) throws SQLException {
    return Arrays.asList((Object[]) array.getArray());
  }

  @Test
  void picturesAreFilesWithTheirNames() throws Exception {
    Folders.write(folder, SETTINGS, IntStream.range(0, 3));

    query(
        "select image.bytes as bytes, image.path as path from '%s'".formatted(file(0)),
        rows -> {
          for (int index = 0; index < 3; index++) {
            assertTrue(rows.next());
            assertEquals("%08d.png".formatted(index), rows.getString(2));
            assertTrue(
                new PictureReader()
                    .read(rows.getBytes(1), "row")
                    .pixels()
                    .sameAs(TestSample.of(index, Folders.FRAME).pixels()));
          }
        });
  }

  /// Pages have a megabyte or one value more: these are some more than one.
  @Test
  void largePicturesFillSeveralPages() throws Exception {
    Frame large = new Frame(500, 400);
    int count = 5;
    Files.createDirectories(folder);
    try (Output output = Folders.open(folder, SETTINGS, List.of())) {
      for (int index = 0; index < count; index++) {
        output.prepare(TestSample.of(index, large).made(), null).append();
      }
      output.finish();
    }
    assertTrue(Files.size(file(0)) > 2 << 20, "noise does not shrink");

    query(
        "select \"index\", octet_length(image.bytes) as size, image.bytes as bytes from '%s'"
            .formatted(file(0)),
        rows -> {
          for (int index = 0; index < count; index++) {
            assertTrue(rows.next());
            byte[] png = rows.getBytes(3);
            assertEquals(rows.getInt("size"), png.length);
            assertTrue(
                new PictureReader()
                    .read(png, "row")
                    .pixels()
                    .sameAs(TestSample.of(rows.getInt("index"), large).pixels()));
          }
        });
  }

  @Test
  void filesHaveAThousandRows() throws Exception {
    Folders.write(folder, SETTINGS, IntStream.range(998, 2001));

    assertEquals(
        List.of(
            "data/mixed-000000.parquet", "data/mixed-000001.parquet", "data/mixed-000002.parquet"),
        List.copyOf(Folders.files(folder).keySet()));
    query(
        "select count(*), min(\"index\"), max(\"index\"), sum(\"index\") from '%s'"
            .formatted(file(1)),
        rows -> {
          assertTrue(rows.next());
          assertEquals(1000, rows.getInt(1));
          assertEquals(1000, rows.getInt(2));
          assertEquals(1999, rows.getInt(3));
          assertEquals(IntStream.range(1000, 2000).sum(), rows.getInt(4));
        });
  }

  @Test
  void featuresTellTheLoaderWhatIsAPicture() throws Exception {
    Folders.write(folder, SETTINGS, IntStream.range(0, 1));

    query(
        "select decode(key), decode(value) from parquet_kv_metadata('%s')".formatted(file(0)),
        rows -> {
          assertTrue(rows.next());
          assertEquals("huggingface", rows.getString(1));
          JsonNode features = new JsonMapper().readTree(rows.getString(2)).at("/info/features");
          assertEquals("Image", features.at("/image/_type").textValue());
          assertEquals("Sequence", features.at("/label/_type").textValue());
          assertEquals("float32", features.at("/label/feature/dtype").textValue());
          assertFalse(rows.next());
        });
    query(
        "select column_name from (describe select * from '%s')".formatted(file(0)),
        rows -> {
          for (String name :
              List.of(
                  "image",
                  "label",
                  "index",
                  "seed",
                  "method",
                  "lambda",
                  "effective_lambda",
                  "box",
                  "sources")) {
            assertTrue(rows.next());
            assertEquals(name, rows.getString(1));
          }
          assertFalse(rows.next());
        });
  }

  @Test
  void fileBeginsAndEndsWithItsMagicAndTheLengthOfTheFooter() throws IOException {
    Folders.write(folder, SETTINGS, IntStream.range(0, 2));

    byte[] bytes = Files.readAllBytes(file(0));
    assertEquals("PAR1", new String(bytes, 0, 4, US_ASCII));
    assertEquals("PAR1", new String(bytes, bytes.length - 4, 4, US_ASCII));
    int footer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 8);
    assertTrue(footer > 100 && footer < bytes.length - 12, footer + "");
  }

  private Path file(int number) {
    return folder.resolve("data/mixed-%06d.parquet".formatted(number));
  }

  private interface Check {
    void rows(ResultSet rows) throws SQLException, IOException;
  }

  private static void query(String sql, Check check) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      check.rows(rows);
    }
  }
}
