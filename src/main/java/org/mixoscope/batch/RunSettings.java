package org.mixoscope.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mixoscope.batch.BatchJob.Found;
import org.mixoscope.batch.JobFile.Kind;
import org.mixoscope.image.PictureWriter;

/// `run.json` of a folder of mixed texts or clips: what they were made of and how, so that nobody
/// goes on with other settings.
public final class RunSettings {
  private static final String NAME = "run.json";
  private static final JsonMapper MAPPER = new JsonMapper();

  /// What may differ from one run to the next: where the source lies and how it was found out what
  /// is in it, which is said besides, and the method in the form that can be read back.
  static final List<String> FREE = List.of("version", "path", "read", "mixed-by");

  /// What decides of how the labels of a table are read which classes each text has. All else that
  /// decides it is said besides: the column and the classes, as they were found.
  private static final List<String> READING = List.of("label_delimiter", "target");

  /// How large clips may be; what was written before it was said is gone on with.
  public static final String LIMIT = "max-megapixels";

  private RunSettings() {}

  /// What a job would find in a folder: a run of it as a part.
  ///
  /// @param source of the job
  /// @param now its settings
  /// @throws BatchException if the run that is there was begun with others
  public static Found look(Path folder, Path source, Settings now) throws IOException {
    Target target = new Target(folder);
    Found found = target.look(source, null);
    if (found == Found.PART) {
      requireSame(target.own().resolve(NAME), now.read());
    }
    return found;
  }

  /// Settings that take reading to be told.
  @FunctionalInterface
  public interface Settings {
    /// The settings; version and whereabouts may differ from one run to the next, nothing else.
    ObjectNode read() throws IOException;
  }

  /// Begins a folder, or finds that it was begun with the same settings.
  ///
  /// @param source of the job
  /// @param now the settings; version and whereabouts may differ, nothing else
  /// @throws BatchException if it may not be written to
  public static void enter(Target target, Path source, ObjectNode now, boolean resume)
      throws IOException {
    boolean begun = target.enter(source, null, resume);
    Path known = begun ? target.own().resolve(NAME) : target.ofAnotherPart().orElse(null);
    if (known != null) {
      requireSame(known, now);
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

  private static void requireSame(Path known, ObjectNode settings) throws IOException {
    Path folder = known.resolveSibling("");
    JsonNode before = MAPPER.readTree(known.toFile());
    // Read back: a small number is then of the same kind as in the file.
    JsonNode now = MAPPER.readTree(settings.toString());
    if (Kind.of(before) != Kind.of(now)) {
      throw Kind.of(before).isIn(folder);
    }
    if (before.has("read")) {
      for (String field : READING) {
        requireSame(
            folder, field.replace('_', '-'), before.at("/read/" + field), now.at("/read/" + field));
      }
    }
    for (String field : (Iterable<String>) now::fieldNames) {
      boolean isFree = FREE.contains(field) || (field.equals(LIMIT) && !before.has(LIMIT));
      if (!isFree) {
        requireSame(folder, field, before.path(field), now.path(field));
      }
    }
  }

  private static void requireSame(Path folder, String field, JsonNode before, JsonNode now)
      throws BatchException {
    if (!before.equals(now)) {
      throw new BatchException(
          BatchReason.OTHER_SETTING.of(
              folder, field, BatchReason.VALUES.of(value(before), value(now))),
          null);
    }
  }

  private static Object value(JsonNode node) {
    return node.isMissingNode() ? BatchReason.NO_VALUE.of() : node;
  }
}
