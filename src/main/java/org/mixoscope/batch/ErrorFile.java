package org.mixoscope.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.mixoscope.batch.output.AppendFile;
import org.mixoscope.batch.sample.Made.Skipped;

/// `errors.jsonl`: a line for every picture that cannot be read.
final class ErrorFile implements Closeable {
  private static final JsonMapper MAPPER = new JsonMapper();

  private static final String NAME = "errors.jsonl";

  private final AppendFile file;

  ErrorFile(Path folder, long length) throws IOException {
    file = new AppendFile(folder.resolve(NAME), length);
  }

  static void deleteIfEmpty(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (Files.exists(file) && Files.size(file) == 0) {
      Files.delete(file);
    }
  }

  void add(Skipped skipped) throws IOException {
    String line =
        MAPPER
                .createObjectNode()
                .put("source", skipped.name())
                .put("reason", skipped.problem().kind().name().toLowerCase(Locale.ROOT))
                .put("error", skipped.problem().getMessage())
            + "\n";
    file.append(line.getBytes(UTF_8));
  }

  long length() {
    return file.length();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
