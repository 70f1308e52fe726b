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
import org.mixoscope.batch.BatchReason;
import org.mixoscope.clip.ClipFolder;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Objection;
import org.mixoscope.recipe.code.CommandWords;

/// What only the command line mixes as a whole: folders of clips and tables of texts. Looked for
/// where there are no pictures to be found, so that nobody takes them for broken.
final class OtherSources {
  /// What columns of texts are called.
  private static final List<String> COLUMNS =
      List.of("text", "sentence", "review", "content", "document", "body", "question", "comment");

  /// What those of pictures are called, beside which texts are captions.
  private static final List<String> PICTURES =
      List.of("file_name", "filename", "file", "path", "image", "img", "picture");

  private static final int MOST_OF_A_LINE = 1 << 16;

  private OtherSources() {}

  /// What it is and which command line mixes it; null if it is none of these.
  ///
  /// @throws IOException if it cannot be read
  static @Nullable Objection of(Path source) throws IOException {
    if (Files.isDirectory(source)) {
      ClipReader reader =
          new ClipReader(new SourceReader(new PictureReader()), ClipReader.USUAL_RATE);
      ClipFolder folder = ClipFolder.open(source, reader);
      return folder.clips().stream()
              .noneMatch(clip -> Files.isRegularFile(Path.of(clip.location())))
          ? null // folders of frames are pictures, with whatever is wrong about them
          : BatchReason.OF_CLIPS.of(
              source,
              folder.clips().size(),
              command(source).add("--clips", folder.hasOnlyVolumes() ? "nii.gz" : "mp4").line());
    }
    List<String> names = columns(source);
    if (names.stream().anyMatch(name -> PICTURES.contains(name.toLowerCase(Locale.ROOT)))) {
      return null;
    }
    for (String name : names) {
      if (COLUMNS.contains(name.toLowerCase(Locale.ROOT))) {
        return BatchReason.OF_TEXTS.of(
            source, name, command(source).add("--text-column", name).line());
      }
    }
    return null;
  }

  private static CommandWords command(Path source) {
    return new CommandWords("mixoscope", "batch", source.toString(), "mixed");
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
