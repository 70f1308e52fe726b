package org.mixoscope.dataset.labelled;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.ObjectRow;
import org.mixoscope.kernel.Objection;

/// Which columns a CSV file has.
///
/// @param names of all columns
/// @param named whether the first line names them
/// @param path the column of the path
/// @param label the column of the label; none if each class has a column
/// @param split the column of the split; none if there is no such
/// @param mask the column of the path of a mask; none if there is no such
record Columns(
    List<String> names,
    boolean named,
    int path,
    Optional<Integer> label,
    Optional<Integer> split,
    Optional<Integer> mask) {
  /// What a path may be called, in lower case.
  static final List<String> PATHS =
      List.of(
          "file_name",
          "path",
          "file",
          "filename",
          "filepath",
          "image",
          "image_path",
          "image_name",
          "image_id",
          "id");

  /// What a label may be called, in lower case.
  static final List<String> LABELS =
      List.of(
          "label", "class", "class_name", "class_index", "target", "labels", "category", "tags");

  /// What the path of a mask may be called, in lower case.
  static final List<String> MASKS =
      List.of(
          "mask_file_name",
          "label_file_name",
          "segmentation_file_name",
          "annotation_file_name",
          "mask",
          "masks",
          "mask_path",
          "mask_name",
          "segmentation");

  /// What a split may be called, in lower case.
  static final List<String> SPLITS = List.of("split", "subset", "partition");

  /// What else says something of what is in a picture, in lower case.
  private static final List<String> BOXES =
      List.of(
          ObjectRow.FIELD,
          "annotations",
          "bbox",
          "bboxes",
          "boxes",
          "bounding_box",
          "bounding_boxes",
          "polygon",
          "polygons",
          "xmin");

  /// The columns that say something of what is in a picture and are not taken.
  ///
  /// @param taken the one that is
  static List<String> passedOver(Collection<String> names, String taken) {
    return names.stream()
        .filter(name -> LABELS.contains(lower(name)) || BOXES.contains(lower(name)))
        .filter(name -> !name.equals(taken))
        .toList();
  }

  /// @param where the first line, for messages
  /// @param row the first line
  static Columns of(Objection where, List<String> row, ReadAs as) throws DataSetException {
    List<String> names = row.stream().map(String::strip).toList();
    if (names.size() < 2) {
      throw new DataSetException(DataSetReason.ONE_COLUMN.of(where));
    }
    Optional<Integer> path = find(names, PATHS);
    Optional<Integer> label = find(names, LABELS);
    String wanted = as.labelColumn();
    if (wanted != null) {
      label = Optional.of(column(where, names, wanted));
    } else if (path.isEmpty() && label.isEmpty() && names.getFirst().contains(".")) {
      return new Columns(names, false, 0, Optional.of(1), Optional.empty(), Optional.empty());
    }
    int paths = path.orElse(0);
    Optional<Integer> split = find(names, SPLITS);
    Optional<Integer> mask = MaskFolders.areWanted(as) ? find(names, MASKS) : Optional.empty();
    if (label.isEmpty()) {
      label = find(names, List.of(ObjectRow.FIELD));
    }
    if (label.isEmpty()) {
      label = only(names.size(), paths, split.orElse(paths));
    }
    return new Columns(names, true, paths, label, split, mask);
  }

  /// The one column that is left.
  private static Optional<Integer> only(int count, int path, int split) {
    List<Integer> left =
        IntStream.range(0, count).filter(c -> c != path && c != split).boxed().toList();
    return left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty();
  }

  private static int column(Objection where, List<String> names, String wanted)
      throws DataSetException {
    int at = names.indexOf(wanted);
    if (at < 0) {
      at = names.stream().map(Columns::lower).toList().indexOf(lower(wanted));
    }
    if (at < 0) {
      throw DataSetException.asking(
          DataSetReason.NO_SUCH_COLUMN.of(where, wanted, String.join(", ", names)), names);
    }
    return at;
  }

  private static Optional<Integer> find(List<String> names, List<String> wanted) {
    List<String> lower = names.stream().map(Columns::lower).toList();
    return wanted.stream().map(lower::indexOf).filter(at -> at >= 0).findFirst();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /// The columns of classes, where each has one.
  List<Integer> classes() {
    return IntStream.range(0, names.size())
        .filter(c -> c != path && split.filter(s -> s == c).isEmpty())
        .boxed()
        .toList();
  }

  /// Of a row.
  @Nullable String split(List<String> row) {
    return split.map(row::get).map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
  }
}
