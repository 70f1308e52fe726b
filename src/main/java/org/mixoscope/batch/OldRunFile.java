package org.mixoscope.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.kernel.RefusedException;

/// `run.json` as 0.1.0 wrote it: the parameters of a method lie flat in its choice, a size is a
/// text, and how is drawn is said as Java shows its records.
final class OldRunFile {
  private static final String BY_ITSELF = "ByItself[";

  /// `Convention[id=…, method=…, law=BETA, labelRule=…, granularity=BATCH, …]`.
  private static final Pattern CONVENTION =
      Pattern.compile(
          "Convention\\[.*, law=(?<law>\\w+), labelRule=\\w+, granularity=(?<granularity>\\w+),"
              + " sharedPlace=(?<shared>true|false),"
              + " sides=(null|MinMax\\[min=(?<min>[^,]+), max=(?<max>[^]]+)])]");

  /// Of a choice, beside the parameters of its method.
  private static final Set<String> OF_THE_CHOICE = Set.of("method", "sources", "weight", "drawn");

  private OldRunFile() {}

  /// Whether a document has that form: it did not say of which version it is.
  static boolean isOne(JsonNode root) {
    return !root.has(JobJson.VERSION_KEY) && root.has("versions");
  }

  /// The same job in the form of today.
  ///
  /// @throws IllegalArgumentException if 0.1.0 cannot have written it
  static JsonNode upgraded(JsonNode root) {
    ObjectNode job = root.deepCopy();
    job.put(JobJson.VERSION_KEY, Edition.FIRST.number());
    if (!(job.get("settings") instanceof ObjectNode settings)) {
      return job; // which is refused when it is read
    }
    ArrayNode choices = settings.arrayNode();
    for (JsonNode choice : settings.path("policy")) {
      choices.add(choice instanceof ObjectNode old ? upgradedChoice(old) : choice);
    }
    settings.set("policy", choices);
    settings.put("blending", id(settings.path("blending").asText()));
    settings.set("size", size(settings.path("size").asText(), settings));
    // It knew nothing else.
    settings.put("channels", Channels.THREE.id()).put("depth", Byte.SIZE);
    settings.put("strict", false); // which was not written: it changes no byte
    return job;
  }

  private static ObjectNode upgradedChoice(ObjectNode old) {
    ObjectNode choice = old.deepCopy();
    ObjectNode method = choice.objectNode().set("type", old.path("method"));
    for (Map.Entry<String, JsonNode> field : old.properties()) {
      if (!OF_THE_CHOICE.contains(field.getKey())) {
        method.set(field.getKey(), choice.remove(field.getKey()));
      }
    }
    choice.set("method", method);
    choice.remove("drawn");
    String drawn = old.path("drawn").asText();
    if (!drawn.startsWith(BY_ITSELF)) {
      convention(drawn, choice, method);
    }
    return choice;
  }

  /// @param choice that is drawn so. Modified
  /// @param method that applies the draws. Modified
  private static void convention(String text, ObjectNode choice, ObjectNode method) {
    Matcher parts = CONVENTION.matcher(text);
    if (!parts.matches()) {
      throw new RefusedException(DocumentReason.UNKNOWN_DRAWING.of(text));
    }
    String place = parts.group("shared").equals("true") ? "shared" : "own";
    String least = parts.group("min");
    if (least != null) {
      // A box whose sides are drawn was a CutMix besides; the old rule leaves out the last place.
      place = method.path("box-rule").asText().equals("legacy") ? "never-last" : place;
      method.removeAll().put("type", "cutmix-minmax");
      method.put("min-side", Double.parseDouble(least));
      method.put("max-side", Double.parseDouble(parts.group("max")));
    }
    choice
        .putObject("drawn")
        .put("law", id(parts.group("law")))
        .put("granularity", id(parts.group("granularity")))
        .put("place", place);
  }

  /// What Java calls `LINEAR_LIGHT`.
  private static String id(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// @param text `24x20`, or that of null
  private static @Nullable ObjectNode size(String text, ObjectNode parent) {
    String[] sides = text.split("x", -1);
    return sides.length == 2
        ? parent
            .objectNode()
            .put("width", Integer.parseInt(sides[0]))
            .put("height", Integer.parseInt(sides[1]))
        : null;
  }
}
