package org.mixoscope.dataset.labelled;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.LeftOutReason;
import org.mixoscope.dataset.annotated.AnnotationReason;
import org.mixoscope.dataset.annotated.ObjectRow;
import org.mixoscope.image.PictureNames;
import org.mixoscope.kernel.Objection;

/// A table with a line for each picture: its path, from the folder of the table, and its label. A
/// `classes.txt` beside it names the classes. Gets the rows from [CsvTable] or [JsonTable].
final class TableFile {
  /// What Hugging Face calls the table of a folder.
  static final List<String> IN_FOLDERS = List.of("metadata.jsonl", "metadata.csv");

  private static final Set<String> JSON = Set.of(".jsonl", ".ndjson", ".json");
  private static final Set<String> TEXT = Set.of(".csv", ".tsv");

  private final Path file;
  private final Path folder;
  private final ReadAs as;
  private final Notes notes = new Notes();
  private final Names names = new Names();
  private final LabelCollector labels;
  private final ObjectRows objects;
  private final TablePictures pictures;
  private final TableMasks masks;
  private final Set<String> splits = new TreeSet<>();
  private final Set<String> passedOver = new TreeSet<>();
  private String called = "label";

  private TableFile(Path file, ReadAs as) throws DataSetException {
    this.file = file;
    this.as = as;
    folder = file.toAbsolutePath().normalize().resolveSibling("");
    ClassList declared = ClassesFile.in(as, folder, "classes.txt");
    labels = new LabelCollector(declared, as, notes);
    objects = new ObjectRows(file, declared, as, notes);
    pictures = new TablePictures(folder);
    masks = new TableMasks(as, pictures, notes);
  }

  /// Whether a file is a table, by what its name ends in and, of JSON, whether it is a list.
  static boolean isOne(Path file) throws DataSetException {
    String ending = PictureNames.ending(String.valueOf(file.getFileName()));
    return Files.isRegularFile(file)
        && (TEXT.contains(ending)
            || (JSON.contains(ending) && (!ending.equals(".json") || beginsWithList(file))));
  }

  private static boolean beginsWithList(Path file) throws DataSetException {
    try (BufferedReader text = TextFile.open(file)) {
      int next = text.read();
      while (next >= 0 && Character.isWhitespace(next)) {
        next = text.read();
      }
      return next == '[';
    } catch (IOException e) {
      throw DataSetException.unreadable(file, e, DataSetReason.NOT_UTF_8);
    }
  }

  /// The table of a folder.
  static Optional<Path> in(Path folder) {
    return IN_FOLDERS.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }

  static DataSet open(Path file, ReadAs as) throws DataSetException {
    TableFile table = new TableFile(file, as);
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String kind;
    if (TEXT.contains(PictureNames.ending(name))) {
      new CsvTable(file, as, table.notes).read(table::add);
      kind = "csv";
    } else if (name.endsWith(".json")) {
      JsonTable.list(file, as).read(table::add);
      kind = "json";
    } else {
      JsonTable.lines(file, as).read(table::add);
      kind = "json-lines";
    }
    return table.collected(kind);
  }

  /// A row of a table, whatever its form.
  ///
  /// @param where file and line, for messages
  /// @param path as it is written
  /// @param label missing where there is none; of objects all that is known of the picture
  /// @param called what the label is called
  /// @param split which the picture is part of; null where the table does not say
  /// @param mask its path, or a list of several that blend; null where there is none
  /// @param passedOver columns that say something of the picture, too, and are not taken
  record Row(
      Objection where,
      String path,
      JsonNode label,
      String called,
      @Nullable String split,
      @Nullable JsonNode mask,
      List<String> passedOver) {
    boolean hasObjects() {
      return called.equals(ObjectRow.FIELD) && label.has(ObjectRow.FIELD);
    }
  }

  /// Gets the rows of a table.
  @FunctionalInterface
  interface Rows {
    void add(Row row) throws DataSetException;
  }

  private void add(Row row) throws DataSetException {
    if (row.path().isEmpty()) {
      throw new DataSetException(DataSetReason.NO_PATH.of(row.where()));
    }
    String split = row.split();
    if (split != null) {
      splits.add(split);
      if (as.split() != null && !split.equalsIgnoreCase(as.split())) {
        notes.leftOut.add(LeftOutReason.OTHER_SPLIT.of(split), row.path());
        return;
      }
    }
    called = row.called();
    passedOver.addAll(row.passedOver());
    if (masks.take(row)) {
      return;
    }
    if (row.hasObjects()) {
      boolean isText = TEXT.contains(PictureNames.ending(file.toString()));
      objects.add(
          row.where(),
          row.label(),
          row.path(),
          isText ? null : file.toAbsolutePath().normalize().toString());
    } else if (objects.size() > 0) {
      throw new DataSetException(AnnotationReason.MISSING.of(row.where(), ObjectRow.FIELD));
    } else {
      labels.add(row.where(), row.label());
    }
    names.add(pictures.find(row.path()));
    if (row.hasObjects() && names.size() > objects.size()) {
      throw new DataSetException(DataSetReason.NO_LABEL.of(row.where()));
    }
  }

  private DataSetException nothing() {
    return notes.leftOut.all().isEmpty()
        ? new DataSetException(DataSetReason.EMPTY_TABLE.of(file))
        : Archives.empty(file, notes.leftOut, DataSetReason.EMPTY_TABLE);
  }

  private DataSet collected(String kind) throws DataSetException {
    List<String> there = List.copyOf(splits);
    String taken =
        there.isEmpty() && as.split() == null ? null : SplitName.one(file, there, as.split());
    masks.pictures().forEach(names::add);
    if (names.size() == 0) {
      throw nothing();
    }
    Entries entries = new FileEntries(folder, names);
    pictures.remarks(notes);
    if (!passedOver.isEmpty() && masks.isEmpty()) {
      notes.remark(FindingReason.PASSED_OVER.of(called, String.join(", ", passedOver)));
    }
    Labels all =
        !masks.isEmpty()
            ? masks.labels(folder)
            : objects.size() > 0
                ? objects.collected(entries)
                : labels.collected(file.toString(), called);
    Findings findings = notes.about(all);
    return new DataSet(kind, entries, all, taken == null ? findings : findings.of(taken, there));
  }
}
