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
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.ObjectRow;
import org.mixoscope.dataset.labelled.TableFile.Row;
import org.mixoscope.dataset.labelled.TableFile.Rows;
import org.mixoscope.image.PictureNames;
import org.mixoscope.kernel.Objection;

/// A CSV file, whatever separates its columns.
///
/// @param notes is told what was guessed. Modified
record CsvTable(Path file, ReadAs as, Notes notes) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /// What may separate columns, the most usual one first.
  private static final List<Character> SEPARATORS = List.of(',', '\t', ';', '|');

  void read(Rows rows) throws DataSetException {
    char separator = separator();
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
    try (CSVParser lines = CSVParser.parse(TextFile.open(file), format)) {
      Columns columns = null;
      for (CSVRecord line : lines) {
        Objection where = Place.LINE.of(file, lines.getCurrentLineNumber());
        if (columns == null) {
          columns = Columns.of(where, line.toList(), as);
          if (columns.named()) {
            continue;
          }
        }
        rows.add(row(where, columns, line));
      }
    } catch (UncheckedIOException e) {
      throw new DataSetException(DataSetReason.NOT_UTF_8.of(file), e);
    } catch (IOException e) {
      throw DataSetException.unreadable(file, e, DataSetReason.NOT_UTF_8);
    }
  }

  /// What separates the columns of the first line; what is expected of the file goes without
  /// saying.
  char separator() throws DataSetException {
    char expected = PictureNames.ending(file.toString()).equals(".tsv") ? '\t' : ',';
    try (BufferedReader text = TextFile.open(file)) {
      String first = Objects.requireNonNullElse(text.readLine(), "");
      if (first.indexOf(expected) >= 0) {
        return expected;
      }
      char found =
          SEPARATORS.stream().filter(one -> first.indexOf(one) >= 0).findFirst().orElse(expected);
      if (found != expected) {
        notes.remark(FindingReason.SEPARATED.of(found == '\t' ? "tab" : String.valueOf(found)));
      }
      return found;
    } catch (IOException e) {
      throw DataSetException.unreadable(file, e, DataSetReason.NOT_UTF_8);
    }
  }

  private Row row(Objection where, Columns columns, CSVRecord line) throws DataSetException {
    if (line.size() < columns.names().size()) {
      throw new DataSetException(
          DataSetReason.COLUMNS_DIFFER.of(where, line.size(), columns.names().size()));
    }
    List<String> cells = line.toList();
    @Nullable JsonNode mask = mask(columns, cells);
    JsonNode label =
        mask != null && (columns.label().isEmpty() || columns.label().equals(columns.mask()))
            ? MissingNode.getInstance()
            : columns.label().isPresent()
                ? cell(cells.get(columns.label().get()).strip())
                : vector(where, cells, columns);
    String called =
        columns.named() ? columns.label().map(columns.names()::get).orElse("label") : "label";
    JsonNode objects = MAPPER.createObjectNode().set(ObjectRow.FIELD, label);
    boolean hasObjects =
        called.equalsIgnoreCase(ObjectRow.FIELD)
            && label.isContainerNode()
            && ObjectRows.isIn(objects, false, as);
    return new Row(
        where,
        cells.get(columns.path()).strip(),
        hasObjects ? objects : label,
        hasObjects ? ObjectRow.FIELD : called,
        columns.split(cells),
        mask,
        columns.label().isPresent() ? Columns.passedOver(columns.names(), called) : List.of());
  }

  /// The path of a mask, or that there is none; null where the column holds something else.
  private static @Nullable JsonNode mask(Columns columns, List<String> cells) {
    if (columns.mask().isEmpty()) {
      return null;
    }
    TextNode text = TextNode.valueOf(cells.get(columns.mask().get()).strip());
    return text.asText().isEmpty() || TableMasks.isMask(text) ? text : null;
  }

  /// One column: a name, an index, a number, or a list as JSON.
  static JsonNode cell(String text) {
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
  private static JsonNode vector(Objection where, List<String> cells, Columns columns)
      throws DataSetException {
    ObjectNode label = MAPPER.createObjectNode();
    for (int c : columns.classes()) {
      try {
        label.put(columns.names().get(c), Double.parseDouble(cells.get(c).strip()));
      } catch (NumberFormatException e) {
        throw DataSetException.asking(
            DataSetReason.WHICH_COLUMN.of(where, String.join(", ", columns.names())),
            columns.names());
      }
    }
    return label;
  }
}
