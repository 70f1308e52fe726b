package org.mixoscope.app.text;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.Page;
import org.mixoscope.app.command.Screen;
import org.mixoscope.app.state.ObservableHistory;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.app.ui.SteadyScroll;
import org.mixoscope.text.TextRecipe;

/// The Text screen: on the left how texts are mixed, beside it the texts, and below them the mix.
public final class TextScreen implements Screen {
  private static final double SMALL = 0.01;
  private static final double LARGE = 0.1;

  private final TextModel model;
  private final TextTransfer transfer;
  private final Messages messages;
  private final Page page;
  private @Nullable MixPane presented;

  /// The screen of a desk.
  public TextScreen(Desk desk, TextModel model) {
    this.model = model;
    messages = desk.messages();
    transfer = new TextTransfer(model, desk);
    MixPane mix = MixPane.withButtons(model, transfer, messages);
    VBox.setVgrow(mix, Priority.ALWAYS);
    VBox right = new VBox(new SourcesPane(model, transfer, messages), mix);
    right.getStyleClass().add("train-work");
    right.setMinWidth(0);
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox columns = new HBox(left(), right);
    columns.getStyleClass().add("train-page");
    StackPane layout = new StackPane(columns);
    layout.getStyleClass().add("texts");
    transfer.acceptDrops(layout, 0);
    page = Page.of(layout, actions());
  }

  @Override
  public Page page() {
    return page;
  }

  @Override
  public void setInFront(boolean inFront) {
    model.setActive(inFront);
  }

  @Override
  public Optional<Region> presented() {
    MixPane known = presented;
    if (known == null) {
      known = MixPane.forAudience(model, messages);
      presented = known;
    }
    return Optional.of(known);
  }

  private SteadyScroll left() {
    HBox texts =
        new HBox(
            button("text.add", Feather.PLUS, model::add, Command.ADD_SOURCE),
            button("text.swap", Feather.REPEAT, this::swap, Command.SWAP),
            button("text.samples", Feather.ROTATE_CCW, model::reset, Command.RESET));
    texts.getStyleClass().add("option-row");
    VBox cards = new VBox(new MethodCard(model, messages), texts);
    cards.getStyleClass().add("train-choices");
    SteadyScroll left = new SteadyScroll(cards);
    left.getStyleClass().add("text-left");
    return left;
  }

  private Button button(String key, Ikon icon, Runnable action, Command command) {
    Button button = OptionRow.button(messages, key, icon, action);
    return Explained.by(button, messages, key, command.keysText());
  }

  private void swap() {
    model.edit(TextRecipe::swapped);
  }

  private Actions actions() {
    Actions actions = new Actions();
    ReadOnlyBooleanWrapper never = new ReadOnlyBooleanWrapper(false);
    ObservableHistory<TextRecipe> history = model.history();
    actions.put(Command.UNDO, history::undo, history.canUndoProperty());
    actions.put(Command.REDO, history::redo, history.canRedoProperty());
    actions.put(Command.RESET, model::reset);
    actions.put(Command.RESAMPLE, model::drawNext);
    actions.put(Command.NEW_SEED, model::nextSeed);
    actions.put(Command.LAMBDA_LESS, () -> model.nudgeLambda(-SMALL));
    actions.put(Command.LAMBDA_MORE, () -> model.nudgeLambda(SMALL));
    actions.put(Command.LAMBDA_MUCH_LESS, () -> model.nudgeLambda(-LARGE));
    actions.put(Command.LAMBDA_MUCH_MORE, () -> model.nudgeLambda(LARGE));
    actions.put(Command.NEXT_METHOD, () -> model.chooseNext(1));
    actions.put(Command.PREVIOUS_METHOD, () -> model.chooseNext(-1));
    actions.put(Command.SWAP, this::swap);
    actions.put(Command.ADD_SOURCE, model::add);
    actions.put(Command.REMOVE_SOURCE, () -> model.remove(model.recipe().sources().size() - 1));
    actions.put(Command.OPEN_A, () -> transfer.open(0));
    actions.put(Command.OPEN_B, () -> transfer.open(1));
    actions.put(Command.OPEN_RECIPE, transfer::openRecipe);
    actions.put(Command.SAVE_RECIPE, transfer::saveRecipe);
    actions.put(Command.PASTE, () -> transfer.paste(0));
    actions.put(Command.COPY_PICTURE, transfer::copyText);
    actions.put(Command.COPY_RECIPE, transfer::copyRecipe);
    actions.put(Command.EXPORT, transfer::saveText);
    // What is mixed elsewhere is not to be seen here.
    actions.put(Command.COPY_FIGURE, transfer::sayNoFigure, never);
    actions.put(Command.FIGURE, transfer::sayNoFigure, never);
    actions.name(Command.COPY_PICTURE, "text.copy");
    actions.name(Command.EXPORT, "text.save");
    return actions;
  }
}
