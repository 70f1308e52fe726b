package org.mixoscope.dataset.labelled;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureNames;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.recipe.JsonText;

/// The rows of a table of texts: a CSV file whose first line names its columns, or an object a
/// line. Whatever could make one column another is refused, not guessed.
///
/// @param column with the texts
/// @param as which column has the labels
/// @param notes is told what was guessed. Modified
record TextRows(Path file, String column, ReadAs as, Notes notes) {
  /// Where UTF-16 was taken for UTF-8.
  private static final String ZERO = "\0";

  /// @param line from 1; of a text of several lines the last
  /// @param text empty where there is none
  /// @param label as it is written
  record Row(int line, String text, JsonNode label) {}

  /// Gets the rows.
  @FunctionalInterface
  interface Rows {
    void add(Row row) throws IOException;
  }

  /// @return the column of the labels; empty if there are no rows
  Optional<String> read(Rows rows) throws IOException {
    if (!Files.exists(file)) {
      throw new DataSetException(DataSetReason.MISSING.of(file));
    }
    String ending = PictureNames.ending(file.toString());
    if (!Files.isRegularFile(file) || !isTable(ending)) {
      throw new DataSetException(DataSetReason.NO_TEXTS.of(file));
    }
    try {
      return ending.equals(".csv") || ending.equals(".tsv") ? columns(rows) : lines(rows);
    } catch (UncheckedIOException e) {
      throw unreadable(Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static boolean isTable(String ending) {
    return List.of(".csv", ".tsv", ".jsonl", ".ndjson").contains(ending);
  }

  private DataSetException unreadable(IOException e) {
    return e instanceof CharacterCodingException
        ? new DataSetException(DataSetReason.NOT_UTF_8.of(file), e)
        : DataSetException.unreadable(file, e, DataSetReason.UNREADABLE);
  }

  private Optional<String> columns(Rows rows) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(new CsvTable(file, as, notes).separator())
            .setIgnoreEmptyLines(true)
            .get();
    try (CSVParser lines = CSVParser.parse(TextFile.open(file), format)) {
      Header header = null;
      for (CSVRecord line : lines) {
        int number = Math.toIntExact(lines.getCurrentLineNumber());
        Objection where = Place.LINE.of(file, number);
        if (header == null) {
          header = header(where, line.stream().map(String::strip).toList());
        } else if (line.size() != header.columns) {
          throw new DataSetException(
              DataSetReason.COLUMNS_DIFFER.of(where, line.size(), header.columns));
        } else {
          rows.add(
              new Row(
                  number, line.get(header.text), CsvTable.cell(line.get(header.label).strip())));
        }
      }
      return Optional.ofNullable(header).map(Header::called);
    } catch (UncheckedIOException e) {
      IOException cause = Objects.requireNonNull(e.getCause());
      if (cause instanceof CharacterCodingException) {
        throw cause;
      }
      throw new DataSetException(
          DataSetReason.QUOTES.of(file, String.valueOf(cause.getMessage())), e);
    }
  }

  private Optional<String> lines(Rows rows) throws IOException {
    Header header = null;
    try (BufferedReader text = TextFile.open(file)) {
      int number = 0;
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        Objection where = Place.LINE.of(file, ++number);
        if (line.isBlank()) {
          continue;
        }
        JsonNode row = parsed(where, line);
        List<String> names = row.properties().stream().map(Map.Entry::getKey).toList();
        if (header == null) {
          header = header(where, names);
        }
        rows.add(
            new Row(
                number, text(where, field(where, row, column)), field(where, row, header.called)));
      }
    }
    return Optional.ofNullable(header).map(Header::called);
  }

  private static JsonNode parsed(Objection where, String line) throws DataSetException {
    try {
      JsonNode row = JsonText.parse(line);
      if (row.isObject()) {
        return row;
      }
    } catch (RefusedException e) {
      throw new DataSetException(DataSetReason.NO_JSON.of(where), e);
    }
    throw new DataSetException(DataSetReason.NO_JSON.of(where));
  }

  private static JsonNode field(Objection where, JsonNode row, String name)
      throws DataSetException {
    JsonNode field = row.get(name);
    if (field == null) {
      List<String> names = row.properties().stream().map(Map.Entry::getKey).toList();
      throw DataSetException.asking(
          DataSetReason.NO_SUCH_COLUMN.of(where, name, String.join(", ", names)), names);
    }
    return field;
  }

  private String text(Objection where, JsonNode text) throws DataSetException {
    if (text.isContainerNode()) {
      throw new DataSetException(DataSetReason.NO_TEXT.of(where, column));
    }
    return text instanceof NullNode ? "" : text.asText();
  }

  /// @param called what the column of the labels is called
  private record Header(int columns, int text, int label, String called) {}

  private Header header(Objection where, List<String> names) throws DataSetException {
    if (names.stream().anyMatch(name -> name.contains(ZERO))) {
      throw new DataSetException(DataSetReason.NOT_UTF_8.of(file));
    }
    int text = at(where, names, column);
    String called = called(where, names);
    List<String> others = Columns.passedOver(names, called);
    if (!others.isEmpty()) {
      notes.remark(FindingReason.PASSED_OVER.of(called, String.join(", ", others)));
    }
    return new Header(names.size(), text, at(where, names, called), called);
  }

  private static int at(Objection where, List<String> names, String name) throws DataSetException {
    int found = Collections.frequency(names, name);
    if (found > 1) {
      throw new DataSetException(DataSetReason.SAME_COLUMN.of(where, name));
    }
    if (found == 0) {
      throw DataSetException.asking(
          DataSetReason.NO_SUCH_COLUMN.of(where, name, String.join(", ", names)), names);
    }
    return names.indexOf(name);
  }

  /// What is asked for, else what is called like labels, else the only one beside the texts.
  private String called(Objection where, List<String> names) throws DataSetException {
    @Nullable String wanted = as.labelColumn();
    if (wanted != null) {
      return wanted;
    }
    List<String> left = names.stream().filter(name -> !name.equals(column)).toList();
    return Columns.LABELS.stream()
        .flatMap(usual -> left.stream().filter(name -> lower(name).equals(usual)))
        .findFirst()
        .or(() -> left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty())
        .orElseThrow(
            () ->
                DataSetException.asking(
                    DataSetReason.WHICH_COLUMN.of(where, String.join(", ", names)), names));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
