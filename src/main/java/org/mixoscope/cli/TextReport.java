package org.mixoscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.StringJoiner;
import org.mixoscope.kernel.Objection;
import org.mixoscope.text.MixedText;
import org.mixoscope.text.TextComposition;
import org.mixoscope.text.TextComposition.Span;
import org.mixoscope.text.TextRecipe;
import org.mixoscope.text.TextRecipeText;

/// What is said about a mix of texts: what was drawn, what became of it, and the label.
///
/// @param recipe what was asked for
/// @param mix what it became
record TextReport(TextRecipe recipe, MixedText mix) {
  /// One JSON object on one line: every number in full.
  String json() {
    TextComposition composition = mix.composition();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("text", mix.text());
    root.put("method", recipe.method().type().id());
    root.put("lambda", recipe.draw().lambda());
    root.put("effective_lambda", mix.effectiveLambda());
    root.put("words", composition.words());
    composition.shares().forEach(root.putArray("shares")::add);
    ArrayNode spans = root.putArray("spans");
    for (Span span : composition.spans()) {
      spans
          .addObject()
          .put("source", span.source())
          .put("start", span.start())
          .put("end", span.end())
          .put("source_start", span.from());
    }
    mix.classes().forEach(root.putArray("classes")::add);
    mix.label().forEach(root.putArray("label")::add);
    composition.notes().stream().map(Objection::text).forEach(root.putArray("notes")::add);
    root.set("recipe", TextRecipeText.tree(recipe));
    return root.toString();
  }

  /// A few aligned lines for people.
  ///
  /// @param last what the last line says: the text itself, or where it was written
  String text(String last) {
    StringJoiner text = new StringJoiner("\n");
    text.add(
        "method  %s, α = %s"
            .formatted(recipe.method().type().id(), MixReport.plain(recipe.method().alpha())));
    text.add("draw    seed %d, draw %d".formatted(recipe.seed(), recipe.index()));
    text.add("λ       " + MixReport.number(recipe.draw().lambda()) + "  as drawn or given");
    List<Double> shares = mix.composition().shares();
    text.add(
        "λ̂       %s  the share of A in %d words"
            .formatted(MixReport.number(shares.getFirst()), mix.composition().words()));
    for (int k = 1; k < shares.size() && shares.size() > 2; k++) {
      text.add("        %s  the share of %c".formatted(MixReport.number(shares.get(k)), 'A' + k));
    }
    String name = "label   ";
    for (int c = 0; c < mix.classes().size(); c++) {
      text.add(name + MixReport.number(mix.label().get(c)) + "  " + mix.classes().get(c));
      name = " ".repeat(name.length());
    }
    for (int k = 0; k < shares.size(); k++) {
      if (!recipe.sources().get(k).isLabelled()) {
        text.add(
            "note    %c has no label: %s of the words count for nobody"
                .formatted('A' + k, MixReport.number(shares.get(k))));
      }
    }
    mix.composition().notes().forEach(note -> text.add("note    " + note.text()));
    return text.add(last).toString();
  }
}
