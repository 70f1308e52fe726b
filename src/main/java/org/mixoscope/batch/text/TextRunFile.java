package org.mixoscope.batch.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mixoscope.batch.BatchException;
import org.mixoscope.batch.BatchJob.Found;
import org.mixoscope.batch.JobFile.Kind;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.ReadAsJson;
import org.mixoscope.batch.RunSettings;
import org.mixoscope.batch.Target;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.dataset.labelled.TextTable;
import org.mixoscope.recipe.Fingerprint;

/// `run.json` of a folder of mixed texts: what they were made of and how, so that nobody goes on
/// with other settings, and so that it can be given back. Beside it are the classes, and the rows
/// that were left out.
///
/// @param source where the table is
/// @param as how its labels are read
/// @param version of this program
record TextRunFile(
    Path source, ReadAs as, TextTable table, TextJobSettings settings, String version) {
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

  /// The job as it is now.
  ObjectNode document() throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put(Kind.TEXTS.key(), TextJobDocument.VERSION).put("version", version);
    root.put("path", source.toAbsolutePath().toString());
    ReadAsJson.write(as, root.putObject("read"));
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
    TextJobDocument.write(settings, root);
    return root;
  }
}
