package org.mixoscope.dataset.labelled;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The splits that the names of files say they are of: `train-00000.tar`, `val-00000-of-2.parquet`.
final class SplitName {
  private static final Pattern IN_NAME =
      Pattern.compile(
          "(?:^|[-_.])(train(?:ing)?|val(?:id(?:ation)?)?|dev|eval|test(?:ing)?|holdout)"
              + "(?=[-_.\\d])",
          Pattern.CASE_INSENSITIVE);

  private SplitName() {}

  /// What was taken.
  ///
  /// @param files of one split, or all where there are no splits
  /// @param taken null where there are no splits
  /// @param all splits that there are
  record Chosen(List<Path> files, @Nullable String taken, List<String> all) {
    Findings of(Findings found) {
      return taken == null ? found : found.of(taken, all);
    }
  }

  /// What a name says, in lower case; empty for nothing.
  static String of(String name) {
    Matcher found = IN_NAME.matcher(name);
    return found.find() ? found.group(1).toLowerCase(Locale.ROOT) : "";
  }

  /// The files of the split that is wanted.
  ///
  /// @param source for messages
  /// @param wanted null for nothing: then there must be one, or none
  static Chosen choose(Path source, List<Path> files, @Nullable String wanted)
      throws DataSetException {
    Map<String, List<Path>> groups =
        files.stream()
            .collect(
                Collectors.groupingBy(
                    file -> of(String.valueOf(file.getFileName())),
                    TreeMap::new,
                    Collectors.toList()));
    List<String> named = groups.keySet().stream().filter(name -> !name.isEmpty()).toList();
    if (wanted == null && named.size() < 2) {
      return new Chosen(files, null, List.of());
    }
    String taken = one(source, named, wanted);
    return new Chosen(groups.getOrDefault(taken, List.of()), taken, named);
  }

  /// The one of several splits that is wanted, whatever its capitals.
  static String one(Path source, List<String> all, @Nullable String wanted)
      throws DataSetException {
    if (wanted == null) {
      throw new DataSetException(
          DataSetReason.SEVERAL_SPLITS.of(source, String.join(", ", all), all.getFirst()));
    }
    if (all.isEmpty()) {
      throw new DataSetException(DataSetReason.NO_SPLITS.of(source, wanted));
    }
    return all.stream()
        .filter(wanted::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () ->
                new DataSetException(
                    DataSetReason.NO_SUCH_SPLIT.of(source, wanted, String.join(", ", all))));
  }
}
