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

/// The splits that names of files say they are of, `train-00000.tar`, `val-00000-of-2.parquet`, and
/// that folders are called after.
final class SplitName {
  private static final String WORDS =
      "(train(?:ing)?|val(?:id(?:ation)?)?|dev(?:el(?:opment)?)?|eval(?:uation)?|test(?:ing)?"
          + "|holdout)";

  private static final Pattern IN_NAME =
      Pattern.compile("(?:^|[-_.])" + WORDS + "(?=[-_.\\d])", Pattern.CASE_INSENSITIVE);

  private static final Pattern WHOLE =
      Pattern.compile(
          WORDS + "([-_ ]?(set|data|images|imgs|split|\\d{2,4}))?", Pattern.CASE_INSENSITIVE);

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

  /// Whether a folder of this name may be a split.
  static boolean isFolder(String name) {
    return WHOLE.matcher(name).matches();
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

  /// The one of some splits that is wanted, whatever its capitals.
  ///
  /// @param wanted null for nothing: then there must be one
  static String one(Path source, List<String> all, @Nullable String wanted)
      throws DataSetException {
    if (all.isEmpty()) {
      throw new DataSetException(DataSetReason.NO_SPLITS.of(source, String.valueOf(wanted)));
    }
    if (wanted == null) {
      if (all.size() == 1) {
        return all.getFirst();
      }
      throw DataSetException.asking(
          DataSetReason.SEVERAL_SPLITS.of(source, String.join(", ", all), all.getFirst()), all);
    }
    return all.stream()
        .filter(wanted::equals)
        .findFirst()
        .or(() -> all.stream().filter(wanted::equalsIgnoreCase).findFirst())
        .orElseThrow(
            () ->
                DataSetException.asking(
                    DataSetReason.NO_SUCH_SPLIT.of(source, wanted, String.join(", ", all)), all));
  }
}
