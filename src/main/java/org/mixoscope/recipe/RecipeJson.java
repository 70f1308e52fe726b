package org.mixoscope.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.KernelReason;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.RefusedException;

/// The JSON form, written and read field by field: an error can so name its field, and renaming a
/// class never changes a file.
final class RecipeJson {
  private static final int VERSION = 1;
  private static final String SHEET = "sheet";
  private static final String ANNOTATION = "annotation";
  private static final String LABEL = "label";
  private static final String WINDOW = "window";
  private static final String ALONG = "along";
  private static final String DECODE = "decode";

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final ObjectWriter WRITER = MAPPER.writerWithDefaultPrettyPrinter();

  private RecipeJson() {}

  /// @param axes of the sheet that the recipe is the base of; null for none
  static String write(Recipe recipe, @Nullable Axes axes) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("mixoscope", VERSION);
    MethodJson.write(recipe.method(), root.putObject("method"));
    DrawJson.write(recipe.draw(), root.putObject("draw"));
    root.put("seed", recipe.seed());
    root.put("index", recipe.index());
    ArrayNode sources = root.putArray("sources");
    for (Source source : recipe.sources()) {
      ObjectNode node = sources.addObject();
      LocationJson.write(source.location(), node).put("class", source.className());
      if (source.annotation() != null) {
        LocationJson.write(ANNOTATION, source.annotation(), node);
      }
      if (!source.soft().isEmpty()) {
        source.soft().forEach(node.putObject(LABEL)::put);
      }
    }
    if (recipe.mask() != null) {
      LocationJson.write("mask", recipe.mask(), root);
    }
    Frame frame = recipe.frame();
    if (frame != null) {
      root.putObject("frame").put("width", frame.width()).put("height", frame.height());
    }
    root.put("fit", recipe.fit().id());
    root.put("blending", recipe.blending().id());
    root.put("smoothing", recipe.smoothing());
    root.put("channels", recipe.kind().channels()).put("depth", recipe.kind().depth());
    Levels window = recipe.window();
    if (window != null) {
      root.putObject(WINDOW).put("low", window.low()).put("high", window.high());
    }
    if (recipe.along() != null) {
      CourseJson.write(recipe.along(), root.putObject(ALONG));
    }
    if (recipe.decoding() != Decoding.EXACT) {
      root.put(DECODE, recipe.decoding().id());
    }
    if (axes != null) {
      ObjectNode sheet = root.putObject(SHEET).put("across", axes.across().text());
      if (axes.down() != null) {
        sheet.put("down", axes.down().text());
      }
    }
    try {
      return WRITER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values", e);
    }
  }

  static RecipeText.Content read(String json) throws RecipeException {
    try {
      JsonNode tree = JsonText.parse(json);
      if (tree.has(ExperimentText.VERSION_KEY)) {
        throw new RefusedException(RecipeReason.EXPERIMENT.of());
      }
      Fields root = Fields.of(tree);
      long version = root.integer("mixoscope");
      if (version == RecipeText.OF_TEXTS) {
        throw new RefusedException(RecipeReason.OF_TEXTS.of());
      }
      if (version != VERSION) {
        throw new RefusedException(RecipeReason.UNKNOWN_VERSION.of(version, VERSION));
      }
      Recipe recipe =
          new Recipe(
              MethodJson.read(root.object("method")),
              DrawJson.read(root.object("draw")),
              root.integer("seed"),
              root.integer("index"),
              root.objects("sources").stream().map(RecipeJson::readSource).toList(),
              root.has("mask") ? LocationJson.read(root, "mask") : null,
              root.has("frame") ? readFrame(root.object("frame")) : null,
              root.choice("fit", List.of(Fit.values()), Fit::id),
              root.choice("blending", List.of(Blending.values()), Blending::id),
              root.number("smoothing"),
              readKind(root),
              root.has(WINDOW) ? readWindow(root.object(WINDOW)) : null,
              root.has(ALONG) ? CourseJson.read(root.object(ALONG)) : null,
              root.has(DECODE)
                  ? root.choice(DECODE, List.of(Decoding.values()), Decoding::id)
                  : Decoding.EXACT);
      Axes axes = root.has(SHEET) ? readAxes(root.object(SHEET)) : null;
      root.requireNoOthers();
      return new RecipeText.Content(recipe, axes);
    } catch (IllegalArgumentException e) {
      throw new RecipeException(Objection.of(e), e);
    }
  }

  private static Source readSource(Fields fields) {
    Source source =
        new Source(
            LocationJson.read(fields),
            fields.text("class"),
            fields.has(ANNOTATION) ? LocationJson.read(fields, ANNOTATION) : null,
            fields.has(LABEL) ? fields.object(LABEL).numbers() : Map.of());
    fields.requireNoOthers();
    return source;
  }

  private static Frame readFrame(Fields fields) {
    Frame frame = new Frame(fields.side("height"), fields.side("width"));
    fields.requireNoOthers();
    return frame;
  }

  private static Levels readWindow(Fields fields) {
    Levels window = new Levels(fields.number("low"), fields.number("high"));
    fields.requireNoOthers();
    return window;
  }

  /// Version 0.1.0 knew nothing but colour of eight bits, and did not say so.
  private static PixelKind readKind(Fields fields) {
    PixelKind usual = PixelKind.RGB8;
    int depth = fields.has("depth") ? fields.side("depth") : usual.depth();
    ElementType type =
        switch (depth) {
          case 8 -> ElementType.UINT8;
          case 16 -> ElementType.UINT16;
          case 32 -> ElementType.FLOAT32;
          case 64 -> ElementType.FLOAT64;
          default ->
              throw new RefusedException(
                  KernelReason.NO_SUCH_VALUE.of("depth", depth, "8, 16, 32", 64));
        };
    return new PixelKind(fields.has("channels") ? fields.side("channels") : usual.channels(), type);
  }

  private static Axes readAxes(Fields fields) {
    Axes axes = Axes.parse(fields.text("across"), fields.has("down") ? fields.text("down") : "");
    fields.requireNoOthers();
    return axes;
  }
}
