package org.mixoscope.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.recipe.ExperimentText;
import org.mixoscope.recipe.Fields;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeReason;
import org.mixoscope.recipe.RecipeText;

/// The JSON form, read field by field as recipes are.
final class LessonJson {
  private static final int VERSION = 1;

  private LessonJson() {}

  static Lesson read(JsonNode tree) {
    Fields root = Fields.of(tree);
    long version = root.integer(LessonText.VERSION_KEY);
    if (version != VERSION) {
      throw new RefusedException(RecipeReason.UNKNOWN_VERSION.of(version, VERSION));
    }
    return root.make(
        fields ->
            new Lesson(
                said(fields, "title"),
                said(fields, "summary"),
                fields.side("minutes"),
                fields.objects("steps").stream().map(one -> one.make(LessonJson::step)).toList()));
  }

  private static Step step(Fields fields) {
    return new Step(
        said(fields, "text"),
        fields.has("do") ? said(fields, "do") : null,
        fields.has("then") ? said(fields, "then") : null,
        fields.has("screen")
            ? fields.choice("screen", List.of(ScreenName.values()), ScreenName::id)
            : null,
        fields.has("recipe") ? recipe(fields.json("recipe")) : null,
        fields.has("experiment") ? experiment(fields.json("experiment")) : null,
        fields.has("light") ? light(fields) : List.of(),
        fields.has("until") ? fields.object("until").make(LessonJson::until) : null);
  }

  /// A text for all, or one for each language.
  private static Said said(Fields fields, String name) {
    return fields.isObject(name)
        ? fields.object(name).make(LessonJson::said)
        : Said.of(fields.text(name));
  }

  private static Said said(Fields fields) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String language : Said.LANGUAGES) {
      if (fields.has(language)) {
        texts.put(language, fields.text(language));
      }
    }
    return new Said(texts);
  }

  private static RecipeText.Content recipe(JsonNode node) {
    try {
      return RecipeText.read(node.toString());
    } catch (RecipeException e) {
      throw new RefusedException(e.objection());
    }
  }

  /// Read by who trains.
  private static String experiment(JsonNode node) {
    if (!node.has(ExperimentText.VERSION_KEY)) {
      throw new RefusedException(LessonReason.NO_EXPERIMENT.of());
    }
    return node.toString();
  }

  private static List<Place> light(Fields fields) {
    return fields.choices("light", List.of(Place.values()), Place::id);
  }

  private static Until until(Fields fields) {
    List<Sign> signs = new ArrayList<>();
    for (Sign.Quantity quantity : Sign.Quantity.values()) {
      if (fields.has(quantity.id())) {
        List<Double> range = fields.numbers(quantity.id(), 2);
        signs.add(new Sign.Within(quantity, range.getFirst(), range.getLast()));
      }
    }
    for (Sign.Fact fact : Sign.Fact.values()) {
      if (fields.has(fact.id())) {
        signs.add(new Sign.Is(fact, fields.bool(fact.id())));
      }
    }
    for (Sign.Counted counted : Sign.Counted.values()) {
      if (fields.has(counted.id())) {
        signs.add(new Sign.AtLeast(counted, fields.side(counted.id())));
      }
    }
    if (fields.has("method")) {
      signs.add(new Sign.Chosen(fields.choice("method", MethodType.all(), MethodType::id)));
    }
    if (fields.has("screen")) {
      signs.add(
          new Sign.InFront(fields.choice("screen", List.of(ScreenName.values()), ScreenName::id)));
    }
    if (fields.has("view")) {
      signs.add(new Sign.Shown(fields.choice("view", List.of(ViewName.values()), ViewName::id)));
    }
    fields.requireNoOthers();
    return new Until(signs);
  }
}
