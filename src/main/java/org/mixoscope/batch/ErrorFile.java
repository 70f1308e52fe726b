package org.mixoscope.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.mixoscope.batch.output.AppendFile;
import org.mixoscope.batch.sample.Made.Missed;

/// `errors.jsonl`: a line for every picture that cannot be read, in the order in which samples had
/// to do without them.
final class ErrorFile implements Closeable {
  private static final JsonMapper MAPPER = new JsonMapper();

  static final String NAME = "errors.jsonl";

  private final AppendFile file;
  private final Edition edition;
  private final Set<String> named;

  /// What a line says.
  ///
  /// @param source the name of the picture
  /// @param sample the first that had to do without it; 0 if the line does not say
  /// @param end of the line, in bytes from the beginning of the file
  record Line(String source, int sample, long end) {}

  ErrorFile(Path folder, long length, Edition edition) throws IOException {
    this.edition = edition;
    named = lines(folder, length).stream().map(Line::source).collect(Collectors.toSet());
    file = new AppendFile(folder.resolve(NAME), length);
  }

  /// The lines within a length.
  static List<Line> lines(Path folder, long length) throws IOException {
    Path file = folder.resolve(NAME);
    List<Line> lines = new ArrayList<>();
    if (length == 0 || !Files.exists(file)) {
      return lines;
    }
    long end = 0;
    for (String text : new String(Files.readAllBytes(file), UTF_8).split("(?<=\n)", 0)) {
      end += text.getBytes(UTF_8).length;
      if (end <= length) {
        JsonNode line = MAPPER.readTree(text);
        lines.add(new Line(line.path("source").asText(), line.path("sample").asInt(), end));
      }
    }
    return lines;
  }

  /// The lines of several parts as if one run had written them: each picture once.
  static void join(List<Path> parts, Path folder) throws IOException {
    Set<String> named = new HashSet<>();
    try (AppendFile all = new AppendFile(folder.resolve(NAME), 0)) {
      for (Path part : parts) {
        Path file = part.resolve(NAME);
        for (String text : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
          if (named.add(MAPPER.readTree(text).path("source").asText())) {
            all.append((text + "\n").getBytes(UTF_8));
          }
        }
      }
    }
  }

  static void deleteIfEmpty(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (Files.exists(file) && Files.size(file) == 0) {
      Files.delete(file);
    }
  }

  /// Adds a picture, unless it is named already.
  ///
  /// @param sample that has to do without it
  void add(long sample, Missed picture) throws IOException {
    if (named.add(picture.name())) {
      file.append((line(sample, picture, edition) + "\n").getBytes(UTF_8));
    }
  }

  /// What is said of a picture, without the end of the line.
  static String line(long sample, Missed picture, Edition edition) {
    ObjectNode line = MAPPER.createObjectNode();
    line.put("source", picture.name())
        .put("reason", picture.problem().kind().name().toLowerCase(Locale.ROOT))
        .put("error", picture.problem().getMessage());
    if (edition.namesAllThatIsMissed()) {
      line.put("sample", sample);
    }
    return line.toString();
  }

  long length() {
    return file.length();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
