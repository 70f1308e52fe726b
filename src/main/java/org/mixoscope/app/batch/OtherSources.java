package org.mixoscope.app.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.labelled.ReadAs;

/// Folders of clips and tables of texts. Looked for where there are no pictures to be found, so
/// that nobody takes them for broken.
final class OtherSources {
  /// What columns of texts are called.
  private static final List<String> COLUMNS =
      List.of("text", "sentence", "review", "content", "document", "body", "question", "comment");

  /// What those of pictures are called, beside which texts are captions.
  private static final List<String> PICTURES =
      List.of("file_name", "filename", "file", "path", "image", "img", "picture");

  private static final int MOST_OF_A_LINE = 1 << 16;

  private OtherSources() {}

  /// What it is; null if it is none of these.
  ///
  /// @param as how labels are read
  /// @throws IOException if it is a table of texts that cannot be read
  static @Nullable Other of(Path source, ReadAs as) throws IOException {
    if (Files.isDirectory(source)) {
      return clips(source);
    }
    String column = column(source);
    return column == null ? null : Other.Texts.open(source, column, as);
  }

  /// Folders of frames alone are pictures, with whatever is wrong about them.
  private static Other.@Nullable Clips clips(Path source) {
    try {
      Other.Clips clips = Other.Clips.open(source);
      return clips.folder().clips().stream()
              .anyMatch(clip -> Files.isRegularFile(Path.of(clip.location())))
          ? clips
          : null;
    } catch (IOException _) {
      return null; // why there are no pictures says more
    }
  }

  /// The column that has texts; null if none does.
  private static @Nullable String column(Path source) {
    List<String> names;
    try {
      names = columns(source);
    } catch (IOException _) {
      return null; // why there are no pictures says more
    }
    return names.stream().anyMatch(name -> PICTURES.contains(name.toLowerCase(Locale.ROOT)))
        ? null
        : names.stream()
            .filter(name -> COLUMNS.contains(name.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElse(null);
  }

  /// The names in the first line of a table; none of other files.
  private static List<String> columns(Path file) throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    boolean lines = name.endsWith(".jsonl");
    if (!lines && !name.endsWith(".csv") && !name.endsWith(".tsv")) {
      return List.of();
    }
    String first = first(file);
    if (!lines) {
      return List.of(first.replace("\"", "").split(name.endsWith(".tsv") ? "\t" : ",", -1));
    }
    List<String> names = new ArrayList<>();
    JsonNode object = new JsonMapper().readTree(first);
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /// The first line, as far as it may be one.
  private static String first(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      char[] start = new char[MOST_OF_A_LINE];
      int length = Math.max(0, reader.read(start));
      return new String(start, 0, length).lines().findFirst().orElse("").strip();
    }
  }
}
