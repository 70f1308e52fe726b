package org.mixoscope.app.memory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Source;

/// The JSON form, with a version of its own.
final class RememberedJson {
  private static final String ANNOTATION = "annotation";
  private static final String LABEL = "label";
  private static final String VERSION_KEY = "mixoscope-settings";
  private static final int VERSION = 1;
  private static final Set<String> OURS =
      Set.of(
          VERSION_KEY,
          "window",
          "theme",
          "language",
          "screen",
          "recipe",
          "recent",
          "tray",
          "tray-open");
  private static final JsonMapper MAPPER = new JsonMapper();

  private RememberedJson() {}

  static byte[] write(Remembered remembered) throws JsonProcessingException {
    ObjectNode root = MAPPER.createObjectNode().put(VERSION_KEY, VERSION);
    Remembered.Place window = remembered.window();
    if (window != null) {
      root.putObject("window")
          .put("x", window.x())
          .put("y", window.y())
          .put("width", window.width())
          .put("height", window.height())
          .put("maximised", window.maximised());
    }
    Theme theme = remembered.theme();
    if (theme != null) {
      root.put("theme", theme.id());
    }
    Language language = remembered.language();
    if (language != null) {
      root.put("language", language.id());
    }
    root.put("screen", remembered.screen());
    if (remembered.recipe() != null) {
      root.set("recipe", tree(remembered.recipe()));
    }
    ArrayNode recent = root.putArray("recent");
    for (List<Source> sources : remembered.recent()) {
      ArrayNode one = recent.addArray();
      sources.forEach(source -> write(source, one.addObject()));
    }
    ArrayNode tray = root.putArray("tray");
    for (Recipe recipe : remembered.tray()) {
      tray.add(tree(recipe));
    }
    root.put("tray-open", remembered.trayOpen());
    root.setAll(remembered.parts());
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  private static void write(Source source, ObjectNode node) {
    node.put("image", source.location()).put("class", source.className());
    if (source.annotation() != null) {
      node.put(ANNOTATION, source.annotation());
    }
    if (!source.soft().isEmpty()) {
      source.soft().forEach(node.putObject(LABEL)::put);
    }
  }

  private static Map<String, Double> soft(JsonNode label) {
    Map<String, Double> weights = new LinkedHashMap<>();
    label.properties().forEach(one -> weights.put(one.getKey(), one.getValue().asDouble()));
    return weights;
  }

  private static JsonNode tree(Recipe recipe) throws JsonProcessingException {
    return MAPPER.readTree(RecipeText.json(recipe));
  }

  /// @throws JsonProcessingException if it is no JSON
  /// @throws RecipeException if a recipe in it is broken
  /// @throws IllegalArgumentException if it is of another version or has another bad value
  static Remembered read(String json) throws JsonProcessingException, RecipeException {
    JsonNode root = MAPPER.readTree(json);
    if (root.path(VERSION_KEY).asInt() != VERSION) {
      throw new IllegalArgumentException("not settings of version " + VERSION);
    }
    List<Recipe> tray = new ArrayList<>();
    for (JsonNode recipe : root.path("tray")) {
      tray.add(RecipeText.parse(recipe.toString()));
    }
    List<List<Source>> recent = new ArrayList<>();
    for (JsonNode sources : root.path("recent")) {
      recent.add(
          sources
              .valueStream()
              .map(
                  s ->
                      new Source(
                          s.path("image").asText(),
                          s.path("class").asText(),
                          s.path(ANNOTATION).textValue(),
                          soft(s.path(LABEL))))
              .toList());
    }
    return new Remembered(
        root.has("window") ? place(root.path("window")) : null,
        root.has("theme")
            ? Theme.valueOf(root.path("theme").asText().toUpperCase(Locale.ROOT))
            : null,
        root.has("language") ? language(root.path("language").asText()) : null,
        root.has("recipe") ? RecipeText.parse(root.path("recipe").toString()) : null,
        text(root.path("screen")),
        recent,
        tray,
        root.path("tray-open").asBoolean(true),
        parts(root));
  }

  /// Everything that is not ours.
  private static Map<String, JsonNode> parts(JsonNode root) {
    Map<String, JsonNode> parts = new LinkedHashMap<>();
    root.properties().stream()
        .filter(property -> !OURS.contains(property.getKey()))
        .forEach(property -> parts.put(property.getKey(), property.getValue()));
    return parts;
  }

  private static Remembered.Place place(JsonNode window) {
    return new Remembered.Place(
        window.path("x").asDouble(),
        window.path("y").asDouble(),
        window.path("width").asDouble(),
        window.path("height").asDouble(),
        window.path("maximised").asBoolean());
  }

  private static Language language(String id) {
    return Stream.of(Language.values())
        .filter(language -> language.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("language = " + id));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }
}
