package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.output.TextOutput;
import org.mixoscope.batch.text.TextJob;
import org.mixoscope.batch.text.TextJobSettings;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.dataset.labelled.TextTable;
import org.mixoscope.text.Passage;
import org.mixoscope.text.SpanCutMix;

@BesideWindows
class TextBatchTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int ROWS = 1201;
  private static final String SEE = " (see mixoscope batch --help)";

  @TempDir Path folder;

  private Path table;
  private String suffix = ".csv";

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
    assertTrue(run.out().contains("1200 texts, labels of the column label"), run.out());
    assertTrue(run.out().contains("bad 400, good 800; one class a text"), run.out());
    assertTrue(run.out().contains("left out 1, the first: line 8: has no word"), run.out());
    assertTrue(run.out().contains("3600 samples in "), run.out());
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

  /// Given back it writes the same bytes, also where an earlier version has written less into it.
  @Test
  void runJsonIsTheWholeJob() throws IOException {
    Files.writeString(table, Files.readString(table).replace(",good", ",good|fun"));
    String options =
        "--label-delimiter | --text-method sentences --alpha 0.3 --pieces 3 --sources 3 --copies 2"
            + " --keep-originals --prob 0.5 --smoothing 0.1 --seed 9 --format parquet";
    batch("out", options).good();
    String run = folder.resolve("out/run.json").toString();

    Run.of("batch", "--job", run, folder.resolve("again").toString()).good();

    BatchCommandTest.assertSameFiles(folder.resolve("out"), folder.resolve("again"));
    String bad = folder.resolve("bad").toString();
    String another = ": says how its data set is read; name SRC to read another";
    Run.of("batch", "--job", run, bad, "--text-column", "id")
        .bad(2, "mixoscope batch: --job" + another + SEE);
    Path renamed =
        Files.writeString(
            folder.resolve("other.csv"), Files.readString(table).replace("id,text,", "id,said,"));
    String other = folder.resolve("other").toString();
    Run.of(
            Run.line(
                "--text-column said --label-delimiter |", "batch", "--job", run, renamed, other))
        .good();
    assertEquals(
        Files.readString(folder.resolve("out/classes.txt")),
        Files.readString(folder.resolve("other/classes.txt")));
    Run.of("batch", "--job", run, folder.resolve("bad").toString(), "--threads", "2")
        .bad(2, "mixoscope batch: --threads: is for pictures, not for texts" + SEE);

    batch("out", options.replace("r |", "r ;") + " --resume --quiet")
        .bad(
            1,
            ("mixoscope batch: %s was begun with another label-delimiter (\"|\", now \";\"): use"
                    + " the same, or an empty folder")
                .formatted(folder.resolve("out")));

    batch("plain", "--prob 0.5").good();
    Path file = folder.resolve("plain/run.json");
    ObjectNode old = (ObjectNode) MAPPER.readTree(file.toFile());
    old.remove(List.of("path", "read"));
    Files.writeString(file, old.toPrettyString());
    batch("plain", "--prob 0.5 --resume").good();
    Path older = folder.resolve("older");
    Run.of("batch", "--job", file.toString(), table.toString(), older.toString()).good();
    assertEquals(-1, Files.mismatch(data("plain", "mixed.jsonl"), data("older", "mixed.jsonl")));
    Files.writeString(table, Files.readString(table) + "9,more,bad\n");
    Run changed = Run.of("batch", "--job", run, folder.resolve("changed").toString());
    assertTrue(changed.err().contains("another data set than that of the job, source.bytes"));
  }

  /// Of whatever a folder holds, that is said and not how it is written.
  @Test
  void aFolderOfAnotherKindIsNamed() throws IOException {
    batch("out", "").good();
    Path pictures = Files.createDirectories(folder.resolve("pictures/a"));
    Photo.noise(4, 4, 1).write(pictures.resolve("1.png"));
    Photo.noise(4, 4, 2).write(pictures.resolve("2.png"));
    String source = pictures.getParent().toString();
    String out = folder.resolve("out").toString();
    String message = "mixoscope batch: %s holds mixed texts: choose another folder".formatted(out);
    Run.of("batch", source, out, "--resume").bad(1, message);
    Run.of("batch", source, folder.resolve("mixed").toString()).good();
    Path moving = Files.createDirectories(folder.resolve("moving/a/clip"));
    Files.copy(pictures.resolve("1.png"), moving.resolve("1.png"));
    Files.copy(pictures.resolve("2.png"), moving.resolve("2.png"));
    String clips = folder.resolve("moving").toString();
    Run other =
        Run.of("batch", clips, out, "--clips", "npy", "--method", "cutout", "--resume", "--quiet");
    other.bad(1, message);
    batch("mixed", "--resume --quiet")
        .bad(
            1,
            "mixoscope batch: %s holds mixed pictures: choose another folder"
                .formatted(folder.resolve("mixed")));
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
    assertBad(2, "--size: is for pictures, not for texts", "--size 4x4");
    assertBad(
        2, "--format npz: is for pictures; texts become lines of JSON, or parquet", "--format npz");
    assertBad(2, "--alpha = 0.0: must be above 0 and finite", "--alpha 0");
    assertBad(2, "--sources = 3: must be within [2, 2]", "--sources 3");
    assertBad(2, "--pieces: only for --text-method sentences", "--pieces 3");
    Run.of("batch", "a.csv", "b", "--text-method", "span")
        .bad(
            2,
            "mixoscope batch: --text-method: goes with --text-column (see mixoscope batch --help)");
    assertBad(
        2,
        "--pairing same-class: texts are mixed with those before them in a shuffled order: leave it"
            + " out",
        "--pairing same-class");
    assertBad(
        2, "--target number: texts are labelled with classes: class or labels", "--target number");
  }

  @Test
  void tableThatCouldBeTakenForAnotherIsRefused() throws IOException {
    assertFailed("line 1: no column text: there are body, label", "body,label\nx,y\n");
    assertFailed(
        "line 1: which column is the label? name it by --label-column: id, text, sort",
        "id,text,sort\n1,x,y\n");
    assertFailed("line 1: several columns are called text: rename", "text,label,text\nx,y,z\n");
    assertFailed("line 1: several columns are called label: rename", "text,label,label\nx,y,z\n");
    assertFailed("1 text can be mixed, 2 are needed: add some", "text,label\nx,y\n");
    assertFailed("0 texts can be mixed, 2 are needed: add some", "text,label\n");
    assertFailed("0 texts can be mixed, 2 are needed: add some", "");
    assertFailed(" line 2: label is empty: needs a class", "text,label\nx,\n");
    assertFailed(" line 2: 3 columns: needs 2", "text,label\none, two,y\n");
    assertFailed(" line 2: 1 column: needs 2", "text,label\none\n");
    assertFailed("quotation marks do not fit", "text,label\n\"open,y\nx,y\n");
    assertFailed("quotation marks do not fit", "text,label\n\"a\" b,y\nx,y\n");
    assertFailed("labels are numbers such as 4.5", "text,label\nx,4.5\ny,3\n");
    suffix = ".jsonl";
    assertFailed(" line 1: not valid JSON", "{\"text\":\"a\",\"text\":\"b\",\"label\":0}\n");
    assertFailed(" line 1: not valid JSON", "{\"text\":\"a\",\"label\":0} x\n");
    assertFailed(" line 1: not valid JSON", "[1]\n");
    assertFailed(" line 1: text is a list or an object", "{\"text\":[\"a\"],\"label\":0}\n");
    assertFailed(" line 1: label null: must be", "{\"text\":\"a\",\"label\":null}\n");
    assertFailed(
        " line 2: no column label: there are text",
        "{\"text\":\"a\",\"label\":0}\n{\"text\":\"b\"}\n");
    assertFailed(
        " line 2: no column text: there are label",
        "{\"text\":\"a\",\"label\":0}\n{\"label\":0}\n");
    table = folder.resolve("none.csv");
    assertTrue(batch("none", "").err().contains("none.csv does not exist"));
    table = Files.writeString(folder.resolve("texts.json"), "[]");
    assertTrue(batch("none", "").err().contains("texts are in a .csv, .tsv or .jsonl file"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GBK", "UTF-16", "UTF-16LE", "UTF-32", "Shift_JIS"})
  void tableThatIsNotUtf8IsRefusedNotReplaced(String encoding) throws IOException {
    String csv = "text,label\n今天天气很好,a\nbody,b\n";
    table = Files.write(folder.resolve("other.csv"), csv.getBytes(Charset.forName(encoding)));

    assertEquals(
        "mixoscope batch: " + table + " cannot be read: must be UTF-8 text",
        batch("none", "").err().strip());
    String plain = "text,label\nx,a\ny,b\n";
    table = Files.write(folder.resolve("ascii.csv"), plain.getBytes(StandardCharsets.UTF_16LE));
    assertTrue(batch("none", "").err().contains("must be UTF-8 text"));
  }

  /// Labels are read as those of tables of pictures: by index in the order of numbers, soft ones as
  /// they are.
  @Test
  void labelsAreThoseOfTablesOfPictures() throws IOException {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      json.append("{\"text\":\"w%d\",\"label\":%d}\n".formatted(i, i));
    }
    table = Files.writeString(folder.resolve("index.jsonl"), json);
    batch("index", "--keep-originals").good();
    for (String line : Files.readAllLines(data("index", "mixed.jsonl")).subList(12, 24)) {
      JsonNode own = MAPPER.readTree(line);
      int row = Integer.parseInt(own.get("text").textValue().substring(1));
      assertEquals(1, own.get("label").get(row).doubleValue());
    }
    assertEquals("10", Files.readAllLines(folder.resolve("index/classes.txt")).get(10));

    table =
        Files.writeString(
            folder.resolve("soft.jsonl"),
            "{\"text\":\"a\",\"label\":[0.25,0.75]}\n{\"text\":\"b\",\"label\":[1,0]}\n"
                + "{\"text\":null,\"label\":[1,0]}\n{\"text\":\"\\ud83d x\",\"label\":[1,0]}\n");
    String out = batch("soft", "--keep-originals --prob 0 --smoothing 0.2").good().out();
    List<String> lines = Files.readAllLines(data("soft", "mixed.jsonl"));
    assertTrue(out.contains("soft labels") && out.contains("left out 2"), out);
    assertEquals(4, lines.size());
    for (String line : lines) {
      JsonNode own = MAPPER.readTree(line);
      assertEquals("none", own.get("method").textValue(), "with --prob 0 nothing is mixed");
      double first = own.get("text").textValue().equals("a") ? 0.3 : 0.9;
      assertEquals(first, own.get("label").get(0).doubleValue(), 1e-12);
    }
  }

  @Test
  void halfOfTheSamplesAreMixedWithProbabilityOneHalf() throws IOException {
    batch("all", "").good();
    batch("half", "--prob 0.5").good();
    List<String> all = Files.readAllLines(data("all", "mixed.jsonl"));
    List<String> half = Files.readAllLines(data("half", "mixed.jsonl"));
    int mixed = 0;
    for (int i = 0; i < all.size(); i++) {
      if (half.get(i).equals(all.get(i))) {
        mixed++;
      } else {
        assertEquals("none", MAPPER.readTree(half.get(i)).get("method").textValue());
      }
    }
    assertTrue(mixed > 500 && mixed < 700, mixed + " of 1200");
  }

  /// A run that is stopped has said how far it came, and goes on to the same bytes.
  @ParameterizedTest
  @EnumSource(TextOutput.Format.class)
  void runThatIsStoppedGoesOnToTheSameBytes(TextOutput.Format format) throws IOException {
    TextJobSettings settings = new TextJobSettings(new SpanCutMix(1), 2, 1, 2, false, 0, 5, format);
    try (TextTable texts = TextTable.open(table, "text", ReadAs.USUAL, Passage::require)) {
      new TextJob(table, ReadAs.USUAL, texts, settings, "1")
          .run(folder.resolve("whole"), false, done -> {});
      TextJob job = new TextJob(table, ReadAs.USUAL, texts, settings, "1");
      Progress stopped =
          job.run(
              folder.resolve("cut"),
              false,
              progress -> {
                if (progress.done() == 1700) {
                  job.cancel();
                }
              });
      assertEquals(format == TextOutput.Format.JSONL ? 1700 : 1000, stopped.done());
      Progress end =
          new TextJob(table, ReadAs.USUAL, texts, settings, "2")
              .run(folder.resolve("cut"), true, done -> {});
      assertEquals(stopped.done(), end.before());
      assertEquals(2400, end.done());
    }
    try (Stream<Path> files = Files.list(folder.resolve("whole/data"))) {
      for (Path file : files.toList()) {
        assertEquals(-1, Files.mismatch(file, data("cut", file.getFileName().toString())));
      }
    }
    assertFalse(Files.exists(folder.resolve("cut/.mixoscope-rows")));
  }

  private void assertBad(int code, String message, String options) {
    batch("none", options)
        .bad(code, "mixoscope batch: " + message + " (see mixoscope batch --help)");
  }

  private void assertFailed(String message, String contents) throws IOException {
    table = Files.writeString(folder.resolve("small" + suffix), contents);
    Run run = batch("none", "");
    assertEquals(1, run.code());
    assertTrue(run.err().contains(message), run.err());
  }
}
