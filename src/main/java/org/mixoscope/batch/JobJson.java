package org.mixoscope.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.JobSource.Contents;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.recipe.Fields;
import org.mixoscope.recipe.RecipeReason;

/// A job as JSON, written and read field by field like a recipe.
public final class JobJson {
  /// Has the number of the edition.
  static final String VERSION_KEY = "mixoscope-job";

  /// What `run.json` says besides, of the run and not of the job.
  private static final List<String> OF_THE_RUN =
      List.of("status", "versions", "understood", "pixels", "counts");

  private static final JsonMapper MAPPER = new JsonMapper();

  private JobJson() {}

  /// A job as a tree.
  public static ObjectNode tree(JobDocument job) {
    ObjectNode root = MAPPER.createObjectNode().put(VERSION_KEY, job.settings().edition().number());
    JobSource source = job.source();
    if (source != null) {
      root.set("source", tree(source));
    }
    SettingsJson.write(job.settings(), root.putObject("settings"));
    return root;
  }

  static ObjectNode tree(JobSource source) {
    ObjectNode node = MAPPER.createObjectNode().put("path", source.path().toString());
    if (!source.as().equals(ReadAs.USUAL)) {
      ReadAsJson.write(source.as(), node.putObject("read"));
    }
    Contents contents = source.contents();
    if (contents != null) {
      node.put("kind", contents.kind())
          .put("pictures", contents.pictures())
          .put("sha256", contents.sha256());
      contents.classes().forEach(node.putArray("classes")::add);
    }
    return node;
  }

  /// The job that a tree describes; what `run.json` says of its run has no say.
  ///
  /// @throws IllegalArgumentException if it is of another version, or a field is missing, wrong or
  ///   unknown; the message names the field by its path
  public static JobDocument read(JsonNode root) {
    Fields fields = Fields.of(root);
    long version = fields.integer(VERSION_KEY);
    Edition edition =
        Edition.numbered(version)
            .orElseThrow(
                () ->
                    new RefusedException(
                        RecipeReason.UNKNOWN_VERSION.of(version, Edition.PRESENT.number())));
    return fields.make(job -> readJob(edition, job));
  }

  private static JobDocument readJob(Edition edition, Fields fields) {
    OF_THE_RUN.forEach(fields::has);
    return new JobDocument(
        fields.has("source") ? fields.object("source").make(JobJson::readSource) : null,
        fields.object("settings").make(settings -> SettingsJson.read(edition, settings)));
  }

  private static JobSource readSource(Fields fields) {
    return new JobSource(
        fields.parsed("path", Path::of),
        fields.has("read") ? fields.object("read").make(ReadAsJson::read) : ReadAs.USUAL,
        readContents(fields));
  }

  private static @Nullable Contents readContents(Fields fields) {
    return Stream.of("kind", "pictures", "sha256", "classes").anyMatch(fields::has)
        ? new Contents(
            fields.text("kind"),
            fields.side("pictures"),
            fields.text("sha256"),
            fields.texts("classes"))
        : null;
  }
}
