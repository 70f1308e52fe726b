package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.Clutter;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.image.PictureNames;

/// The folders of a data set that hold its parts for training and testing instead of its classes.
///
/// @param folder that they lie in
/// @param names of them, ascending
record Splits(Path folder, List<String> names) {
  /// What files of objects end in, which lie beside pictures.
  private static final Set<String> ANNOTATIONS = Set.of(".json", ".xml");

  /// The splits of a folder, none if its folders are classes. `train` alone beside others may be a
  /// class, and so may a split's name without folders in it.
  ///
  /// @param wanted what the user asks for; null for nothing
  static Splits of(Path folder, @Nullable String wanted) throws DataSetException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> folders =
          entries
              .filter(entry -> !Clutter.isOne(name(entry)) && Files.isDirectory(entry))
              .sorted()
              .toList();
      List<Path> named = folders.stream().filter(one -> SplitName.isFolder(name(one))).toList();
      boolean are =
          wanted != null
              || ((named.size() == folders.size() || named.size() > 1)
                  && named.stream().anyMatch(Splits::isWhole));
      List<String> names = (wanted == null ? named : folders).stream().map(Splits::name).toList();
      return new Splits(folder, are ? names : List.of());
    } catch (IOException e) {
      throw DataSetException.unreadable(folder, e, DataSetReason.UNREADABLE);
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /// Whether a folder has what a data set has: folders, a table, or files with pictures inside.
  private static boolean isWhole(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return TableFile.in(folder).isPresent()
          || entries.anyMatch(
              entry ->
                  !Clutter.isOne(name(entry))
                      && (Files.isDirectory(entry)
                          || PackedPicture.isOne(entry)
                          || ANNOTATIONS.contains(PictureNames.ending(name(entry)))));
    } catch (IOException e) {
      return false; // whoever takes it is told
    }
  }

  /// The one to take.
  ///
  /// @param wanted what the user asks for; null for nothing
  String choose(@Nullable String wanted) throws DataSetException {
    return SplitName.one(folder, names, wanted);
  }
}
