package org.mixoscope.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mixoscope.batch.output.PartFiles;
import org.mixoscope.batch.output.TextOutput;
import org.mixoscope.image.PictureReader;

/// Puts the parts of a job together: what they wrote stays, and what only the whole has is made of
/// what each of them kept. In the end the folder is as if one run had written it. Needs no data
/// set; ended by force, it can be done again.
public final class Merge {
  private Merge() {}

  /// Puts them together; nothing is done where that was done before.
  ///
  /// @return the whole, with all samples done before
  /// @throws BatchException if parts are missing, or not all of the same job
  public static Progress of(Path folder) throws IOException {
    if (RunFile.isIn(folder)) {
      JsonNode run = Parts.run(folder);
      // What is there beside parts was written by a merge that was ended before they were deleted.
      if (!Parts.areIn(folder) && !run.path("status").asText().equals("complete")) {
        throw new BatchException(BatchReason.HOLDS_ALL.of(folder));
      }
      Journal.deleteFolder(folder.resolve(Part.PARTS));
      return RunFile.end(run);
    }
    List<Path> parts = Parts.all(folder);
    List<JsonNode> runs = new ArrayList<>();
    for (Path part : parts) {
      runs.add(Parts.run(part));
      requireSame(parts.getFirst(), runs.getFirst(), part, runs.getLast());
    }
    Target target = new Target(folder);
    try (Journal _ = Journal.open(folder)) {
      Progress all = runs.stream().map(RunFile::end).reduce(Merge::sum).orElseThrow();
      ObjectNode run = runs.getFirst().deepCopy();
      switch (JobFile.Kind.of(run)) {
        case TEXTS -> mergeTexts(run, parts, folder);
        case CLIPS -> {
          run.remove(List.of("status", "counts"));
          PartFiles.joinClips(parts, folder);
        }
        case PICTURES -> {
          JobDocument job = JobDocument.read(parts.getFirst().resolve(RunFile.NAME));
          List<String> classes = job.source() == null ? List.of() : classes(job.source());
          PartFiles.join(job.settings().output(), classes, parts, folder);
          ErrorFile.join(parts, folder);
          RunFile.count(all, run);
        }
      }
      Files.copy(
          parts.getFirst().resolve(Target.CLASSES),
          folder.resolve(Target.CLASSES),
          StandardCopyOption.REPLACE_EXISTING);
      RunFile.write(run, folder);
      target.tidy();
      Journal.deleteFolder(folder.resolve(Part.PARTS));
      return all;
    } catch (BatchException e) {
      throw e;
    } catch (IOException e) {
      throw target.explained(e);
    }
  }

  private static List<String> classes(JobSource source) {
    JobSource.Contents contents = source.contents();
    return contents == null ? List.of() : contents.classes();
  }

  private static void mergeTexts(ObjectNode run, List<Path> parts, Path folder) throws IOException {
    run.remove(List.of("status", "counts"));
    TextOutput.join(
        TextOutput.Format.valueOf(run.path("format").asText().toUpperCase(Locale.ROOT)),
        parts,
        folder);
    Path errors = parts.getFirst().resolve(ErrorFile.NAME);
    if (Files.exists(errors)) { // of the table, the same in all parts
      Files.copy(errors, folder.resolve(ErrorFile.NAME), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Progress sum(Progress a, Progress b) {
    return new Progress(
        a.total() + b.total(),
        a.done() + b.done(),
        a.skipped() + b.skipped(),
        a.before() + b.before(),
        Duration.ZERO,
        a.objects().plus(b.objects()));
  }

  private static void requireSame(Path first, JsonNode firstRun, Path part, JsonNode run)
      throws BatchException {
    Difference difference = Difference.between(comparable(firstRun), comparable(run));
    if (difference != null) {
      throw new BatchException(
          BatchReason.OTHER_JOB.of(part, first, difference.path(), difference.values()));
    }
  }

  /// Without what may differ from one machine to the next.
  private static ObjectNode comparable(JsonNode run) {
    ObjectNode tree = run.deepCopy();
    tree.remove(List.of("status", "versions", "counts"));
    tree.remove(RunSettings.FREE);
    if (tree.path(RunSettings.LIMIT).asInt() == PictureReader.DEFAULT_MAX_MEGAPIXELS) {
      tree.remove(RunSettings.LIMIT); // which was not said at first
    }
    if (tree.get("source") instanceof ObjectNode source) {
      source.remove("path");
    }
    if (tree.get("settings") instanceof ObjectNode settings) {
      settings.remove("strict");
      if (settings.get(SettingsJson.BACKGROUND) instanceof ObjectNode background) {
        background.remove("path");
      }
    }
    return tree;
  }
}
