package org.mixoscope.app.explore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.Recent;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.figure.ClassNames;
import org.mixoscope.figure.Words;
import org.mixoscope.recipe.Source;

/// One line of what was used lately.
///
/// @param what pictures or a folder
/// @param name the classes of the pictures, or the folder's
/// @param place the files' names and where they lie, as much of it as tells it from its like
/// @param there whether all of it still is
record RecentEntry(What what, String name, String place, boolean there) {
  private static final int DEEPEST = 8;

  /// What is opened.
  sealed interface What {
    /// Pictures that were mixed.
    record Pictures(List<Source> sources) implements What {}

    /// A folder, or a file that is a data set.
    record Folder(Path path) implements What {}
  }

  /// All of them, pictures first, in the words of a language. Asks the disk, so not for the FX
  /// thread.
  static List<RecentEntry> all(List<List<Source>> pictures, List<Path> folders, Words words) {
    List<RecentEntry> named = new ArrayList<>();
    pictures.forEach(sources -> named.add(entry(new What.Pictures(sources), 1, words)));
    folders.forEach(folder -> named.add(entry(new What.Folder(folder), 1, words)));
    for (int depth = 2; depth <= DEEPEST; depth++) {
      Map<String, Integer> alike = new HashMap<>();
      named.forEach(one -> alike.merge(one.name + "\n" + one.place, 1, Integer::sum));
      for (int i = 0; i < named.size(); i++) {
        RecentEntry one = named.get(i);
        if (alike.getOrDefault(one.name + "\n" + one.place, 0) > 1) {
          named.set(i, entry(one.what, depth, words));
        }
      }
    }
    return List.copyOf(named);
  }

  private static RecentEntry entry(What what, int depth, Words words) {
    return switch (what) {
      case What.Pictures(var sources) -> {
        ClassNames names = new ClassNames(words, sources);
        yield new RecentEntry(
            what,
            sources.stream()
                .map(source -> called(source, names))
                .collect(Collectors.joining(" + ")),
            Stream.concat(files(sources, names), folders(sources, depth))
                .collect(Collectors.joining(" · ")),
            sources.stream().allMatch(Recent::isThere));
      }
      case What.Folder(var path) ->
          new RecentEntry(
              what,
              Objects.toString(path.getFileName(), path.toString()),
              end(path.getParent(), depth),
              Files.exists(path));
    };
  }

  private static String called(Source source, ClassNames names) {
    return source.isLabelled() ? names.of(source.className()) : file(source, names);
  }

  private static Stream<String> files(List<Source> sources, ClassNames names) {
    return Stream.of(
        sources.stream().map(source -> file(source, names)).collect(Collectors.joining(" + ")));
  }

  private static Stream<String> folders(List<Source> sources, int depth) {
    return sources.stream()
        .filter(source -> !Sample.isOne(source.location()))
        .map(source -> end(path(source).getParent(), depth))
        .filter(end -> !end.isEmpty())
        .distinct();
  }

  private static String file(Source source, ClassNames names) {
    return Sample.isOne(source.location())
        ? names.of(source.className())
        : Objects.toString(path(source).getFileName(), source.location());
  }

  private static Path path(Source source) {
    return PackedPicture.at(source.location())
        .map(PackedPicture::file)
        .orElseGet(() -> Path.of(source.location()));
  }

  /// The last names of a path.
  private static String end(@Nullable Path path, int depth) {
    if (path == null) {
      return "";
    }
    int count = path.getNameCount();
    return count <= depth ? path.toString() : "…/" + path.subpath(count - depth, count);
  }
}
