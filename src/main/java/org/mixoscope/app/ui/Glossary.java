package org.mixoscope.app.ui;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Explains a word in one paragraph beside what it was asked at; a list leads to all other words.
/// Esc closes it, and gives the focus back.
public final class Glossary {
  private static final double WIDTH = 380;
  private static final int ROWS = 12;

  private final Messages messages;
  private @Nullable PopOver shown;

  /// @param messages names and paragraphs
  public Glossary(Messages messages) {
    this.messages = messages;
  }

  /// A button that explains a word.
  public static Button sign(Term term, Messages messages) {
    Glossary glossary = new Glossary(messages);
    Button sign = new Button(null, Icons.of(Feather.INFO));
    sign.setId("glossary-" + term.name());
    sign.getStyleClass().addAll("icon-button", "flat", "glossary-sign");
    sign.setOnAction(e -> glossary.toggle(sign, term));
    return Explained.by(sign, messages.bind(term.key()), messages.bind("glossary.sign.help"), "");
  }

  /// Explains the word that the control with the focus is about, or else the first.
  ///
  /// @param anchor where there is no such control
  public void ask(Node anchor) {
    Node focus = anchor.getScene().getFocusOwner();
    toggle(
        Term.of(focus).isPresent() && focus != null ? focus : anchor,
        Term.of(focus).orElse(Term.LAMBDA));
  }

  private void toggle(Node owner, Term term) {
    if (shown != null && shown.isShowing()) {
      shown.hide();
      shown = null;
      return;
    }
    VBox page = page(term);
    PopOver bubble = Bubble.of(page, ArrowLocation.TOP_CENTER);
    bubble.getStyleClass().add("glossary");
    page.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            bubble.hide(); // which the list of words would keep to itself
          }
        });
    Bubble.show(bubble, owner, messages, Subscription.EMPTY);
    shown = bubble;
  }

  private VBox page(Term first) {
    Label text = new Label();
    text.setId("glossary-text");
    text.setWrapText(true);
    text.setMinWidth(WIDTH);
    text.setMaxWidth(WIDTH);
    text.setMinHeight(Region.USE_PREF_SIZE);
    Picker<Term> words =
        new Picker<>(
            "glossary-words",
            List.of(Term.values()),
            term -> messages.get(term.key()),
            term -> text.setText(messages.get(term.key() + ".text")),
            messages);
    words.setVisibleRowCount(ROWS);
    words.show(first);
    text.setText(messages.get(first.key() + ".text"));
    words.accessibleTextProperty().bind(messages.bind("command.GLOSSARY"));
    words.accessibleHelpProperty().bind(text.textProperty());
    words.getStyleClass().add("glossary-words");
    VBox page = new VBox(words, text);
    page.getStyleClass().add("glossary-page");
    return page;
  }

  /// All words with their paragraphs, in the language of the messages: what the manual has.
  static Stream<String> paragraphs(Messages messages) {
    return Stream.of(Term.values())
        .map(term -> "**" + messages.get(term.key()) + "**: " + messages.get(term.key() + ".text"));
  }
}
