package org.mixoscope.dataset.labelled;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.packed.ParquetPictures;
import org.mixoscope.kernel.Objection;

/// Parquet files of pictures and labels, as Hugging Face's library and `mixoscope batch` write
/// them: a file, or a folder that has some itself or in `data`.
final class ParquetFiles {
  private final JsonMapper mapper = new JsonMapper();

  private final Path source;
  private final ReadAs as;
  private final List<ParquetPictures> files = new ArrayList<>();
  private final Notes notes = new Notes();

  private ParquetFiles(Path source, ReadAs as) {
    this.source = source;
    this.as = as;
  }

  static @Nullable DataSet open(Path source, ReadAs as) throws DataSetException {
    List<Path> found = files(source);
    if (found.isEmpty()) {
      return null;
    }
    SplitName.Chosen chosen = SplitName.choose(source, found, as.split());
    try {
      return new ParquetFiles(source, as).read(chosen);
    } catch (IOException e) {
      throw DataSetException.unreadable(source, e, DataSetReason.UNREADABLE);
    }
  }

  private static List<Path> files(Path source) throws DataSetException {
    if (!Files.isDirectory(source)) {
      return ParquetPictures.isOne(source) ? List.of(source) : List.of();
    }
    List<Path> here = in(source);
    Path data = source.resolve("data");
    return here.isEmpty() && Files.isDirectory(data) ? in(data) : here;
  }

  private static List<Path> in(Path folder) throws DataSetException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(ParquetPictures::isOne).filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw DataSetException.unreadable(folder, e, DataSetReason.UNREADABLE);
    }
  }

  private DataSet read(SplitName.Chosen chosen) throws IOException {
    for (Path file : chosen.files()) {
      ParquetPictures one = ParquetPictures.open(file);
      if (one.rows() > 0) {
        files.add(one);
      }
    }
    if (files.isEmpty()) {
      throw new DataSetException(DataSetReason.EMPTY_TABLE.of(source));
    }
    ParquetPictures first = files.getFirst();
    JsonNode features = features(first);
    String label = label(first, features);
    List<String> names = names(features.path(label));
    LabelCollector collector = new LabelCollector(declared(first.file(), names), as, notes);
    for (ParquetPictures file : files) {
      if (!file.others().contains(label)) {
        throw noColumn(file, label);
      }
      file.values(
          label,
          (row, value) -> {
            Objection where = Place.RECORD.of(file.file(), row);
            collector.add(where, node(value, names));
          });
    }
    Labels all = collector.collected(source.toString(), label);
    return new DataSet("parquet", new ParquetEntries(files), all, chosen.of(notes.about(all)));
  }

  private static DataSetException noColumn(ParquetPictures file, String label) {
    return new DataSetException(
        DataSetReason.NO_SUCH_COLUMN.of(file.file(), label, String.join(", ", file.others())));
  }

  private JsonNode features(ParquetPictures file) throws DataSetException {
    try {
      String text = file.features();
      return (text.isEmpty() ? MissingNode.getInstance() : mapper.readTree(text))
          .at("/info/features");
    } catch (JsonProcessingException e) {
      throw new DataSetException(DataSetReason.NO_JSON.of(file.file()), e);
    }
  }

  /// The column of the label: the one that is asked for, one with a usual name, the only one with
  /// names of classes, or the only one there is.
  private String label(ParquetPictures file, JsonNode features) throws DataSetException {
    List<String> all = file.others();
    String wanted = as.labelColumn();
    if (wanted != null) {
      if (!all.contains(wanted)) {
        throw noColumn(file, wanted);
      }
      return wanted;
    }
    for (String usual : Columns.LABELS) {
      for (String name : all) {
        if (name.toLowerCase(Locale.ROOT).equals(usual)) {
          return name;
        }
      }
    }
    List<String> classes =
        all.stream().filter(name -> !names(features.path(name)).isEmpty()).toList();
    List<String> left = classes.isEmpty() ? all : classes;
    if (left.size() != 1) {
      throw new DataSetException(
          DataSetReason.WHICH_COLUMN.of(file.file(), String.join(", ", left)));
    }
    return left.getFirst();
  }

  /// The names of classes that Hugging Face's metadata gives for a column.
  private static List<String> names(JsonNode feature) {
    JsonNode names =
        feature.has("names") ? feature.get("names") : feature.path("feature").path("names");
    return StreamSupport.stream(names.spliterator(), false).map(JsonNode::asText).toList();
  }

  /// What the user says, else the metadata, else `classes.txt` beside or above the files.
  private @Nullable ClassList declared(Path file, List<String> names) throws DataSetException {
    if (as.classes() == null && !names.isEmpty()) {
      return new ClassList(file, names);
    }
    Path folder = file.toAbsolutePath().resolveSibling("");
    ClassList beside = ClassesFile.in(as, folder, "classes.txt");
    Path above = folder.getParent();
    return beside == null && folder.endsWith("data") && above != null
        ? ClassesFile.in(as, above, "classes.txt")
        : beside;
  }

  /// A value as labels are given; indices in a list are several classes if these have names.
  private JsonNode node(@Nullable Object value, List<String> names) {
    JsonNode node = value == null ? MissingNode.getInstance() : mapper.valueToTree(value);
    if (as.target() == TargetKind.NUMBER && node.isArray() && node.size() == 1) {
      return node.get(0);
    }
    boolean indices =
        !names.isEmpty()
            && node.isArray()
            && value instanceof List<?> list
            && list.stream().allMatch(one -> one instanceof Integer || one instanceof Long);
    if (!indices) {
      return node;
    }
    ArrayNode texts = mapper.createArrayNode();
    node.forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
