package org.mixoscope.dataset.labelled;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.mixoscope.kernel.Objection;

/// A table with a line for each picture: its path, from the folder of the table, and its label. A
/// `classes.txt` beside it names the classes.
final class TableFile {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> PATHS =
      List.of("file_name", "path", "file", "filename", "filepath", "image", "image_path");
  private static final List<String> LABELS =
      List.of("label", "class", "class_name", "class_index", "target", "labels", "category");

  private final Path file;
  private final Path folder;
  private final Names names = new Names();
  private final LabelCollector labels;

  private TableFile(Path file) throws DataSetException {
    this.file = file;
    folder = file.toAbsolutePath().normalize().resolveSibling("");
    labels = new LabelCollector(ClassesFile.in(folder, "classes.txt"));
  }

  static DataSet jsonLines(Path file) throws DataSetException {
    TableFile table = new TableFile(file);
    try (BufferedReader lines = TextFile.open(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          table.add(Place.LINE.of(file, number), line);
        }
      }
    } catch (IOException e) {
      throw DataSetException.unreadable(file, e, DataSetReason.NOT_UTF_8);
    }
    return table.collected("json-lines");
  }

  private void add(Objection where, String line) throws DataSetException {
    JsonNode row;
    try {
      row = MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new DataSetException(DataSetReason.NO_JSON.of(where), e);
    }
    String path = first(row, PATHS).asText("").strip();
    if (path.isEmpty()) {
      throw new DataSetException(DataSetReason.NO_PATH.of(where));
    }
    labels.add(where, first(row, LABELS));
    names.add(path);
  }

  private static JsonNode first(JsonNode row, List<String> fields) {
    return fields.stream()
        .filter(row::hasNonNull)
        .findFirst()
        .map(row::get)
        .orElse(MissingNode.getInstance());
  }

  static DataSet csv(Path file, char delimiter) throws DataSetException {
    TableFile table = new TableFile(file);
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
    try (CSVParser rows = CSVParser.parse(TextFile.open(file), format)) {
      Columns columns = null;
      for (CSVRecord row : rows) {
        Objection where = Place.LINE.of(file, rows.getCurrentLineNumber());
        if (columns == null) {
          columns = Columns.of(where, row);
          if (columns.named()) {
            continue;
          }
        }
        table.add(where, columns, row);
      }
    } catch (UncheckedIOException e) {
      throw new DataSetException(DataSetReason.NOT_UTF_8.of(file), e);
    } catch (IOException e) {
      throw DataSetException.unreadable(file, e, DataSetReason.NOT_UTF_8);
    }
    return table.collected("csv");
  }

  private void add(Objection where, Columns columns, CSVRecord row) throws DataSetException {
    if (row.size() < columns.names().size()) {
      throw new DataSetException(
          DataSetReason.COLUMNS_DIFFER.of(where, row.size(), columns.names().size()));
    }
    String path = row.get(columns.path()).strip();
    if (path.isEmpty()) {
      throw new DataSetException(DataSetReason.NO_PATH.of(where));
    }
    labels.add(
        where, columns.label().isPresent() ? cell(row, columns) : vector(where, row, columns));
    names.add(path);
  }

  /// One column: a name, an index, or a list as JSON.
  private static JsonNode cell(CSVRecord row, Columns columns) {
    String text = row.get(columns.label().orElseThrow()).strip();
    if (text.startsWith("[") || text.startsWith("{")) {
      try {
        return MAPPER.readTree(text);
      } catch (JsonProcessingException e) {
        return TextNode.valueOf(text); // a strange name for a class
      }
    }
    return TextNode.valueOf(text);
  }

  /// A column for every class.
  private static JsonNode vector(Objection where, CSVRecord row, Columns columns)
      throws DataSetException {
    ObjectNode label = MAPPER.createObjectNode();
    for (int c = 0; c < columns.names().size(); c++) {
      if (c != columns.path()) {
        try {
          label.put(columns.names().get(c), Double.parseDouble(row.get(c).strip()));
        } catch (NumberFormatException e) {
          throw new DataSetException(
              DataSetReason.NO_PROBABILITY.of(where, columns.names().get(c), row.get(c)), e);
        }
      }
    }
    return label;
  }

  private DataSet collected(String kind) throws DataSetException {
    if (names.size() == 0) {
      throw new DataSetException(DataSetReason.EMPTY_TABLE.of(file));
    }
    return new DataSet(kind, new FileEntries(folder, names), labels.collected(file.toString()));
  }

  /// Which columns a CSV file has.
  ///
  /// @param names of all columns
  /// @param named whether the first line names them
  /// @param path the column of the path
  /// @param label the column of the label; none if each class has a column
  private record Columns(List<String> names, boolean named, int path, Optional<Integer> label) {
    static Columns of(Objection where, CSVRecord row) throws DataSetException {
      List<String> names = row.stream().map(String::strip).toList();
      if (names.size() < 2) {
        throw new DataSetException(DataSetReason.ONE_COLUMN.of(where));
      }
      Optional<Integer> path = find(names, PATHS);
      Optional<Integer> label = find(names, LABELS);
      if (path.isEmpty() && label.isEmpty() && names.getFirst().contains(".")) {
        return new Columns(names, false, 0, Optional.of(1));
      }
      int paths = path.orElse(0);
      if (label.isEmpty() && names.size() == 2) {
        label = Optional.of(1 - paths);
      }
      return new Columns(names, true, paths, label);
    }

    private static Optional<Integer> find(List<String> names, List<String> wanted) {
      List<String> lower = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
      return wanted.stream().map(lower::indexOf).filter(at -> at >= 0).findFirst();
    }
  }
}
