package org.mixoscope.batch.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.mixoscope.batch.BatchException;
import org.mixoscope.batch.BatchJob.Found;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.RunSettings;
import org.mixoscope.batch.Target;
import org.mixoscope.dataset.labelled.TextTable;
import org.mixoscope.recipe.Fingerprint;
import org.mixoscope.text.SentenceMix;

/// `run.json` of a folder of mixed texts: what they were made of and how, so that nobody goes on
/// with other settings. Beside it are the classes, and the rows that were left out.
///
/// @param source where the table is
/// @param version of this program
record TextRunFile(Path source, TextTable table, TextJobSettings settings, String version) {
  /// What there is in a folder.
  ///
  /// @throws BatchException if it is a run with other settings
  Found look(Path folder) throws IOException {
    return RunSettings.look(folder, source, this::document);
  }

  /// Begins a folder, or finds that it was begun with the same settings.
  ///
  /// @throws BatchException if it may not be written to
  void enter(Target target, boolean resume) throws IOException {
    Path folder = target.own();
    RunSettings.enter(target, source, document(), resume);
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
    RunSettings.write(target, run);
  }

  private String line(TextTable.LeftOut one) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("source", source.getFileName() + "#" + one.row())
        .put("error", one.reason().text())
        .toString();
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
