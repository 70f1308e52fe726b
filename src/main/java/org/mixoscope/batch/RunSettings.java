package org.mixoscope.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureWriter;

/// `run.json` of a folder of mixed texts or clips: what they were made of and how, so that nobody
/// goes on with other settings.
public final class RunSettings {
  private static final String NAME = "run.json";
  private static final JsonMapper MAPPER = new JsonMapper();

  private RunSettings() {}

  /// What a job would find in a folder. Whether a part that is there is of the same job is seen
  /// when it begins.
  ///
  /// @param source of the job
  /// @throws IOException if it cannot be read
  public static BatchJob.Found look(Path folder, Path source) throws IOException {
    return new Target(folder).look(source, null);
  }

  /// Begins a folder, or finds that it was begun with the same settings.
  ///
  /// @param source of the job
  /// @param now the settings; their version may differ, nothing else
  /// @throws BatchException if it may not be written to
  public static void enter(Target target, Path source, ObjectNode now, boolean resume)
      throws IOException {
    boolean begun = target.enter(source, null, resume);
    Path known = begun ? target.own().resolve(NAME) : target.ofAnotherPart().orElse(null);
    if (known != null) {
      // Read back: a small number is then of the same kind as in the file.
      requireSame(
          known.resolveSibling(""),
          MAPPER.readTree(known.toFile()),
          MAPPER.readTree(now.toString()));
    }
    if (!begun) {
      write(target, now);
    }
  }

  /// Writes it, all at once: a part that begins reads what others say.
  public static void write(Target target, ObjectNode contents) throws IOException {
    PictureWriter.writeBytes(
        (contents.toPrettyString() + "\n").getBytes(UTF_8), target.own().resolve(NAME));
  }

  private static void requireSame(Path folder, JsonNode before, JsonNode now)
      throws BatchException {
    for (String field : (Iterable<String>) now::fieldNames) {
      if (!field.equals("version") && !Objects.equals(before.get(field), now.get(field))) {
        throw new BatchException(
            BatchReason.OTHER_SETTING.of(
                folder, field, BatchReason.VALUES.of(value(before.get(field)), now.get(field))),
            null);
      }
    }
  }

  private static Object value(@Nullable JsonNode before) {
    return before == null ? BatchReason.NO_VALUE.of() : before;
  }
}
