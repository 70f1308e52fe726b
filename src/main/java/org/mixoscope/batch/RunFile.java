package org.mixoscope.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.labelled.Background;
import org.mixoscope.dataset.labelled.Census;
import org.mixoscope.dataset.labelled.Findings;
import org.mixoscope.image.PictureWriter;

/// `run.json`: what was made of what, by which version, and how many. Says nothing of when and
/// where to, so that the same job writes the same file, and the job can be run again from it.
final class RunFile {
  static final String NAME = "run.json";
  private static final String PIXELS = "pixels";
  private static final String UNDERSTOOD = "understood";

  private static final JsonMapper MAPPER = new JsonMapper();

  private final Path file;
  private final JobDocument job;
  private final Findings findings;
  private final @Nullable Background background;
  private final Optional<Census> census;
  private final String version;

  /// @param folder that is written into
  /// @param findings what was understood of the data set
  /// @param background what else is mixed; null for nothing
  /// @param census what decided the channels, if it did
  /// @param version of this program
  RunFile(
      Path folder,
      JobDocument job,
      Findings findings,
      @Nullable Background background,
      Optional<Census> census,
      String version) {
    file = folder.resolve(NAME);
    this.job = job;
    this.findings = findings;
    this.background = background;
    this.census = census;
    this.version = version;
  }

  /// Whether a folder holds one.
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(NAME));
  }

  /// How the run that the folder holds ended; none if it has to go on.
  ///
  /// @throws BatchException if it cannot be read, or has other settings or another data set
  Optional<Progress> requireSame() throws IOException {
    return requireSame(false);
  }

  /// The same, where pictures that could not be read are tried again: these may be larger now than
  /// was allowed then, and of another kind than all others.
  Optional<Progress> requireSameButForErrors() throws IOException {
    return requireSame(true);
  }

  private Optional<Progress> requireSame(boolean butForErrors) throws IOException {
    JobDocument begun = JobDocument.read(file);
    ObjectNode before = comparable(begun);
    ObjectNode now = comparable(job);
    if (butForErrors && job.settings().maxMegapixels() > begun.settings().maxMegapixels()) {
      before.withObjectProperty("settings").remove(SettingsJson.MAX_MEGAPIXELS);
      now.withObjectProperty("settings").remove(SettingsJson.MAX_MEGAPIXELS);
    }
    requireSame(before.path(JobJson.VERSION_KEY), now.path(JobJson.VERSION_KEY), _ -> "edition");
    requireSame(before.path("settings"), now.path("settings"), path -> path);
    requireSame(before.path("source"), now.path("source"), BatchReason.IN_DATA_SET::of);
    JsonNode run = tree();
    if (!butForErrors) {
      requireSame(run.path(PIXELS), contents("running").path(PIXELS), BatchReason.IN_DATA_SET::of);
    }
    if (!run.path("status").asText().equals("complete")) {
      return Optional.empty();
    }
    return Optional.of(end(run));
  }

  /// How a run ended that is complete.
  ///
  /// @param run what its file says
  static Progress end(JsonNode run) {
    int total = run.at("/counts/samples").asInt();
    int skipped = run.at("/counts/skipped").asInt();
    ObjectCounts objects = counts(run.at("/counts/objects"));
    return new Progress(total, total, skipped, total, Duration.ZERO, objects);
  }

  private static ObjectCounts counts(JsonNode node) {
    return new ObjectCounts(
        node.path("shown").asLong(),
        node.path("kept").asLong(),
        node.path("ignored").asLong(),
        node.path("left_out").asLong(),
        node.path("gone").asLong(),
        node.path("unlabelled_samples").asLong());
  }

  /// Whether samples have as many channels as those of the run that the folder holds, as far as
  /// pictures decide that.
  boolean hasSameChannels() throws IOException {
    return tree().at("/pixels/channels").equals(contents("running").at("/pixels/channels"));
  }

  private JsonNode tree() throws IOException {
    return MAPPER.readTree(Files.readAllBytes(file));
  }

  /// Without what may change from one run to the next: where the data set and the background lie,
  /// and what is done where a picture cannot be read.
  private static ObjectNode comparable(JobDocument job) {
    ObjectNode tree = JobJson.tree(job);
    tree.withObjectProperty("source").remove("path");
    ObjectNode settings = tree.withObjectProperty("settings");
    settings.remove("strict");
    if (settings.get(SettingsJson.BACKGROUND) instanceof ObjectNode background) {
      background.remove("path");
    }
    return tree;
  }

  /// @param name what is said of the path of a field
  private void requireSame(JsonNode before, JsonNode now, Function<String, Object> name)
      throws BatchException {
    Difference difference = Difference.between(before, now);
    if (difference != null) {
      throw new BatchException(
          BatchReason.OTHER_SETTING.of(
              file.getParent(), name.apply(difference.path()), difference.values()));
    }
  }

  /// The job begins.
  void write() throws IOException {
    write(contents("running"));
  }

  /// The job is done.
  void complete(Progress progress) throws IOException {
    ObjectNode contents = contents("complete");
    count(progress, contents);
    write(contents);
  }

  /// Says how many samples there are in the end.
  static void count(Progress progress, ObjectNode contents) {
    ObjectNode counts = contents.putObject("counts");
    counts
        .put("samples", progress.total())
        .put("written", progress.written())
        .put("skipped", progress.skipped());
    if (progress.objects().isSomething()) {
      counts.set("objects", progress.objects().tree());
    }
  }

  private ObjectNode contents(String status) {
    ObjectNode tree = JobJson.tree(job);
    ObjectNode contents = MAPPER.createObjectNode();
    contents.set(JobJson.VERSION_KEY, tree.get(JobJson.VERSION_KEY));
    contents.put("status", status);
    contents
        .putObject("versions")
        .put("mixoscope", version)
        .put("java", System.getProperty("java.version"));
    contents.setAll(tree);
    ObjectNode understood = UnderstoodJson.findings(findings);
    UnderstoodJson.put(background, understood);
    contents.set(UNDERSTOOD, understood);
    census.ifPresent(pictures -> describe(pictures, contents.putObject(PIXELS)));
    return contents;
  }

  /// What all samples have, and why.
  private static void describe(Census census, ObjectNode pixels) {
    pixels.put("channels", census.channels());
    pixels.put("grey", census.grey()).put("colour", census.colour());
    pixels.put("sixteen_bit", census.sixteenBit());
  }

  private void write(ObjectNode contents) throws IOException {
    write(contents, file.resolveSibling(""));
  }

  static void write(ObjectNode contents, Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    PictureWriter.writeBytes((contents.toPrettyString() + "\n").getBytes(UTF_8), file);
  }
}
