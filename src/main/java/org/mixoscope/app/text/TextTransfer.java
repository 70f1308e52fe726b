package org.mixoscope.app.text;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Problems;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.text.MixedText;
import org.mixoscope.text.Passage;
import org.mixoscope.text.TextException;
import org.mixoscope.text.TextFile;
import org.mixoscope.text.TextReason;
import org.mixoscope.text.TextRecipe;
import org.mixoscope.text.TextRecipeText;

/// What comes in and goes out: texts and recipes of texts, by files, the clipboard and drops.
final class TextTransfer {
  private final TextModel model;
  private final Desk desk;
  private final Messages messages;

  TextTransfer(TextModel model, Desk desk) {
    this.model = model;
    this.desk = desk;
    messages = desk.messages();
  }

  /// Asks for a file that becomes text k.
  void open(int k) {
    desk.dialogs().openText().ifPresent(file -> take(file, k));
  }

  /// Asks for a file with a recipe.
  void openRecipe() {
    desk.dialogs().openRecipe().ifPresent(this::takeRecipe);
  }

  /// Asks where the recipe is to be saved.
  void saveRecipe() {
    TextRecipe recipe = model.recipe();
    desk.dialogs()
        .saveRecipe()
        .ifPresent(file -> write(file, TextRecipeText.json(recipe), "text.saved-recipe"));
  }

  /// Asks where the mixed text is to be saved.
  void saveText() {
    MixedText mix = model.mix();
    if (mix == null) {
      desk.toast().inform(messages.get("text.no-mix"));
    } else {
      desk.dialogs()
          .saveFile("mixed", ".txt")
          .ifPresent(file -> write(file, mix.text(), "text.saved"));
    }
  }

  private void write(Path file, String text, String said) {
    desk.tasks()
        .run(
            () -> Files.writeString(file, text + "\n"),
            saved -> desk.toast().inform(messages.get(said, saved.toString())),
            this::warn);
  }

  void sayNoFigure() {
    desk.toast().inform(messages.get("text.no-figure"));
  }

  /// Takes what the clipboard holds for text k, or a recipe for all.
  void paste(int k) {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasFiles()) {
      take(clipboard.getFiles(), k);
    } else if (clipboard.hasString()) {
      take(clipboard.getString(), k);
    } else {
      desk.toast().inform(messages.get("text.nothing"));
    }
  }

  /// Lets files and texts be dropped on what shows text k.
  void acceptDrops(Node node, int k) {
    node.setOnDragOver(
        e -> {
          if (e.getDragboard().hasFiles() || e.getDragboard().hasString()) {
            e.acceptTransferModes(TransferMode.COPY);
            e.consume();
          }
        });
    node.setOnDragDropped(
        e -> {
          if (e.getDragboard().hasFiles()) {
            take(e.getDragboard().getFiles(), k);
          } else {
            take(e.getDragboard().getString(), k);
          }
          e.setDropCompleted(true);
          e.consume();
        });
  }

  void copyText() {
    MixedText mix = model.mix();
    if (mix == null) {
      desk.toast().inform(messages.get("text.no-mix"));
    } else {
      copy(mix.text(), "text.copied");
    }
  }

  void copyRecipe() {
    copy(TextRecipeText.line(model.recipe()), "copied.recipe");
  }

  private void copy(String text, String said) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    desk.toast().inform(messages.get(said));
  }

  /// Files become texts from k on, as far as there are places.
  private void take(List<File> files, int k) {
    int places = Math.min(files.size(), model.recipe().sources().size() - k);
    for (int i = 0; i < places; i++) {
      take(files.get(i).toPath(), k + i);
    }
    if (places < files.size()) {
      desk.toast().inform(messages.get("text.too-many", files.size() - places, files.size()));
    }
  }

  private void take(Path file, int k) {
    if (file.toString().endsWith(".json")) {
      takeRecipe(file);
      return;
    }
    desk.tasks()
        .run(
            () -> TextFile.read(file),
            text -> model.setSource(k, now -> now.withText(text)),
            this::warn);
  }

  private void takeRecipe(Path file) {
    desk.tasks().run(() -> recipe(file), recipe -> model.edit(now -> recipe), this::warn);
  }

  private static TextRecipe recipe(Path file) throws RecipeException, TextException {
    try {
      return TextRecipeText.parse(Files.readString(file));
    } catch (IOException _) {
      return TextRecipeText.parse(TextFile.read(file)); // which says what is wrong
    }
  }

  private void take(String text, int k) {
    if (!RecipeText.looksLikeOne(text)) {
      if (text.length() > Passage.MOST_CHARACTERS) {
        String letter = SourceColour.of(k).letter();
        warn(new RefusedException(TextReason.TOO_LONG.of(letter, Passage.MOST_CHARACTERS)));
      } else {
        model.setSource(k, now -> now.withText(text));
      }
      return;
    }
    try {
      TextRecipe recipe = TextRecipeText.parse(text);
      model.edit(now -> recipe);
    } catch (RecipeException e) {
      warn(e);
    }
  }

  private void warn(Exception problem) {
    desk.toast().warn(Problems.text(problem, messages));
  }
}
