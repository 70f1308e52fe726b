package org.mixoscope.dataset.labelled;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.ObjectRow;
import org.mixoscope.dataset.labelled.TableFile.Row;
import org.mixoscope.dataset.labelled.TableFile.Rows;
import org.mixoscope.kernel.Objection;

/// Objects with a path and a label: one a line, or a list of them.
///
/// @param isList whether all are in one list
record JsonTable(Path file, ReadAs as, boolean isList) {
  private static final JsonMapper MAPPER = new JsonMapper();

  static JsonTable lines(Path file, ReadAs as) {
    return new JsonTable(file, as, false);
  }

  static JsonTable list(Path file, ReadAs as) {
    return new JsonTable(file, as, true);
  }

  void read(Rows rows) throws DataSetException {
    try (BufferedReader text = TextFile.open(file)) {
      if (isList) {
        readList(text, rows);
      } else {
        readLines(text, rows);
      }
    } catch (JsonProcessingException e) {
      throw new DataSetException(DataSetReason.NO_JSON.of(file), e);
    } catch (IOException e) {
      throw DataSetException.unreadable(file, e, DataSetReason.NOT_UTF_8);
    }
  }

  private void readList(BufferedReader text, Rows rows) throws IOException {
    try (MappingIterator<JsonNode> all = MAPPER.readerFor(JsonNode.class).readValues(text)) {
      for (int number = 0; all.hasNextValue(); number++) {
        rows.add(row(Place.ENTRY.of(file, number), all.nextValue()));
      }
    }
  }

  private void readLines(BufferedReader text, Rows rows) throws IOException {
    int number = 0;
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      Objection where = Place.LINE.of(file, ++number);
      if (line.isBlank()) {
        continue;
      }
      try {
        rows.add(row(where, MAPPER.readTree(line)));
      } catch (JsonProcessingException e) {
        throw new DataSetException(DataSetReason.NO_JSON.of(where), e);
      }
    }
  }

  private Row row(Objection where, JsonNode row) throws DataSetException {
    String path = field(row, Columns.PATHS).map(row::get).map(JsonNode::asText).orElse("").strip();
    @Nullable String split =
        field(row, Columns.SPLITS).map(row::get).map(JsonNode::asText).orElse(null);
    if (ObjectRows.isIn(row, field(row, Columns.LABELS).isPresent(), as)) {
      return new Row(
          where, path, row, ObjectRow.FIELD, split, null, passedOver(row, ObjectRow.FIELD));
    }
    String wanted = as.labelColumn();
    if (wanted != null && !row.has(wanted)) {
      throw DataSetException.asking(
          DataSetReason.NO_SUCH_COLUMN.of(where, wanted, String.join(", ", fields(row))),
          fields(row));
    }
    Optional<String> called =
        wanted == null ? field(row, Columns.LABELS).or(() -> only(row)) : Optional.of(wanted);
    Optional<JsonNode> named =
        MaskFolders.areWanted(as)
            ? Columns.MASKS.stream().filter(row::has).findFirst().map(row::get)
            : Optional.empty();
    @Nullable JsonNode mask = named.filter(TableMasks::isMask).orElse(null);
    boolean masked = mask != null || named.filter(JsonNode::isNull).isPresent();
    if (masked && called.filter(Columns.MASKS::contains).isPresent()) {
      called = Optional.empty();
    }
    List<String> others = masked ? List.of() : others(row);
    if (called.isEmpty() && others.size() > 1) {
      throw DataSetException.asking(
          DataSetReason.WHICH_COLUMN.of(where, String.join(", ", others)), others);
    }
    JsonNode label = called.map(row::get).orElse(MissingNode.getInstance());
    String taken = called.orElse("label");
    return new Row(where, path, label, taken, split, mask, passedOver(row, taken));
  }

  /// The one field that is neither path nor split.
  private static Optional<String> only(JsonNode row) {
    List<String> left = others(row);
    return left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty();
  }

  private static List<String> passedOver(JsonNode row, String taken) {
    return Columns.passedOver(fields(row), taken);
  }

  private static List<String> others(JsonNode row) {
    return fields(row).stream()
        .filter(name -> !Columns.PATHS.contains(name) && !Columns.SPLITS.contains(name))
        .toList();
  }

  private static List<String> fields(JsonNode row) {
    return row.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static Optional<String> field(JsonNode row, List<String> names) {
    return names.stream().filter(row::hasNonNull).findFirst();
  }
}
