package org.mixoscope.batch.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.BatchException;
import org.mixoscope.batch.BatchReason;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.text.Passage;
import org.mixoscope.text.TextSource;

/// The texts of a table that can be mixed, by their numbers. They lie in a scratch file, which is
/// gone when the table is closed: memory holds a few bytes for each.
public final class TextTable implements Closeable {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String MARK = "\uFEFF";

  private final Path file;
  private final String textColumn;
  private final @Nullable String wanted;
  private final FileChannel scratch;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private long[] ends = new long[1024];
  private int[] rows = new int[1024];
  private int[] labels = new int[1024];
  private int size;
  private int read;
  private String labelColumn = "";

  /// A row that cannot be mixed.
  ///
  /// @param row from 0
  /// @param reason why
  public record LeftOut(int row, Objection reason) {}

  private TextTable(Path file, String textColumn, @Nullable String wanted) throws IOException {
    this.file = file;
    this.textColumn = textColumn;
    this.wanted = wanted;
    scratch =
        FileChannel.open(
            Files.createTempFile("mixoscope-", ".texts"),
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /// Reads a .csv or .tsv file whose first line names its columns, or a .jsonl file.
  ///
  /// @param textColumn the column with the texts
  /// @param labelColumn that with the classes; null for one with a usual name
  /// @throws BatchException if it is no such table
  public static TextTable open(Path file, String textColumn, @Nullable String labelColumn)
      throws IOException {
    TextTable table = new TextTable(file, textColumn, labelColumn);
    try {
      table.read();
      return table;
    } catch (CharacterCodingException e) {
      table.close();
      throw new BatchException(BatchReason.TABLE_NOT_UTF_8.of(file), e);
    } catch (IOException | RuntimeException e) {
      table.close();
      throw e;
    }
  }

  private void read() throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (!Files.isRegularFile(file)) {
      throw new BatchException(BatchReason.NO_TABLE.of(file), null);
    } else if (name.endsWith(".csv")) {
      readCsv(',');
    } else if (name.endsWith(".tsv")) {
      readCsv('\t');
    } else if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      readLines();
    } else {
      throw new BatchException(BatchReason.NO_TABLE.of(file), null);
    }
  }

  /// What is no UTF-8 is refused, not replaced.
  private BufferedReader text() throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()));
  }

  private void readCsv(char separator) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
    try (CSVParser lines = CSVParser.parse(text(), format)) {
      List<String> names = null;
      int textAt = 0;
      int labelAt = 0;
      for (CSVRecord line : lines) {
        long number = lines.getCurrentLineNumber();
        if (names == null) {
          names = line.stream().map(cell -> cell.replace(MARK, "").strip()).toList();
          textAt = column(names, textColumn);
          labelAt = column(names, labelled(names));
        } else if (line.size() < names.size()) {
          throw broken(number, "columns = %d, not %d".formatted(line.size(), names.size()), null);
        } else {
          add(number, line.get(textAt), line.get(labelAt).strip());
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException coding
          ? coding
          : broken(1, String.valueOf(e.getCause().getMessage()), e);
    }
  }

  private int column(List<String> names, String name) throws BatchException {
    int at = names.indexOf(name);
    if (at < 0) {
      throw new BatchException(
          BatchReason.NO_COLUMN.of(file, name, String.join(", ", names)), null);
    }
    return at;
  }

  /// The column of the labels among those there are.
  private String labelled(List<String> names) throws BatchException {
    labelColumn =
        wanted != null
            ? wanted
            : names.stream()
                .filter(name -> ReadAs.LABELS.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                    () ->
                        new BatchException(
                            BatchReason.NO_LABEL_COLUMN.of(file, String.join(", ", names)), null));
    return labelColumn;
  }

  private void readLines() throws IOException {
    try (BufferedReader lines = text()) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String json = number == 1 ? line.replace(MARK, "") : line;
        if (json.isBlank()) {
          continue;
        }
        JsonNode row = row(number, json);
        List<String> names = new ArrayList<>();
        row.fieldNames().forEachRemaining(names::add);
        String called = labelColumn.isEmpty() ? labelled(names) : labelColumn;
        column(names, textColumn);
        column(names, called);
        JsonNode label = row.get(called);
        if (label.isContainerNode()) {
          throw broken(number, called + " must be the name or the index of a class", null);
        }
        String text = row.get(textColumn).isNull() ? "" : row.get(textColumn).asText();
        add(number, text, label.isNull() ? "" : label.asText());
      }
    }
  }

  private JsonNode row(long number, String json) throws BatchException {
    try {
      JsonNode row = MAPPER.readTree(json);
      if (row.isObject()) {
        return row;
      }
    } catch (JsonProcessingException e) {
      throw broken(number, "it is no JSON", e);
    }
    throw broken(number, "it is no JSON object", null);
  }

  private BatchException broken(long line, String why, @Nullable Exception cause) {
    return new BatchException(BatchReason.BROKEN_TABLE.of(file, line, why), cause);
  }

  private void add(long line, String text, String label) throws IOException {
    int row = read++;
    if (label.isEmpty()) {
      throw broken(line, labelColumn + " is empty", null);
    }
    try {
      Passage.of("line " + line, text);
    } catch (RefusedException refused) {
      leftOut.add(new LeftOut(row, refused.objection()));
      return;
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
      rows = Arrays.copyOf(rows, 2 * size);
      labels = Arrays.copyOf(labels, 2 * size);
    }
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    long at = start(size);
    ends[size] = at + bytes.remaining();
    while (bytes.hasRemaining()) {
      at += scratch.write(bytes, at);
    }
    rows[size] = row;
    labels[size] = number(label);
    size++;
  }

  private int number(String label) {
    Integer number = numbers.putIfAbsent(label, names.size());
    if (number == null) {
      names.add(label);
    }
    return number == null ? names.size() - 1 : number;
  }

  private long start(int text) {
    return text == 0 ? 0 : ends[text - 1];
  }

  /// How many texts can be mixed.
  public int size() {
    return size;
  }

  /// The classes, in the order of their names.
  public List<String> classes() {
    return names.stream().sorted().toList();
  }

  /// Rows without a word, or with a text that is too long.
  public List<LeftOut> leftOut() {
    return List.copyOf(leftOut);
  }

  /// The column that the texts were taken from.
  public String textColumn() {
    return textColumn;
  }

  /// The column that the labels were taken from.
  public String labelColumn() {
    return labelColumn;
  }

  /// The text with a number, and its class. From any thread.
  ///
  /// @param text within [0, size)
  public TextSource source(int text) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) (ends[text] - start(text)));
    while (bytes.hasRemaining()) {
      scratch.read(bytes, start(text) + bytes.position());
    }
    String read = new String(bytes.array(), StandardCharsets.UTF_8);
    return new TextSource(read, names.get(labels[text]));
  }

  /// What a text is called in what is written: the table and its row, from 0.
  public String name(int text) {
    return file.getFileName() + "#" + rows[text];
  }

  @Override
  public void close() throws IOException {
    scratch.close();
  }
}
