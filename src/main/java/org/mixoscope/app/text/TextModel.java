package org.mixoscope.app.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.memory.Part;
import org.mixoscope.app.state.ObservableHistory;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.text.MixedText;
import org.mixoscope.text.Passage;
import org.mixoscope.text.SentenceMix;
import org.mixoscope.text.SpanCutMix;
import org.mixoscope.text.TextMethod;
import org.mixoscope.text.TextMethodType;
import org.mixoscope.text.TextRecipe;
import org.mixoscope.text.TextRecipeText;
import org.mixoscope.text.TextSource;

/// The recipe of texts that is edited, with a history of its own, and what it makes. Nothing is
/// mixed before somebody looks.
public final class TextModel implements Part {
  private static final long SEED = 42;
  private static final int FEWEST = 2;

  private final ObservableHistory<TextRecipe> history;
  private final ReadOnlyObjectWrapper<Made> made = new ReadOnlyObjectWrapper<>(Made.NOTHING);
  private List<TextSource> samples;
  private List<String> cutTexts = List.of();
  private List<Passage> cut = List.of();
  private boolean active;

  /// What the recipe makes: a mix, or why there is none.
  record Made(@Nullable MixedText mix, @Nullable Objection problem) {
    static final Made NOTHING = new Made(null, null);
  }

  /// With the sample texts, which follow the language until they are edited.
  public TextModel(Messages messages) {
    samples = Samples.of(messages);
    history =
        new ObservableHistory<>(TextRecipe.of(new SpanCutMix(1), SEED, samples), this::follow);
    messages
        .languageProperty()
        .addListener((property, old, now) -> translate(Samples.of(messages)));
  }

  // Properties

  ReadOnlyObjectProperty<TextRecipe> recipeProperty() {
    return history.presentProperty();
  }

  TextRecipe recipe() {
    return history.present();
  }

  ObservableHistory<TextRecipe> history() {
    return history;
  }

  /// What the recipe makes now.
  ReadOnlyObjectProperty<Made> madeProperty() {
    return made.getReadOnlyProperty();
  }

  @Nullable MixedText mix() {
    return made.get().mix();
  }

  /// Where the span lies; null where there is none.
  SpanCutMix.@Nullable Place place() {
    return recipe().method() instanceof SpanCutMix && mix() != null
        ? SpanCutMix.place(recipe().draw(), cut.get(0), cut.get(1))
        : null;
  }

  boolean canAdd() {
    return recipe().sources().size() < MethodType.MOST_SOURCES;
  }

  boolean canRemove() {
    return recipe().sources().size() > FEWEST;
  }

  @Override
  public String name() {
    return "text";
  }

  @Override
  public JsonNode remembered() {
    return TextRecipeText.tree(recipe());
  }

  @Override
  public void recall(JsonNode left) {
    history.restart(TextRecipeText.read(left));
  }

  @Override
  public Observable changes() {
    return recipeProperty();
  }

  // Commands

  /// Mixes only while somebody looks.
  void setActive(boolean now) {
    active = now;
    follow();
  }

  /// Changes the recipe, as a step that can be undone.
  ///
  /// @throws IllegalArgumentException if it cannot be so: then all stays as it was
  void edit(UnaryOperator<TextRecipe> change) {
    history.move(change.apply(recipe()));
  }

  void editDraw(UnaryOperator<Draw> change) {
    edit(recipe -> recipe.with(change.apply(recipe.draw())));
  }

  void drawNext() {
    edit(recipe -> recipe.drawn(recipe.index() + 1));
  }

  void nextSeed() {
    edit(recipe -> recipe.seeded(recipe.seed() + 1));
  }

  void nudgeLambda(double by) {
    editDraw(draw -> draw.withLambda(Math.clamp(draw.lambda() + by, 0, 1)));
  }

  /// A method of another kind with the same α.
  void choose(TextMethodType type) {
    int pieces =
        recipe().method() instanceof SentenceMix sentences
            ? sentences.pieces()
            : SentenceMix.PIECES.initial();
    edit(recipe -> recipe.retuned(type.make(recipe.method().alpha(), pieces)));
  }

  /// The method so many further on in their order, which is a circle.
  void chooseNext(int steps) {
    List<TextMethodType> all = List.of(TextMethodType.values());
    choose(all.get(Math.floorMod(all.indexOf(recipe().method().type()) + steps, all.size())));
  }

  void tune(UnaryOperator<TextMethod> change) {
    edit(recipe -> recipe.retuned(change.apply(recipe.method())));
  }

  /// Another place or length of the span, as near as it fits; nothing where there is none.
  void place(int words, int inA, int inB) {
    if (place() != null) {
      editDraw(draw -> SpanCutMix.placed(draw, cut.get(0), cut.get(1), words, inA, inB));
    }
  }

  void setSource(int k, UnaryOperator<TextSource> change) {
    edit(recipe -> recipe.with(k, change.apply(recipe.sources().get(k))));
  }

  /// One more text, empty; texts beyond the second are mixed by sentences.
  void add() {
    if (canAdd()) {
      List<TextSource> more = new ArrayList<>(recipe().sources());
      more.add(new TextSource("", ""));
      edit(recipe -> recipe.withSources(more));
    }
  }

  void remove(int k) {
    if (canRemove()) {
      List<TextSource> fewer = new ArrayList<>(recipe().sources());
      fewer.remove(k);
      edit(recipe -> recipe.withSources(fewer));
    }
  }

  /// The sample texts and the first draw of the first seed.
  void reset() {
    edit(recipe -> TextRecipe.of(new SpanCutMix(1), SEED, samples));
  }

  private void translate(List<TextSource> translated) {
    boolean untouched = recipe().sources().equals(samples);
    samples = translated;
    if (untouched) {
      edit(recipe -> recipe.withSources(translated));
    }
  }

  /// Who comes back sees nothing of a recipe that was changed meanwhile, as by another language.
  private void follow() {
    made.set(active ? make() : Made.NOTHING);
  }

  private Made make() {
    try {
      List<String> texts = recipe().mixedSources().stream().map(TextSource::text).toList();
      if (!texts.equals(cutTexts)) {
        cut = recipe().passages();
        cutTexts = texts;
      }
      return new Made(recipe().mix(cut), null);
    } catch (RefusedException refused) {
      return new Made(null, refused.objection());
    }
  }
}
