package org.mixoscope.app;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Shape;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.audit.AuditScreen;
import org.mixoscope.app.batch.BatchModel;
import org.mixoscope.app.batch.BatchOptions;
import org.mixoscope.app.batch.BatchScreen;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.CodeCopies;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.Player;
import org.mixoscope.app.command.Problems;
import org.mixoscope.app.command.Screen;
import org.mixoscope.app.compare.CompareScreen;
import org.mixoscope.app.explore.ExploreScreen;
import org.mixoscope.app.explore.PresenterPane;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PoolModel;
import org.mixoscope.app.state.Sight;
import org.mixoscope.app.state.Tray;
import org.mixoscope.app.tune.TuneScreen;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.recipe.code.CodeTarget;

/// All that is in the window: the bar, the screen in front, messages, and the sheet of keys. Binds
/// keys and drops to what they do in every screen.
final class MainWindow extends StackPane {
  private final Desk desk;
  private final BatchModel batch;
  private final Map<Command, Supplier<Screen>> makers;
  private final Map<Command, Screen> screens = new EnumMap<>(Command.class);
  private final ReadOnlyObjectWrapper<Command> front = new ReadOnlyObjectWrapper<>();
  private final BorderPane layout = new BorderPane();
  private @Nullable KeysSheet keys;
  private @Nullable Palette palette;
  private @Nullable PresenterPane presenter;

