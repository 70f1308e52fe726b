package org.mixoscope.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MaskMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;

/// The JSON form, written and read field by field: an error can so name its field, and renaming a
/// class never changes a file.
final class RecipeJson {
  private static final int VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ObjectWriter WRITER = MAPPER.writerWithDefaultPrettyPrinter();

  /// What Jackson's messages say to programmers.
  private static final Pattern LIBRARY_TALK =
      Pattern.compile("[:,]? ?(enable `|\\(start marker|\\(of type|\\(\\d+, from `).*");

  private RecipeJson() {}

  static String write(Recipe recipe) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("mixoscope", VERSION);
    write(recipe.method(), root.putObject("method"));
    write(recipe.draw(), root.putObject("draw"));
    root.put("seed", recipe.seed());
    root.put("index", recipe.index());
    ArrayNode sources = root.putArray("sources");
    for (Source source : recipe.sources()) {
      sources.addObject().put("image", source.location()).put("class", source.className());
    }
    if (recipe.mask() != null) {
      root.put("mask", recipe.mask());
    }
    Frame frame = recipe.frame();
    if (frame != null) {
      root.putObject("frame").put("width", frame.width()).put("height", frame.height());
    }
    root.put("fit", id(recipe.fit()));
    root.put("blending", id(recipe.blending()));
    root.put("smoothing", recipe.smoothing());
    try {
      return WRITER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values", e);
    }
  }

  private static void write(Method method, ObjectNode node) {
    switch (method) {
      case Mixup(double alpha) -> node.put("type", "mixup").put("alpha", alpha);
      case CutMix(double alpha, BoxRule rule, boolean correctLambda) ->
          node.put("type", "cutmix")
              .put("alpha", alpha)
              .put("box-rule", rule.id())
              .put("correct-lambda", correctLambda);
      case MaskMix() -> node.put("type", "mask");
    }
  }

  private static void write(Draw draw, ObjectNode node) {
    node.put("lambda", draw.lambda()).put("u", draw.u()).put("v", draw.v());
    Region region = draw.region();
    if (region != null) {
      node.putArray("region").add(region.x1()).add(region.y1()).add(region.x2()).add(region.y2());
    }
  }

  static Recipe read(String json) throws RecipeException {
    try {
      Fields root = Fields.of(MAPPER.readTree(json));
      long version = root.integer("mixoscope");
      if (version != VERSION) {
        throw new RecipeException(
            "recipe: version %d is not known to this program, which reads version %d; update it"
                .formatted(version, VERSION));
      }
      Recipe recipe =
          new Recipe(
              readMethod(root.object("method")),
              readDraw(root.object("draw")),
              root.integer("seed"),
              root.integer("index"),
              root.objects("sources").stream().map(RecipeJson::readSource).toList(),
              root.has("mask") ? root.text("mask") : null,
              root.has("frame") ? readFrame(root.object("frame")) : null,
              constant(Fit.values(), root, "fit"),
              constant(Blending.values(), root, "blending"),
              root.number("smoothing"));
      root.requireNoOthers();
      return recipe;
    } catch (JsonProcessingException e) {
      throw new RecipeException(
          "recipe: not valid JSON at line %d, column %d: %s"
              .formatted(
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 1 : e.getLocation().getColumnNr(),
                  firstLine(e.getOriginalMessage())),
          e);
    } catch (IllegalArgumentException e) {
      throw new RecipeException("recipe: " + e.getMessage(), e);
    }
  }

  private static Method readMethod(Fields fields) {
    Method method =
        switch (fields.text("type")) {
          case "mixup" -> new Mixup(fields.number("alpha"));
          case "cutmix" ->
              new CutMix(
                  fields.number("alpha"),
                  BoxRule.of(fields.text("box-rule")),
                  fields.bool("correct-lambda"));
          case "mask" -> new MaskMix();
          case String other ->
              throw new IllegalArgumentException(
                  "method.type = %s: must be mixup, cutmix or mask".formatted(other));
        };
    fields.requireNoOthers();
    return method;
  }

  private static Draw readDraw(Fields fields) {
    Draw draw =
        new Draw(
            fields.number("lambda"),
            fields.number("u"),
            fields.number("v"),
            fields.has("region") ? readRegion(fields.numbers("region", 4)) : null);
    fields.requireNoOthers();
    return draw;
  }

  private static Region readRegion(List<Double> edges) {
    return new Region(edges.get(0), edges.get(1), edges.get(2), edges.get(3));
  }

  private static Source readSource(Fields fields) {
    Source source = new Source(fields.text("image"), fields.text("class"));
    fields.requireNoOthers();
    return source;
  }

  private static Frame readFrame(Fields fields) {
    Frame frame = new Frame(fields.side("height"), fields.side("width"));
    fields.requireNoOthers();
    return frame;
  }

  private static <E extends Enum<E>> E constant(E[] all, Fields fields, String name) {
    String text = fields.text(name);
    for (E one : all) {
      if (id(one).equals(text)) {
        return one;
      }
    }
    List<String> ids = Arrays.stream(all).map(RecipeJson::id).toList();
    throw new IllegalArgumentException(
        "%s = %s: must be one of %s".formatted(name, text, String.join(", ", ids)));
  }

  private static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String firstLine(@Nullable String message) {
    String line = Objects.requireNonNullElse(message, "").lines().findFirst().orElse("");
    return LIBRARY_TALK.matcher(line).replaceFirst("");
  }
}
