package org.mixoscope.lab.classifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.RefusedException;

/// What the classes of a network are called.
///
/// @param names one for each class; their numbers where nothing says more
/// @param from where they are from: the file of the network, another one; null for numbers
/// @param unused why a file beside the network was not used; null if none was there or it was
public record ClassNames(List<String> names, @Nullable Path from, @Nullable Objection unused) {
  /// What files beside a network are called that name its classes.
  private static final List<String> BESIDE =
      List.of("labels.txt", "classes.txt", "labels.json", "classes.json");

  private static final List<String> KEYS = List.of("classes", "names", "labels", "class_names");

  /// As Python prints dictionaries, too.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .build();

  /// Keeps a copy.
  public ClassNames {
    names = List.copyOf(names);
  }

  /// The names that are chosen; else those in the file of the network, of a file beside it, or
  /// numbers.
  ///
  /// @param network the file
  /// @param chosen a file with names; null for none
  /// @throws RefusedException if what is chosen cannot be read, or has not as many names
  static ClassNames of(
      Path network, Map<String, String> metadata, @Nullable Path chosen, int classes) {
    if (chosen != null) {
      return new ClassNames(read(chosen, classes), chosen, null);
    }
    Optional<List<String>> own =
        KEYS.stream()
            .flatMap(key -> Stream.ofNullable(metadata.get(key)))
            .map(ClassNames::parsed)
            .filter(names -> names.size() == classes)
            .findFirst();
    if (own.isPresent()) {
      return new ClassNames(own.get(), network, null);
    }
    Optional<Path> beside =
        BESIDE.stream().map(network::resolveSibling).filter(Files::isRegularFile).findFirst();
    List<String> numbers = IntStream.range(0, classes).mapToObj(String::valueOf).toList();
    if (beside.isEmpty()) {
      return new ClassNames(numbers, null, null);
    }
    try {
      return new ClassNames(read(beside.get(), classes), beside.get(), null);
    } catch (RefusedException e) {
      return new ClassNames(numbers, null, e.objection());
    }
  }

  private static List<String> read(Path file, int classes) {
    List<String> names;
    try {
      names = parsed(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new RefusedException(
          Files.exists(file)
              ? ClassifierReason.UNREADABLE.of(file, Objects.toString(e.getMessage()))
              : ClassifierReason.MISSING.of(file));
    }
    if (names.isEmpty()) {
      throw new RefusedException(ClassifierReason.NO_NAMES.of(file));
    }
    if (names.size() != classes) {
      throw new RefusedException(ClassifierReason.OTHER_COUNT.of(file, names.size(), classes));
    }
    return names;
  }

  /// Names in a JSON list or object, one a line, or between commas.
  private static List<String> parsed(String text) {
    String stripped = text.strip();
    if (stripped.startsWith("{") || stripped.startsWith("[")) {
      try {
        return listed(JSON.readTree(stripped));
      } catch (JsonProcessingException _) {
        return List.of(); // which is said
      }
    }
    String[] parts = stripped.split(stripped.contains("\n") ? "\\R" : "\\s*,\\s*", -1);
    return Arrays.stream(parts).map(String::strip).filter(name -> !name.isEmpty()).toList();
  }

  /// `["cat", "dog"]`, `{"0": "cat"}`, `{"0": ["n02123045", "cat"]}`, `{"id2label": {…}}`.
  private static List<String> listed(JsonNode json) {
    if (json.isArray()) {
      return json.valueStream().map(ClassNames::name).toList();
    }
    if (json.has("id2label")) {
      return listed(json.get("id2label"));
    }
    Map<Integer, String> byIndex = new TreeMap<>();
    json.properties()
        .forEach(
            entry -> {
              if (entry.getKey().matches("\\d{1,6}")) {
                byIndex.put(Integer.valueOf(entry.getKey()), name(entry.getValue()));
              }
            });
    boolean all = byIndex.keySet().stream().mapToInt(i -> i).max().orElse(-1) + 1 == byIndex.size();
    return all ? List.copyOf(byIndex.values()) : List.of();
  }

  private static String name(JsonNode json) {
    return json.isArray() && !json.isEmpty() ? json.get(json.size() - 1).asText() : json.asText();
  }

  /// The class that a name means, whatever its case, underscores or synonyms after a comma.
  public static OptionalInt find(String name, List<String> classes) {
    String wanted = plain(name);
    return IntStream.range(0, classes.size())
        .filter(
            c ->
                plain(classes.get(c)).equals(wanted)
                    || Arrays.stream(classes.get(c).split(",", -1))
                        .anyMatch(one -> plain(one).equals(wanted)))
        .findFirst();
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
  }
}
