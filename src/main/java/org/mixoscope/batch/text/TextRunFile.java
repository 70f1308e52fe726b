package org.mixoscope.batch.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.BatchException;
import org.mixoscope.batch.BatchReason;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.Target;
import org.mixoscope.dataset.labelled.TextTable;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.recipe.Fingerprint;
import org.mixoscope.text.SentenceMix;

/// `run.json` of a folder of mixed texts: what they were made of and how, so that nobody goes on
/// with other settings. Beside it are the classes, and the rows that were left out.
///
/// @param source where the table is
/// @param version of this program
record TextRunFile(Path source, TextTable table, TextJobSettings settings, String version) {
  private static final String NAME = "run.json";
  private static final JsonMapper MAPPER = new JsonMapper();

  /// Begins a folder, or finds that it was begun with the same settings.
  ///
  /// @throws BatchException if it may not be written to
  void enter(Target target, boolean resume) throws IOException {
    boolean begun = target.enter(source, null, resume);
    Path folder = target.own();
    Path run = folder.resolve(NAME);
    ObjectNode now = document();
    Path known = begun ? run : target.ofAnotherPart().orElse(null);
    if (known != null) {
      // Read back: a small number is then of the same kind as in the file.
      requireSame(
          known.resolveSibling(""),
          MAPPER.readTree(known.toFile()),
          MAPPER.readTree(now.toString()));
    }
    if (!begun) {
      write(now, run);
    }
    target.writeClasses(table.classes());
    if (!table.leftOut().isEmpty()) {
      Files.write(
          folder.resolve("errors.jsonl"), table.leftOut().stream().map(this::line).toList());
    }
  }

  /// A part is there: in the end it says so itself, since what it wrote lies among that of others.
  void complete(Target target, Progress end) throws IOException {
    ObjectNode run = document().put("status", "complete");
    run.putObject("counts").put("samples", end.total()).put("skipped", end.skipped());
    write(run, target.own().resolve(NAME));
  }

  /// All at once: a part that begins reads what others say.
  private static void write(ObjectNode contents, Path file) throws IOException {
    PictureWriter.writeBytes((contents.toPrettyString() + "\n").getBytes(UTF_8), file);
  }

  private String line(TextTable.LeftOut one) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("source", source.getFileName() + "#" + one.row())
        .put("error", one.reason().text())
        .toString();
  }

  /// The version of the program may differ, nothing else.
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

  private ObjectNode document() throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("mixoscope-texts", 1).put("version", version);
    try (InputStream stream = Files.newInputStream(source)) {
      Fingerprint contents = Fingerprint.of(stream);
      root.putObject("source")
          .put("name", String.valueOf(source.getFileName()))
          .put("bytes", contents.bytes())
          .put("sha256", contents.sha256());
    }
    root.put("text-column", table.textColumn()).put("label-column", table.labelColumn());
    root.put("texts", table.size()).put("left-out", table.leftOut().size());
    table.classes().forEach(root.putArray("classes")::add);
    ObjectNode method = root.putObject("method");
    method.put("type", settings.method().type().id()).put("alpha", settings.method().alpha());
    if (settings.method() instanceof SentenceMix sentences) {
      method.put("pieces", sentences.pieces());
    }
    root.put("sources", settings.sources()).put("probability", settings.probability());
    root.put("copies", settings.copies()).put("keep-originals", settings.keepOriginals());
    root.put("smoothing", settings.smoothing()).put("seed", settings.seed());
    return root.put("format", settings.format().name().toLowerCase(Locale.ROOT));
  }
}
