package org.mixoscope.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.dataset.labelled.Census;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.batch.Policy.Choice;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.kernel.method.Settings;

/// `run.json`: what was made of what, by which version, and how many. Says nothing of when and
/// where to, so that the same job writes the same file.
final class RunFile {
  private static final String NAME = "run.json";

  /// Of the values in a message, in characters.
  private static final int LONGEST = 80;

  /// Bits of a value in all samples.
  private static final int DEPTH = 8;

  private static final JsonMapper MAPPER = new JsonMapper();

  private final Path file;
  private final ObjectNode contents;

  /// @param folder that is written into
  /// @param source as the user named it
  /// @param census what decided the channels, if it did
  /// @param version of this program
  RunFile(
      Path folder,
      Path source,
      DataSet data,
      JobSettings settings,
      Optional<Census> census,
      String version) {
    file = folder.resolve(NAME);
    contents = MAPPER.createObjectNode();
    contents.put("status", "running");
    contents
        .putObject("versions")
        .put("mixoscope", version)
        .put("java", System.getProperty("java.version"));
    ObjectNode from = contents.putObject("source");
    from.put("path", source.toString()).put("kind", data.kind()).put("pictures", data.size());
    from.put("sha256", digest(data));
    data.classes().forEach(from.putArray("classes")::add);
    ObjectNode all = contents.putObject("settings");
    describe(settings.samples(), all);
    describe(settings.output(), all);
    census.ifPresent(pictures -> describe(pictures, contents.putObject("pixels")));
  }

  /// What all samples have, and why.
  private static void describe(Census census, ObjectNode pixels) {
    pixels.put("channels", census.channels());
    pixels.put("grey", census.grey()).put("colour", census.colour());
    pixels.put("sixteen_bit", census.sixteenBit());
  }

  private static void describe(SampleSettings settings, ObjectNode all) {
    ArrayNode choices = all.putArray("policy");
    for (Choice choice : settings.policy().choices()) {
      ObjectNode node = choices.addObject();
      Method method = choice.drawing().method();
      node.put("method", method.type().id());
      for (Parameter<?> parameter : method.type().parameters()) {
        put(node, parameter, method.settings());
      }
      node.put("sources", choice.sources()).put("weight", choice.weight());
      node.put("drawn", choice.drawing().toString());
    }
    all.put("probability", settings.policy().probability());
    all.put("pairing", settings.partners().id());
    all.put("blending", settings.blending().name().toLowerCase(Locale.ROOT));
    all.put("mask", settings.mask());
    Frame frame = settings.frame();
    all.put("size", frame == null ? null : frame.width() + "x" + frame.height());
    all.put("fit", settings.fit().name().toLowerCase(Locale.ROOT));
    all.put("channels", settings.channels().id()).put("depth", DEPTH);
    all.put("smoothing", settings.smoothing());
    all.put("copies", settings.copies());
    all.put("keep_originals", settings.keepOriginals());
    all.put("seed", settings.seed());
  }

  private static void describe(OutputSettings settings, ObjectNode all) {
    all.put("format", settings.format().id());
    all.put("image", settings.encoding().id());
    all.put("recipes", settings.recipes());
  }

  private static <T> void put(ObjectNode node, Parameter<T> parameter, Settings settings) {
    T value = settings.get(parameter);
    node.set(
        parameter.id(),
        value instanceof Enum
            ? MAPPER.getNodeFactory().textNode(parameter.format(value))
            : MAPPER.valueToTree(value));
  }

  /// Of all names and classes, so that a data set that was changed is noticed.
  private static String digest(DataSet data) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int i = 0; i < data.size(); i++) {
        digest.update((data.name(i) + "\n" + data.classOf(i) + "\n").getBytes(UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Whether a folder holds one.
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(NAME));
  }

  /// How the run that the folder holds ended; none if it has to go on.
  ///
  /// @throws BatchException if it has other settings or another data set
  Optional<Progress> requireSame() throws IOException {
    JsonNode before = MAPPER.readTree(file.toFile());
    if (before.path("settings") instanceof ObjectNode old && !old.has("channels")) {
      // Version 0.1.0 knew nothing else.
      old.put("channels", Channels.THREE.id()).put("depth", DEPTH);
    }
    requireSame(before, "settings");
    requireSame(before, "source");
    requireSame(before, "pixels");
    if (!before.path("status").asText().equals("complete")) {
      return Optional.empty();
    }
    int total = before.at("/counts/samples").asInt();
    int skipped = before.at("/counts/skipped").asInt();
    return Optional.of(new Progress(total, total, skipped, total, Duration.ZERO));
  }

  private void requireSame(JsonNode before, String part) throws BatchException {
    String field = different(before.path(part), contents.path(part));
    if (field != null) {
      String values =
          "%s, now %s".formatted(before.path(part).path(field), contents.path(part).path(field));
      throw new BatchException(
          BatchReason.OTHER_SETTING.of(
              file.getParent(),
              part.equals("settings") ? field : "data set, " + field,
              values.length() > LONGEST ? "see " + file : values));
    }
  }

  /// Where the data set lies may change; what is in it may not.
  private static @Nullable String different(JsonNode before, JsonNode now) {
    Iterator<String> fields = now.fieldNames();
    while (fields.hasNext()) {
      String field = fields.next();
      if (!field.equals("path")
          && !before.path(field).toString().equals(now.path(field).toString())) {
        return field;
      }
    }
    return null;
  }

  /// The job begins.
  void write() throws IOException {
    PictureWriter.writeBytes((contents.toPrettyString() + "\n").getBytes(UTF_8), file);
  }

  /// The job is done.
  void complete(Progress progress) throws IOException {
    contents.put("status", "complete");
    contents
        .putObject("counts")
        .put("samples", progress.total())
        .put("written", progress.written())
        .put("skipped", progress.skipped());
    write();
  }
}
