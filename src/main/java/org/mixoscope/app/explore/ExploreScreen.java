package org.mixoscope.app.explore;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
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
import javafx.scene.shape.Shape;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Look;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.kernel.method.MethodType;

/// The Explore screen: puts the panes together and binds keys and drops to what they do.
public final class ExploreScreen extends StackPane {
  /// What the style sheet gives the left column beside its cards.
  private static final double SCROLL_BAR = 12;

  private final ExploreModel model;
  private final Messages messages;
  private final Actions actions = new Actions();
  private final Transfer transfer;
  private final Toast toast;
  private final PictureCache cache;
  private final TaskRunner tasks;
  private final PairsPane pairs;
  private final PicturePane picture;
  private final SourcesPane sources;
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
    MethodPane method = new MethodPane(model, messages, transfer::chooseMask);
    Player player = new Player(model);
    bindActions(look, player);
    sources = new SourcesPane(model, messages, transfer, actions, this::acceptDrops);
    VBox.setVgrow(sources, Priority.ALWAYS);

    BorderPane layout = new BorderPane();
    layout.getStyleClass().add("explore");
    layout.setTop(new TopBar(model, messages, look, player, actions, transfer));
    pairs = new PairsPane(model, messages);
    HBox columns =
        new HBox(left(pairs), middle(), right(method, new LambdaPane(model, messages, tasks)));
    columns.getStyleClass().add("columns");
    layout.setCenter(columns);
    layout.setBottom(new StatusLine(model, messages, picture));
    getChildren().add(layout);

    setFocusTraversable(true);
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    addEventFilter(MouseEvent.MOUSE_RELEASED, this::giveFocusBack);
    acceptDrops(this, -1);
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
    VBox column = new VBox(sources, samples);
    column.getStyleClass().addAll("column", "left-column");
    HBox.setMargin(column, new Insets(0, -SCROLL_BAR, 0, 0));
    return column;
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

  private ScrollPane right(MethodPane method, LambdaPane lambda) {
    VBox.setVgrow(lambda, Priority.ALWAYS);
    MaskPane mask = new MaskPane(model, messages);
    VBox.setVgrow(mask, Priority.ALWAYS);
    VBox column = new VBox(method, lambda, mask, new FormulaPane(model, messages));
    column.getStyleClass().add("column");
    ScrollPane scroll = new ScrollPane(column);
    scroll.getStyleClass().addAll("right-column", "bare-scroll");
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  private void bindActions(Look look, Player player) {
    actions.put(Command.PLAY, player::toggle);
    actions.put(Command.RESAMPLE, model::drawNext);
    actions.put(Command.NEW_SEED, model::nextSeed);
    actions.put(Command.MIXUP, () -> model.choose(MethodType.of("mixup")));
    actions.put(Command.CUTMIX, () -> model.choose(MethodType.of("cutmix")));
    actions.put(Command.MASK, () -> model.choose(MethodType.of("mask")));
    actions.put(Command.NEXT_METHOD, () -> model.chooseNext(1));
    actions.put(Command.PREVIOUS_METHOD, () -> model.chooseNext(-1));
    actions.put(
        Command.ADD_SOURCE,
        () -> {
          if (model.canAdd()) {
            model.addSample();
          }
        });
    actions.put(Command.REMOVE_SOURCE, () -> model.remove(model.recipe().sources().size() - 1));
    actions.put(Command.SWAP, () -> model.edit(r -> r.swapped()));
    actions.put(Command.LAMBDA_LESS, () -> model.nudgeLambda(-0.01));
    actions.put(Command.LAMBDA_MORE, () -> model.nudgeLambda(0.01));
    actions.put(Command.LAMBDA_MUCH_LESS, () -> model.nudgeLambda(-0.1));
    actions.put(Command.LAMBDA_MUCH_MORE, () -> model.nudgeLambda(0.1));
    for (View view : View.of(2)) {
      Command.of(view)
          .ifPresent(command -> actions.put(command, () -> model.viewProperty().set(view)));
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
      case Shape handle -> arrow;
      case ComboBoxBase<?> combo ->
          event.getCode() == KeyCode.UP
              || event.getCode() == KeyCode.DOWN
              || command == Command.PLAY;
      case ButtonBase button -> command == Command.PLAY;
      case null, default -> false;
    };
  }

  /// After a click on a button the keys belong to the screen again, even if the button is gone by
  /// then; who walks by Tab keeps them. A menu needs them while it is open.
  private void giveFocusBack(MouseEvent event) {
    if (event.getTarget() instanceof Node node
        && Stream.iterate(node, Objects::nonNull, Node::getParent)
            .anyMatch(part -> part instanceof ButtonBase && !(part instanceof MenuButton))) {
      Platform.runLater(this::requestFocus);
    }
  }

  /// Lets files be dropped on a node, and pasted while the pointer is there.
  ///
  /// @param k the source that they become; negative for the whole screen
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
    if (k >= 0) {
      node.setOnMouseEntered(e -> pasteTarget = k);
      node.setOnMouseExited(e -> pasteTarget = -1);
    }
  }
}
