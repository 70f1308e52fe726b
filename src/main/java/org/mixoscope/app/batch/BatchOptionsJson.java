package org.mixoscope.app.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.mixoscope.batch.JobDocument;
import org.mixoscope.batch.JobJson;
import org.mixoscope.batch.JobSource;
import org.mixoscope.recipe.Fields;
import org.mixoscope.recipe.Recipe;

/// What is chosen on the Batch screen, as JSON: the job as it stands, and what the screen knows
/// besides.
final class BatchOptionsJson {
  private static final String JOB = "job";
  private static final String TARGET = "target";
  private static final String POLICY = "policy";

  private BatchOptionsJson() {}

  /// @param recipe of Explore, which decides what the screen leaves to it
  static ObjectNode tree(BatchOptions options, Recipe recipe) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    Path source = options.source();
    node.set(
        JOB,
        JobJson.tree(
            new JobDocument(
                source == null ? null : new JobSource(source, options.as(), null),
                options.settings(recipe))));
    if (options.target() != null) {
      node.put(TARGET, options.target().toString());
    }
    Making making = options.making();
    if (!(making.policy() instanceof PolicyChoice.Given)) {
      node.put(POLICY, making.policy().id());
    }
    options.others().write(node);
    node.put("usual-smoothing", making.smoothing() == null);
    return node.put("threads", options.threads());
  }

  /// Reads what [#tree] made, or 0.1.0.
  ///
  /// @throws IllegalArgumentException if a value makes no sense
  static BatchOptions read(JsonNode node) {
    return node.has(JOB) ? read(Fields.of(node), node.path(JOB)) : OldBatchOptionsJson.read(node);
  }

  private static BatchOptions read(Fields fields, JsonNode job) {
    JobDocument left = JobJson.read(job);
    PolicyChoice policy =
        fields.has(POLICY)
            ? PolicyChoice.of(fields.text(POLICY))
            : new PolicyChoice.Given(left.settings().samples().policy());
    BatchOptions options =
        BatchOptions.USUAL
            .like(left, policy)
            .to(fields.has(TARGET) ? fields.parsed(TARGET, Path::of) : null)
            .with(OtherMaking.read(fields))
            .withThreads(fields.side("threads"));
    return fields.bool("usual-smoothing")
        ? options.with(options.making().withSmoothing(null))
        : options;
  }
}
