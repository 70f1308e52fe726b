package org.mixoscope.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The parts of a job that a folder holds. Nothing here is in their way while they run.
final class Parts {
  private static final Pattern NAME = Pattern.compile("([0-9]{1,6})-of-([0-9]{1,6})");
  private static final JsonMapper MAPPER = new JsonMapper();

  private Parts() {}

  /// Whether there are any.
  static boolean areIn(Path folder) {
    return Files.isDirectory(folder.resolve(Part.PARTS));
  }

  /// Those that were begun, in their order; each is one of as many as it says.
  static List<Part> in(Path folder) throws IOException {
    if (!areIn(folder)) {
      return List.of();
    }
    List<Part> parts = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve(Part.PARTS))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (name.matches()) {
          int index = Integer.parseInt(name.group(1));
          int count = Integer.parseInt(name.group(2));
          if (index < count) {
            parts.add(new Part(index, count));
          }
        }
      }
    }
    parts.sort(Comparator.comparingInt(Part::count).thenComparingInt(Part::index));
    return parts;
  }

  /// A job is in one number of parts only.
  ///
  /// @throws BatchException if there are parts of another number
  static void requireCount(Path folder, int count) throws IOException {
    for (Part part : in(folder)) {
      if (part.count() != count) {
        throw new BatchException(BatchReason.OTHER_PARTS.of(folder, part.count(), count));
      }
    }
  }

  /// Where another part than that of a target says what its job is; empty if none does.
  static Optional<Path> another(Target target) throws IOException {
    return in(target.folder()).stream()
        .filter(part -> !part.equals(target.part()))
        .map(part -> part.folder(target.folder()))
        .filter(RunFile::isIn)
        .findFirst();
  }

  /// The folders of all parts.
  ///
  /// @throws BatchException if there are none, one is missing or not complete, or there are parts
  ///   of several numbers
  static List<Path> all(Path folder) throws IOException {
    List<Part> begun = in(folder);
    if (begun.isEmpty()) {
      throw new BatchException(BatchReason.NO_PARTS.of(folder));
    }
    int count = begun.getFirst().count();
    requireCount(folder, count);
    List<Path> all =
        IntStream.range(0, count).mapToObj(i -> new Part(i, count).folder(folder)).toList();
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (!isComplete(all.get(i))) {
        missing.add(i);
      }
    }
    if (!missing.isEmpty()) {
      throw new BatchException(
          BatchReason.MISSING_PARTS.of(folder, missing.size(), count, ranges(missing)));
    }
    return all;
  }

  private static boolean isComplete(Path part) throws IOException {
    return RunFile.isIn(part) && run(part).path("status").asText().equals("complete");
  }

  /// What a part says of its job and itself.
  static JsonNode run(Path part) throws IOException {
    return MAPPER.readTree(part.resolve(RunFile.NAME).toFile());
  }

  /// `2,5-7`, as Slurm's `--array` takes them.
  private static String ranges(List<Integer> ascending) {
    List<String> ranges = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= ascending.size(); i++) {
      if (i == ascending.size() || ascending.get(i) != ascending.get(i - 1) + 1) {
        int first = ascending.get(from);
        int last = ascending.get(i - 1);
        ranges.add(first == last ? "" + first : first + "-" + last);
        from = i;
      }
    }
    return String.join(",", ranges);
  }
}
