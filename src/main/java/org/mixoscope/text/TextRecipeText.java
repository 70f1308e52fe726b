package org.mixoscope.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.recipe.DrawJson;
import org.mixoscope.recipe.Fields;
import org.mixoscope.recipe.JsonText;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeReason;
import org.mixoscope.recipe.RecipeText;

/// A recipe of texts as text: JSON of version 2 to read and edit, one line to send. Version 1 is
/// that of pictures.
public final class TextRecipeText {
  private static final int OF_PICTURES = 1;
  private static final JsonMapper MAPPER = new JsonMapper();

  private TextRecipeText() {}

  /// As a JSON tree.
  public static ObjectNode tree(TextRecipe recipe) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("mixoscope", RecipeText.OF_TEXTS);
    ObjectNode method = root.putObject("method");
    method.put("type", recipe.method().type().id()).put("alpha", recipe.method().alpha());
    if (recipe.method() instanceof SentenceMix sentences) {
      method.put("pieces", sentences.pieces());
    }
    DrawJson.write(recipe.draw(), root.putObject("draw"));
    root.put("seed", recipe.seed()).put("index", recipe.index());
    ArrayNode sources = root.putArray("sources");
    for (TextSource source : recipe.sources()) {
      sources.addObject().put("text", source.text()).put("class", source.className());
    }
    return root.put("smoothing", recipe.smoothing());
  }

  /// As indented JSON.
  public static String json(TextRecipe recipe) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree(recipe));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values", e);
    }
  }

  /// As one line.
  public static String line(TextRecipe recipe) {
    return RecipeText.line(tree(recipe).toString());
  }

  /// Reads either form, and the JSON of a mix that holds its recipe.
  ///
  /// @throws RecipeException if the text is broken, of an unknown version, or holds a bad value;
  ///   the message says which
  public static TextRecipe parse(String text) throws RecipeException {
    try {
      JsonNode root = JsonText.parse(RecipeText.unpacked(text));
      boolean isReport = root.path("recipe").isObject() && !root.has("mixoscope");
      return read(isReport ? root.path("recipe") : root);
    } catch (IllegalArgumentException e) {
      throw new RecipeException(Objection.of(e), e);
    }
  }

  /// Reads what [#tree] made.
  ///
  /// @throws IllegalArgumentException if a field is missing, wrong or unknown
  public static TextRecipe read(JsonNode root) {
    return Fields.of(root).make(TextRecipeText::read);
  }

  private static TextRecipe read(Fields root) {
    long version = root.integer("mixoscope");
    if (version == OF_PICTURES) {
      throw new RefusedException(TextReason.OF_PICTURES.of());
    }
    if (version != RecipeText.OF_TEXTS) {
      throw new RefusedException(RecipeReason.UNKNOWN_VERSION.of(version, RecipeText.OF_TEXTS));
    }
    return new TextRecipe(
        root.object("method").make(TextRecipeText::method),
        DrawJson.read(root.object("draw")),
        root.integer("seed"),
        root.integer("index"),
        root.objects("sources").stream().map(one -> one.make(TextRecipeText::source)).toList(),
        root.number("smoothing"));
  }

  private static TextMethod method(Fields fields) {
    TextMethodType type =
        fields.choice("type", List.of(TextMethodType.values()), TextMethodType::id);
    int pieces =
        type == TextMethodType.SENTENCES ? fields.side("pieces") : SentenceMix.PIECES.initial();
    return type.make(fields.number("alpha"), pieces);
  }

  private static TextSource source(Fields fields) {
    return new TextSource(fields.text("text"), fields.text("class"));
  }
}
