package org.mixoscope.dataset.labelled;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The classes of folders, in the order of their indices.
///
/// @param names of them
/// @param places the index of each
record FolderClasses(List<String> names, Map<String, Integer> places) {
  /// By what is declared, else in the order that the user wants.
  ///
  /// @param found the names of the folders
  /// @param notes is told of the order. Modified
  /// @param where a folder is, for messages
  /// @throws DataSetException if a folder is not declared
  static FolderClasses of(
      Set<String> found,
      @Nullable ClassList declared,
      ReadAs as,
      Notes notes,
      Function<String, Object> where)
      throws DataSetException {
    List<String> names;
    if (declared == null) {
      notes.ordered(as.order().finding());
      names = found.stream().sorted(as.order().comparator()).toList();
    } else {
      notes.ordered(FindingReason.DECLARED.of(declared.file()));
      names = declared.names();
    }
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      places.putIfAbsent(names.get(i), i);
    }
    for (String one : found) {
      if (!places.containsKey(one)) {
        throw new DataSetException(
            DataSetReason.FOLDER_NOT_DECLARED.of(
                where.apply(one), Objects.requireNonNull(declared).file()));
      }
    }
    return new FolderClasses(names, places);
  }

  /// The index of a class that was found.
  int index(String name) {
    return Objects.requireNonNull(places.get(name));
  }
}
