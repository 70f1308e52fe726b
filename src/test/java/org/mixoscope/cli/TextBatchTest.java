package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.BesideWindows;

@BesideWindows
class TextBatchTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int ROWS = 1201;

  @TempDir Path folder;

  private Path table;

  @BeforeEach
  void write() throws IOException {
    StringBuilder csv = new StringBuilder("id,text,label\n");
    for (int i = 0; i < ROWS; i++) {
      String text =
          i == 3 ? "?!" : "word%d, \"\"and\"\" more %d. Then\nthe end %d.".formatted(i, i, i);
      csv.append("%d,\"%s\",%s\n".formatted(i, text, i % 3 == 0 ? "bad" : "good"));
    }
    table = Files.writeString(folder.resolve("reviews.csv"), csv);
  }

  private Run batch(String out, String options) {
    return Run.of(
        Run.line("--text-column text " + options, "batch", table.toString(), folder.resolve(out)));
  }

  private Path data(String out, String name) {
    return folder.resolve(out).resolve("data").resolve(name);
  }

  @Test
  void linesHaveTextAndSoftLabelAndNameTheirRows() throws IOException {
    Run run = batch("out", "--copies 2 --keep-originals --alpha 0.5").good();
    List<String> lines = Files.readAllLines(data("out", "mixed.jsonl"));

    assertEquals(3 * (ROWS - 1), lines.size());
    assertTrue(run.out().contains("1200 texts, 2 classes, label column label"), run.out());
    assertTrue(run.out().contains("1 left out"), run.out());
    for (int i = 0; i < lines.size(); i++) {
      JsonNode line = MAPPER.readTree(lines.get(i));
      JsonNode label = line.get("label");
      assertEquals(i, line.get("index").intValue());
      assertEquals(1, label.get(0).doubleValue() + label.get(1).doubleValue(), 1e-9);
    }
    JsonNode own = MAPPER.readTree(lines.getLast());
    assertEquals("none", own.get("method").textValue());
    assertEquals("[\"reviews.csv#1200\"]", own.get("sources").toString());
    assertEquals("[1.0,0.0]", own.get("label").toString());
    assertEquals(List.of("bad", "good"), Files.readAllLines(folder.resolve("out/classes.txt")));
    String error = Files.readString(folder.resolve("out/errors.jsonl"));
    assertTrue(error.startsWith("{\"source\":\"reviews.csv#3\",\"error\":\"line "), error);
  }

  /// What the sample says is what `mixoscope text` makes of the rows.
  @Test
  void sampleIsTheMixOfARecipeWithItsSeedAndIndex() throws IOException {
    batch("out", "--seed 5 --text-method words").good();
    JsonNode line = MAPPER.readTree(Files.readAllLines(data("out", "mixed.jsonl")).get(17));
    Path a = text("a.txt", line.get("sources").get(0).textValue());
    Path b = text("b.txt", line.get("sources").get(1).textValue());
    JsonNode mix =
        Run.of(Run.line("--method words --seed 5 --draw 17 --json", "text", a, b)).good().json();

    assertEquals(mix.get("text"), line.get("text"));
    assertEquals(mix.get("lambda"), line.get("lambda"));
    assertEquals(mix.get("effective_lambda"), line.get("effective_lambda"));
  }

  private Path text(String name, String row) throws IOException {
    int i = Integer.parseInt(row.substring(row.indexOf('#') + 1));
    return Files.writeString(
        folder.resolve(name), "word%d, \"and\" more %d. Then\nthe end %d.".formatted(i, i, i));
  }

  @ParameterizedTest
  @CsvSource({"'', mixed.jsonl", "--format parquet, mixed-000001.parquet"})
  void interruptedRunGoesOnToTheSameBytes(String format, String last) throws IOException {
    batch("whole", format).good();
    batch("cut", format).good();
    Path cut = data("cut", last);
    try (RandomAccessFile file = new RandomAccessFile(cut.toFile(), "rw")) {
      file.setLength(file.length() / 2);
    }
    if (last.endsWith("parquet")) {
      Files.move(cut, cut.resolveSibling(last + ".part"));
    }
    batch("cut", format + " --resume").good();

    assertArrayEquals(Files.readAllBytes(data("whole", last)), Files.readAllBytes(cut));
    Run other = batch("cut", format + " --resume --seed 7");
    assertEquals(1, other.code());
    assertTrue(other.err().contains("was begun with another seed (42, now 7)"), other.err());
    assertTrue(batch("cut", format).err().contains("choose another folder, or resume its run"));
  }

  @Test
  void parquetIsReadByOthersWithWhatHuggingFaceWantsToKnow() throws Exception {
    batch("out", "--format parquet --text-method sentences --sources 3 --smoothing 0.1").good();
    String files = data("out", "*.parquet").toString();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      assertEquals(
          "1200 0 1199 true 3",
          one(
              statement,
              "select count(*) || ' ' || min(\"index\") || ' ' || max(\"index\") || ' ' ||"
                  + " bool_and(abs(list_sum(label) - 1) < 1e-5) || ' ' || max(len(sources)) from '"
                  + files
                  + "'"));
      String features =
          one(
              statement,
              "select decode(value) from parquet_kv_metadata('"
                  + files
                  + "') where decode(key) = 'huggingface' limit 1");
      assertTrue(
          features.contains("\"text\":{\"dtype\":\"string\",\"_type\":\"Value\"}"), features);
    }
  }

  private static String one(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      assertTrue(result.next());
      return result.getString(1);
    }
  }

  @Test
  void linesOfJsonGiveTheSameAsCommas() throws IOException {
    batch("csv", "").good();
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < ROWS; i++) {
      String text = i == 3 ? "?!" : "word%d, \"and\" more %d. Then\nthe end %d.".formatted(i, i, i);
      json.append(
          MAPPER
              .createObjectNode()
              .put("text", text)
              .put("label", i % 3 == 0 ? "bad" : "good")
              .toString());
      json.append('\n');
    }
    table = Files.writeString(folder.resolve("reviews.jsonl"), json);
    batch("json", "").good();

    assertEquals(
        Files.readString(data("csv", "mixed.jsonl")).replace("reviews.csv", "reviews.jsonl"),
        Files.readString(data("json", "mixed.jsonl")));
  }

  @Test
  void whatIsWrongIsNamed() throws IOException {
    assertBad(2, "--size: is for pictures, not with --text-column", "--size 4x4");
    assertBad(
        2, "--format npz: is for pictures; texts become lines of JSON, or parquet", "--format npz");
    assertBad(2, "--alpha = 0.0: must be above 0 and finite", "--alpha 0");
    assertBad(2, "--sources = 3: must be within [2, 2]", "--sources 3");
    assertBad(2, "--pieces: only for --text-method sentences", "--pieces 3");
    Run.of("batch", "a.csv", "b", "--text-method", "span")
        .bad(
            2,
            "mixoscope batch: --text-method: goes with --text-column (see mixoscope batch --help)");
    assertFailed("has no column text, but body, label: name one of these", "body,label\nx,y\n");
    assertFailed(
        "which of text, sort has the labels? Name it by --label-column", "text,sort\nx,y\n");
    assertFailed("1 text can be mixed, 2 are needed: add some", "text,label\nx,y\n");
    assertFailed(", line 2: label is empty: mend it", "text,label\nx,\n");
    table = Files.write(folder.resolve("latin.csv"), new byte[] {'a', ',', (byte) 0xe9, '\n'});
    assertEquals(
        "mixoscope batch: " + table + ": is not UTF-8: save it as UTF-8",
        batch("none", "").err().strip());
    table = folder.resolve("none.csv");
    assertTrue(batch("none", "").err().contains("texts are in a .csv, .tsv or .jsonl file"));
  }

  private void assertBad(int code, String message, String options) {
    batch("none", options)
        .bad(code, "mixoscope batch: " + message + " (see mixoscope batch --help)");
  }

  private void assertFailed(String message, String contents) throws IOException {
    table = Files.writeString(folder.resolve("small.csv"), contents);
    Run run = batch("none", "");
    assertEquals(1, run.code());
    assertTrue(run.err().contains(message), run.err());
  }
}
