package org.mixoscope.app.explore;

import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.mixoscope.app.ui.Look;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;

/// The Explore screen: puts the panes together and binds keys and drops to what they do.
public final class ExploreScreen extends StackPane {
  private final ExploreModel model;
  private final Messages messages;
  private final Actions actions = new Actions();
  private final Transfer transfer;
  private final Toast toast;
  private final PictureCache cache;
  private final TaskRunner tasks;
  private final PairsPane pairs;
  private final PicturePane picture;
  private final MethodPane method;
  private final List<SourcePane> sources;
  private @Nullable KeysSheet keys;
  private int pasteTarget = -1;

  /// The screen of a model.
  public ExploreScreen(
      ExploreModel model,
      PictureCache cache,
      Messages messages,
      Look look,
      FileDialogs dialogs,
      TaskRunner tasks) {
    this.model = model;
    this.messages = messages;
    this.cache = cache;
    this.tasks = tasks;
    toast = new Toast(messages);
    transfer = new Transfer(model, messages, dialogs, tasks, toast::inform);
    picture = new PicturePane(model, messages, new FrameMenu(model, messages));
    method = new MethodPane(model, messages, transfer::chooseMask);
    Player player = new Player(model);
    bindActions(look, player);
    sources =
        List.of(
            new SourcePane(0, model, messages, () -> transfer.chooseSource(0)),
            new SourcePane(1, model, messages, () -> transfer.chooseSource(1)));

    BorderPane layout = new BorderPane();
    layout.getStyleClass().add("explore");
    layout.setTop(new TopBar(model, messages, look, player, actions, transfer));
    pairs = new PairsPane(model, messages);
    HBox columns = new HBox(left(pairs), middle(), right(new LambdaPane(model, messages, tasks)));
    columns.getStyleClass().add("columns");
    layout.setCenter(columns);
    layout.setBottom(new StatusLine(model, messages, picture));
    getChildren().add(layout);

    setFocusTraversable(true);
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::giveFocusBack);
    acceptDrops(this, -1);
    for (int k = 0; k < sources.size(); k++) {
      int target = k;
      acceptDrops(sources.get(k), k);
      sources.get(k).setOnMouseEntered(e -> pasteTarget = target);
      sources.get(k).setOnMouseExited(e -> pasteTarget = -1);
    }
    model
        .problemProperty()
        .addListener(
            (property, old, problem) -> {
              if (problem != null) {
                toast.warn(Problems.text(problem, messages));
              }
            });
  }

  /// Has everything read that the window need not wait for.
  public void loadSamples() {
    pairs.load(cache, tasks);
  }

  /// Tells the user of a defect of ours; the window goes on.
  public void apologise(Throwable defect) {
    toast.warn(messages.get("problem.unexpected", defect.toString()));
  }

  /// Draws everything that otherwise waits for the next frame of the screen.
  public void renderNow() {
    picture.render();
  }

  private VBox left(PairsPane samples) {
    VBox column = new VBox();
    column.getStyleClass().addAll("column", "left-column");
    sources.forEach(pane -> VBox.setVgrow(pane, Priority.ALWAYS));
    column.getChildren().addAll(sources.getFirst(), swap(), sources.getLast(), samples);
    return column;
  }

  private HBox swap() {
    Button swap = new Button(null, new FontIcon(Feather.REPEAT));
    swap.textProperty().bind(messages.bind("swap"));
    swap.getStyleClass().addAll("icon-button", "swap-button");
    swap.setId("do-SWAP");
    swap.setOnAction(e -> actions.run(Command.SWAP));
    Explained.by(swap, messages, Command.SWAP.key(), Command.SWAP.keysText());
    HBox row = new HBox(swap);
    row.setAlignment(Pos.CENTER);
    return row;
  }

  private VBox middle() {
    StackPane stage = new StackPane(picture, toast);
    StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(stage.widthProperty());
    clip.heightProperty().bind(stage.heightProperty());
    stage.setClip(clip);
    stage.setMinSize(0, 0);
    VBox.setVgrow(stage, Priority.ALWAYS);
    VBox column = new VBox(stage, new LabelPane(model, messages));
    column.getStyleClass().add("column");
    HBox.setHgrow(column, Priority.ALWAYS);
    return column;
  }

  private ScrollPane right(LambdaPane lambda) {
    VBox.setVgrow(lambda, Priority.ALWAYS);
    MaskPane mask = new MaskPane(model, messages);
    VBox.setVgrow(mask, Priority.ALWAYS);
    VBox column = new VBox(method, lambda, mask, new FormulaPane(model, messages));
    column.getStyleClass().add("column");
    ScrollPane scroll = new ScrollPane(column);
    scroll.getStyleClass().add("right-column");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  private void bindActions(Look look, Player player) {
    actions.put(Command.PLAY, player::toggle);
    actions.put(Command.RESAMPLE, model::drawNext);
    actions.put(Command.NEW_SEED, model::nextSeed);
    actions.put(Command.MIXUP, () -> method.choose(MethodPane.Kind.MIXUP));
    actions.put(Command.CUTMIX, () -> method.choose(MethodPane.Kind.CUTMIX));
    actions.put(Command.MASK, () -> method.choose(MethodPane.Kind.MASK));
    actions.put(Command.SWAP, () -> model.edit(r -> r.swapped()));
    actions.put(Command.LAMBDA_LESS, () -> model.nudgeLambda(-0.01));
    actions.put(Command.LAMBDA_MORE, () -> model.nudgeLambda(0.01));
    actions.put(Command.LAMBDA_MUCH_LESS, () -> model.nudgeLambda(-0.1));
    actions.put(Command.LAMBDA_MUCH_MORE, () -> model.nudgeLambda(0.1));
    for (View view : View.values()) {
      actions.put(Command.of(view), () -> model.viewProperty().set(view));
    }
    actions.put(Command.UNDO, model::undo);
    actions.put(Command.REDO, model::redo);
    actions.put(Command.RESET, model::reset);
    actions.put(Command.OPEN_A, () -> transfer.chooseSource(0));
    actions.put(Command.OPEN_B, () -> transfer.chooseSource(1));
    actions.put(Command.PASTE, () -> transfer.paste(pasteTarget));
    actions.put(Command.COPY_PICTURE, transfer::copyPicture);
    actions.put(Command.COPY_FIGURE, transfer::copyFigure);
    actions.put(Command.COPY_RECIPE, transfer::copyRecipe);
    actions.put(Command.EXPORT, () -> transfer.exportPicture(1));
    actions.put(Command.OPEN_RECIPE, transfer::chooseRecipe);
    actions.put(Command.SAVE_RECIPE, transfer::saveRecipe);
    actions.put(Command.THEME, look::toggle);
    actions.put(Command.LANGUAGE, () -> messages.speak(messages.languageProperty().get().other()));
    actions.put(Command.KEYS, () -> showKeys(keys == null || !keys.isVisible()));
  }

  /// The sheet is made when it is first asked for.
  private void showKeys(boolean show) {
    KeysSheet sheet = keys;
    if (sheet == null && show) {
      sheet = new KeysSheet(messages);
      keys = sheet;
      getChildren().add(sheet);
    }
    if (sheet != null) {
      sheet.setVisible(show);
    }
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      showKeys(false);
      requestFocus();
      return;
    }
    Stream.of(Command.values())
        .filter(command -> command.matches(event) && !belongsToFocus(command, event))
        .findFirst()
        .ifPresent(
            command -> {
              actions.run(command);
              event.consume();
            });
  }

  /// Whether the control with the focus has a use of its own for a key.
  private boolean belongsToFocus(Command command, KeyEvent event) {
    Node focus = getScene().getFocusOwner();
    boolean arrow = event.getCode().isArrowKey();
    return switch (focus) {
      case TextInputControl text ->
          command.isPlain()
              || List.of(Command.UNDO, Command.REDO, Command.PASTE, Command.COPY_PICTURE)
                  .contains(command);
      case Slider slider -> arrow;
      case Rectangle box -> arrow;
      case ComboBoxBase<?> combo -> arrow || command == Command.PLAY;
      case ButtonBase button -> command == Command.PLAY;
      case null, default -> false;
    };
  }

  /// After a click on a button the keys belong to the screen again; who walks by Tab keeps them.
  private void giveFocusBack(MouseEvent event) {
    Platform.runLater(
        () -> {
          if (getScene() != null && getScene().getFocusOwner() instanceof ButtonBase) {
            requestFocus();
          }
        });
  }

  private void acceptDrops(Node node, int k) {
    node.setOnDragOver(
        (DragEvent e) -> {
          if (Transfer.accepts(e.getDragboard())) {
            e.acceptTransferModes(TransferMode.COPY);
            e.consume();
          }
        });
    node.setOnDragDropped(
        e -> {
          transfer.drop(e.getDragboard(), k);
          e.setDropCompleted(true);
          e.consume();
        });
  }
}