  /// @param makers makes the screen that a command shows, in the order of the bar
  /// @param first the one to begin with
  MainWindow(
      Desk desk, BatchModel batch, Map<Command, Supplier<Screen>> makers, Command first) {
    this.desk = desk;
    this.batch = batch;
    this.makers = makers;
    bind(desk.player());
    layout.getStyleClass().add("window");
    layout.setTop(new TopBar(desk, List.copyOf(makers.keySet()), front));
    getChildren().add(layout);
    show(first);

    setFocusTraversable(true);
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    addEventFilter(KeyEvent.KEY_RELEASED, this::release);
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::focusedProperty)
        .orElse(true)
        .subscribe(focused -> letGo(focused));
    addEventFilter(MouseEvent.MOUSE_RELEASED, this::giveFocusBack);
    desk.transfer().acceptDrops(this, -1);
    desk.model()
        .problemProperty()
        .addListener(
            (property, old, problem) -> {
              if (problem != null) {
                desk.toast().warn(Problems.text(problem, desk.messages()));
              }
            });
  }

  /// With every screen, Explore in front.
  static MainWindow of(Desk desk) {
    return of(desk, null);
  }

  /// Like the form without them, with what was chosen for a batch in an earlier window.
  static MainWindow of(Desk desk, @Nullable BatchOptions left) {
    BatchModel batch = new BatchModel(desk.model(), desk.tasks(), Platform::runLater, left);
    Map<Command, Supplier<Screen>> screens = new LinkedHashMap<>();
    screens.put(Command.EXPLORE, () -> new ExploreScreen(desk));
    screens.put(Command.COMPARE, () -> new CompareScreen(desk));
    screens.put(Command.TUNE, () -> new TuneScreen(desk));
    screens.put(Command.AUDIT, () -> new AuditScreen(desk));
    screens.put(Command.BATCH, () -> new BatchScreen(desk, batch));
    return new MainWindow(desk, batch, screens, Command.EXPLORE);
  }

  /// The command of the screen in front.
  ReadOnlyObjectProperty<Command> frontProperty() {
    return front.getReadOnlyProperty();
  }

  /// How the mix is looked at.
  Sight sight() {
    return desk.model().sight();
  }

  /// The data set that is mixed, or might be.
  BatchModel batch() {
    return batch;
  }

  /// Whether a command shows one of the screens.
  boolean has(Command command) {
    return makers.containsKey(command);
  }

  /// Has everything read that the window need not wait for.
  void load() {
    screen().load();
  }

  /// Opens a folder of pictures.
  void open(Path folder) {
    desk.pool().open(folder);
  }

  /// Tells the user of a defect of ours; the window goes on.
  void apologise(Throwable defect) {
    desk.toast().warn(desk.messages().get("problem.unexpected", defect.toString()));
  }

  /// Draws everything that otherwise waits for the next frame of the screen.
  void renderNow() {
    screen().renderNow();
  }

  /// Brings a screen to the front.
  void show(Command command) {
    if (command == front.get()) {
      return;
    }
    Screen before = screens.get(front.get());
    boolean isNew = !screens.containsKey(command);
    Screen next =
        screens.computeIfAbsent(
            command, c -> Objects.requireNonNull(makers.get(c), "no such screen").get());
    if (before != null) {
      before.page().actions().releaseAll();
      before.setInFront(false);
      before.page().notices().getChildren().remove(desk.toast());
    }
    layout.setCenter(next.page().node());
    next.page().notices().getChildren().add(desk.toast());
    StackPane.setAlignment(desk.toast(), Pos.BOTTOM_CENTER);
    front.set(command);
    next.setInFront(true);
    if (isNew && before != null) {
      Platform.runLater(next::load);
    }
    requestFocus();
  }

  private Screen screen() {
    return Objects.requireNonNull(screens.get(front.get()));
  }

  private void bind(Player player) {
    Actions actions = desk.actions();
    MixModel model = desk.model();
    makers.keySet().forEach(command -> actions.put(command, () -> show(command)));
    actions.put(Command.PLAY, player::toggle);
    actions.put(Command.SWEEP, player::sweep);
    actions.put(
        Command.SLOW_MOTION,
        () -> {
          show(Command.EXPLORE);
          player.slowMotion();
        });
    actions.put(Command.PREVIOUS_STEP, player::backward);
    actions.put(Command.NEXT_STEP, player::forward);
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
          if (model.sources().canAdd()) {
            model.sources().addSample();
          }
        });
    actions.put(
        Command.REMOVE_SOURCE, () -> model.sources().remove(model.recipe().sources().size() - 1));
    actions.put(Command.SWAP, () -> model.edit(r -> r.swapped()));
    actions.put(Command.LAMBDA_LESS, () -> model.nudgeLambda(-0.01));
    actions.put(Command.LAMBDA_MORE, () -> model.nudgeLambda(0.01));
    actions.put(Command.LAMBDA_MUCH_LESS, () -> model.nudgeLambda(-0.1));
    actions.put(Command.LAMBDA_MUCH_MORE, () -> model.nudgeLambda(0.1));
    actions.put(Command.UNDO, model.history()::undo);
    actions.put(Command.REDO, model.history()::redo);
    actions.put(Command.RESET, model::reset);
    bindTransfer();
    bindPool();
    actions.put(Command.THEME, desk.look()::toggle);
    actions.put(
        Command.LANGUAGE,
        () -> desk.messages().speak(desk.messages().languageProperty().get().other()));
    actions.put(Command.KEYS, () -> showKeys(keys == null || !keys.isVisible()));
    actions.put(Command.KEEP, this::keep);
    actions.put(
        Command.TRAY, () -> desk.tray().openProperty().set(!desk.tray().openProperty().get()));
    actions.put(Command.PALETTE, this::openPalette);
    actions.put(Command.PRESENT, () -> present(presenter == null));
  }

  private void keep() {
    boolean kept = desk.tray().keep(desk.model().recipe());
    if (!kept) {
      String full = Integer.toString(Tray.MOST);
      boolean isFull = desk.tray().kept().size() == Tray.MOST;
      desk.toast().inform(desk.messages().get(isFull ? "tray.full" : "tray.there", full));
    } else if (front.get() != Command.EXPLORE || presenter != null) {
      desk.toast().inform(desk.messages().get("tray.kept"));
    }
  }

  private void openPalette() {
    Palette sheet = palette;
    if (sheet == null) {
      sheet =
          new Palette(
              desk.messages(), () -> Offers.of(desk, this::can, this::run), this::requestFocus);
      palette = sheet;
      getChildren().add(sheet);
    }
    sheet.toFront();
    sheet.open();
  }

  /// Shows the presenter's page over all screens, the window filling the display, or goes back.
  private void present(boolean on) {
    PresenterPane before = presenter;
    if (before != null) {
      getChildren().remove(before);
      presenter = null;
    }
    if (on) {
      PresenterPane page = new PresenterPane(desk.model(), desk.messages());
      presenter = page;
      getChildren().add(1, page);
    }
    layout.setVisible(!on);
    if (getScene() != null && getScene().getWindow() instanceof Stage stage) {
      stage.setFullScreenExitHint("");
      stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
      stage.setFullScreen(on);
    }
    requestFocus();
  }

  private void bindTransfer() {
    Actions actions = desk.actions();
    var transfer = desk.transfer();
    actions.put(Command.OPEN_A, () -> transfer.chooseSource(0));
    actions.put(Command.OPEN_B, () -> transfer.chooseSource(1));
    actions.put(Command.PASTE, transfer::paste);
    actions.put(Command.COPY_PICTURE, transfer::copyPicture);
    actions.put(Command.COPY_FIGURE, transfer::copyFigure);
    actions.put(Command.COPY_RECIPE, transfer::copyRecipe);
    for (CodeTarget target : CodeTarget.values()) {
      actions.put(CodeCopies.command(target), () -> desk.code().copy(target));
    }
    actions.put(Command.EXPORT, () -> desk.figures().save(FigureFormat.PNG));
    actions.put(Command.OPEN_RECIPE, transfer::chooseRecipe);
    actions.put(Command.SAVE_RECIPE, transfer::saveRecipe);
  }

  private void bindPool() {
    Actions actions = desk.actions();
    PoolModel pool = desk.pool();
    actions.put(Command.OPEN_FOLDER, desk.transfer()::chooseFolder);
    actions.put(Command.NEXT_PAIR, () -> pool.step(1));
    actions.put(Command.PREVIOUS_PAIR, () -> pool.step(-1));
    actions.put(Command.RANDOM_PAIR, pool::random);
    actions.put(Command.NEXT_A, () -> pool.step(0, 1));
    actions.put(Command.PREVIOUS_A, () -> pool.step(0, -1));
    actions.put(Command.NEXT_B, () -> pool.step(1, 1));
    actions.put(Command.PREVIOUS_B, () -> pool.step(1, -1));
  }

  /// The sheet is made when it is first asked for.
  private void showKeys(boolean show) {
    KeysSheet sheet = keys;
    if (sheet == null && show) {
      sheet = new KeysSheet(desk.messages());
      keys = sheet;
      getChildren().add(sheet);
    }
    if (sheet != null) {
      sheet.setVisible(show);
    }
  }

  private void press(KeyEvent event) {
    if (palette != null && palette.isVisible()) {
      return;
    }
    if (event.getCode() == KeyCode.ESCAPE) {
      if (keys != null && keys.isVisible()) {
        showKeys(false);
      } else if (presenter != null) {
        present(false);
      } else {
        desk.player().stop();
      }
      requestFocus();
      return;
    }
    Optional<Binding> wanted = wanted(event);
    echo(event, wanted.map(Binding::command));
    wanted.ifPresent(
        binding -> {
          binding.actions().run(binding.command());
          event.consume();
        });
  }

  private record Binding(Actions actions, Command command) {}

  /// What a key does in the screen in front goes before what it does elsewhere.
  private Optional<Binding> wanted(KeyEvent event) {
    return Stream.of(screen().page().actions(), desk.actions())
        .flatMap(
            actions ->
                Stream.of(Command.values())
                    .filter(command -> command.matches(event) && actions.has(command))
                    .filter(command -> !belongsToFocus(command, event))
                    .map(command -> new Binding(actions, command)))
        .findFirst();
  }

  /// Some commands have a meaning in some screens only.
  private void run(Command command) {
    Stream.of(screen().page().actions(), desk.actions())
        .filter(actions -> actions.has(command))
        .findFirst()
        .ifPresent(actions -> actions.run(command));
  }

  /// Lets an audience see the key.
  private void echo(KeyEvent event, Optional<Command> command) {
    if (presenter != null && !event.getCode().isModifierKey()) {
      presenter.echo(
          command.map(Command::keysText).orElseGet(() -> event.getCode().getName()),
          command.map(c -> desk.messages().get(c.key())).orElse(""));
    }
  }

  private boolean can(Command command) {
    return screen().page().actions().has(command) || desk.actions().has(command);
  }

  private void release(KeyEvent event) {
    Stream.of(Command.values())
        .filter(command -> command.isReleasedBy(event))
        .forEach(command -> screen().page().actions().release(command));
  }

  /// A window that loses the focus never hears that a key was let go.
  private void letGo(boolean focused) {
    if (!focused) {
      screen().page().actions().releaseAll();
    }
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
      case ImageView picture -> arrow;
      case ListView<?> list -> arrow;
      case ComboBoxBase<?> combo ->
          event.getCode() == KeyCode.UP
              || event.getCode() == KeyCode.DOWN
              || command == Command.PLAY
              || command == Command.OPEN_CELL;
      // Tab reaches one of a group, the arrow keys the others.
      case ToggleButton toggle when toggle.getToggleGroup() != null ->
          arrow || command == Command.PLAY || command == Command.OPEN_CELL;
      case ButtonBase button -> command == Command.PLAY || command == Command.OPEN_CELL;
      case null, default -> false;
    };
  }

  /// After a click on a button the keys belong to the window again, even if the button is gone by
  /// then; who walks by Tab keeps them. A menu needs them while it is open.
  private void giveFocusBack(MouseEvent event) {
    if (event.getTarget() instanceof Node node
        && Stream.iterate(node, Objects::nonNull, Node::getParent)
            .anyMatch(part -> part instanceof ButtonBase && !(part instanceof MenuButton))) {
      Platform.runLater(this::requestFocus);
    }
  }
}
