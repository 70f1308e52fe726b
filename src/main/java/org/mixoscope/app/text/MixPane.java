package org.mixoscope.app.text;

import static org.mixoscope.app.command.Command.COPY_PICTURE;
import static org.mixoscope.app.command.Command.COPY_RECIPE;
import static org.mixoscope.app.command.Command.EXPORT;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.SteadyScroll;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.kernel.Objection;
import org.mixoscope.text.MixedText;
import org.mixoscope.text.TextComposition;
import org.mixoscope.text.TextRecipe;
import org.mixoscope.text.TextSource;

/// The mixed text with its label, and what became of texts that do not fit each other.
final class MixPane extends VBox {
  private final TextModel model;
  private final Messages messages;
  private final MixedWords words;
  private final SteadyScroll scroll;
  private final Label effective = new Label();
  private final Label notes = OptionRow.note("text-notes", "note");
  private final Label problem = OptionRow.note("text-problem", "problem");
  private final LabelBar bar = new LabelBar(true);

  private MixPane(TextModel model, Messages messages, List<Button> buttons) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("text-mix");
    words = new MixedWords(model, messages);
    scroll = new SteadyScroll(words);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    effective.setId("text-effective");
    effective.getStyleClass().add("muted");
    bar.setId("text-label");
    bar.accessibleHelpProperty().bind(messages.bind("text.label.help"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(Card.title(messages.bind("text.mix")), effective, gap);
    head.getChildren().addAll(buttons);
    head.getStyleClass().add("text-head");
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, scroll, problem, notes, bar);
    WhileVisible.follow(this, this::show, model.madeProperty(), messages.languageProperty());
  }

  /// The card of the screen.
  static MixPane withButtons(TextModel model, TextTransfer transfer, Messages messages) {
    MixPane pane =
        new MixPane(
            model,
            messages,
            List.of(
                button(messages, "text.copy", Feather.COPY, transfer::copyText, COPY_PICTURE),
                button(messages, "text.save", Feather.DOWNLOAD, transfer::saveText, EXPORT),
                button(
                    messages,
                    "text.copy-recipe",
                    Feather.LINK,
                    transfer::copyRecipe,
                    COPY_RECIPE)));
    pane.setId("text-mix");
    pane.getStyleClass().add("card");
    return pane;
  }

  /// The same in large letters, without anything to press.
  static MixPane forAudience(TextModel model, Messages messages) {
    MixPane pane = new MixPane(model, messages, List.of());
    pane.setId("text-presented");
    pane.getStyleClass().add("presenter-page");
    return pane;
  }

  private static Button button(
      Messages messages, String key, Ikon icon, Runnable action, Command command) {
    Button button = OptionRow.button(messages, key, icon, action);
    return Explained.by(button, messages, key, command.keysText());
  }

  private void show() {
    TextModel.Made made = model.madeProperty().get();
    MixedText mix = made.mix();
    scroll.setVisible(mix != null);
    scroll.setManaged(mix != null);
    bar.setVisible(mix != null && !mix.classes().isEmpty());
    effective.setVisible(mix != null);
    Objection why = made.problem();
    problem.setText(why == null ? "" : messages.get(why));
    notes.setText(mix == null ? "" : notes(mix));
    if (mix != null) {
      words.show(mix, model.place());
      scroll.setAccessibleText(mix.text());
      effective.setText(
          messages.get(
              "text.effective", LabelBar.number(mix.effectiveLambda()), mix.composition().words()));
      bar.show(mix.classes(), mix.label(), colours(mix));
      bar.setAccessibleText(spoken(mix));
    }
  }

  /// The colour of each class: that of its first source.
  private List<SourceColour> colours(MixedText mix) {
    List<String> names = model.recipe().mixedSources().stream().map(TextSource::className).toList();
    return mix.classes().stream().map(name -> SourceColour.of(names.indexOf(name))).toList();
  }

  private String notes(MixedText mix) {
    TextComposition composition = mix.composition();
    TextRecipe recipe = model.recipe();
    List<String> all = composition.notes().stream().map(messages::get).collect(Collectors.toList());
    for (int k = 0; k < recipe.mixedSources().size(); k++) {
      if (!recipe.sources().get(k).isLabelled()) {
        all.add(messages.get("text.unlabelled", SourceColour.of(k).letter()));
      }
    }
    if (recipe.mixedSources().size() < recipe.sources().size()) {
      all.add(messages.get("text.unused", recipe.sources().size()));
    }
    if (composition.words() > MixedWords.MOST_WORDS) {
      all.add(messages.get("text.cut-short", MixedWords.MOST_WORDS, composition.words()));
    }
    return String.join("\n", all);
  }

  private static String spoken(MixedText mix) {
    return IntStream.range(0, mix.classes().size())
        .mapToObj(c -> mix.classes().get(c) + " " + LabelBar.number(mix.label().get(c)))
        .collect(Collectors.joining(", "));
  }
}
