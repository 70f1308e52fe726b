package org.mixoscope.app;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.shape.Shape;
import javafx.stage.Window;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.RangeSlider;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Player;
import org.mixoscope.app.ui.WhileVisible;

/// Gives the keys that are pressed anywhere in the window to the commands that they stand for.
final class Keyboard {
  private final Node window;
  private final Deck deck;
  private final Overlays overlays;
  private final Player player;
  private final Runnable explain;
  private final Runnable leave;
  private final Typing typing = new Typing();

  private Keyboard(
      Node window, Deck deck, Overlays overlays, Player player, Runnable explain, Runnable leave) {
    this.window = window;
    this.deck = deck;
    this.overlays = overlays;
    this.player = player;
    this.explain = explain;
    this.leave = leave;
  }

  /// Begins to listen.
  ///
  /// @param explain says that what is typed is taken for text
  /// @param leave what `Esc` does where nothing lies open, moves or is typed
  static void connect(
      Node window, Deck deck, Overlays overlays, Player player, Runnable explain, Runnable leave) {
    Keyboard keyboard = new Keyboard(window, deck, overlays, player, explain, leave);
    window.addEventFilter(KeyEvent.KEY_PRESSED, keyboard::press);
    window.addEventFilter(KeyEvent.KEY_TYPED, keyboard::type);
    window.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> keyboard.typing.end());
    window.addEventFilter(KeyEvent.KEY_RELEASED, keyboard::release);
    window.addEventFilter(MouseEvent.MOUSE_RELEASED, keyboard::giveFocusBack);
    window.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, keyboard::forward);
    window
        .sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::focusedProperty)
        .orElse(true)
        .subscribe(focused -> keyboard.letGo(focused));
  }

  /// What a field does not get. Where letters do nothing anyway, nothing is to be explained.
  private void type(KeyEvent event) {
    boolean lost =
        !overlays.takesKeys()
            && !isForm()
            && !event.isShortcutDown()
            && !(window.getScene().getFocusOwner() instanceof TextInputControl);
    if (lost && typing.hears(event.getCharacter())) {
      explain.run();
    }
  }

  /// Whether the screen in front is one to type in, and nothing hides it.
  private boolean isForm() {
    return deck.screen().page().isForm() && overlays.presenterProperty().get() == null;
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER
        || event.getCode() == KeyCode.TAB
        || event.getCode() == KeyCode.ESCAPE
        || event.isShortcutDown()) {
      typing.end();
    }
    // Whatever has the focus: a sheet that was just opened may not have it yet.
    if (event.getCode() == KeyCode.ESCAPE) {
      escape();
      return;
    }
    if (overlays.takesKeys()) {
      return;
    }
    if (event.getCode() == KeyCode.F10 && event.isShiftDown()) {
      askForMenu(window.getScene().getFocusOwner());
      event.consume();
      return;
    }
    Optional<Command> wanted = wanted(event);
    overlays.echo(event, wanted);
    wanted.ifPresent(
        command -> {
          deck.run(command);
          event.consume();
          keepFocus();
        });
  }

  /// Ends one thing, the topmost.
  private void escape() {
    boolean typed = window.getScene().getFocusOwner() instanceof TextInputControl;
    boolean moved = player.isBusy();
    if (!overlays.close()) {
      player.stop();
      if (!typed && !moved) {
        leave.run();
      }
    }
    window.requestFocus();
  }

  /// The menu of what has the focus; where nothing has it, that of the main thing on the screen.
  private void forward(ContextMenuEvent event) {
    if (event.isKeyboardTrigger() && window.equals(event.getTarget())) {
      askForMenu(deck.screen().page().notices());
      event.consume();
    }
  }

  private static void askForMenu(@Nullable Node node) {
    if (node != null) {
      Bounds on = node.localToScreen(node.getLayoutBounds());
      Point2D at = node.screenToLocal(on.getCenterX(), on.getCenterY());
      node.fireEvent(
          new ContextMenuEvent(
              ContextMenuEvent.CONTEXT_MENU_REQUESTED,
              at.getX(),
              at.getY(),
              on.getCenterX(),
              on.getCenterY(),
              true,
              new PickResult(node, at.getX(), at.getY())));
    }
  }

  /// What a command takes off the screen would leave the focus to whatever comes next, and `Space`
  /// would press that. The keys belong to the window then.
  private void keepFocus() {
    Scene scene = window.getScene(); // which the end of a lesson leaves
    Node focus = scene == null ? null : scene.getFocusOwner();
    if (focus != null && !(focus.isVisible() && WhileVisible.of(focus).getValue())) {
      window.requestFocus();
    }
  }

  /// Keys may have one meaning in the screen in front and another elsewhere.
  private Optional<Command> wanted(KeyEvent event) {
    List<Actions> actions = deck.actions().toList();
    // The page of the mix hides the screen in front, and with it what that means by a key.
    AudiencePage page = overlays.presenterProperty().get();
    boolean hidden = page != null && !page.isOfScreen();
    return (hidden ? actions.reversed() : actions)
        .stream()
            .flatMap(some -> Stream.of(Command.values()).filter(some::has))
            .filter(command -> command.matches(event) && !belongsToFocus(command, event))
            .filter(command -> !typing.takes(command, event))
            .filter(command -> !(isForm() && Typing.isLetter(command, event)))
            .findFirst();
  }

  private void release(KeyEvent event) {
    Stream.of(Command.values())
        .filter(command -> command.isReleasedBy(event))
        .forEach(deck.own()::release);
  }

  /// A window that loses the focus never hears that a key was let go.
  private void letGo(boolean focused) {
    if (!focused) {
      deck.own().releaseAll();
    }
  }

  /// Whether the control with the focus has a use of its own for a key.
  private boolean belongsToFocus(Command command, KeyEvent event) {
    Node focus = window.getScene().getFocusOwner();
    boolean arrow = event.getCode().isArrowKey();
    return switch (focus) {
      case TextInputControl text ->
          (command.isPlain() && !event.getCode().isFunctionKey())
              || List.of(Command.UNDO, Command.REDO, Command.PASTE, Command.COPY_PICTURE)
                  .contains(command);
      case Slider slider -> arrow;
      case RangeSlider slider -> arrow;
      case Shape handle -> arrow;
      case ImageView picture -> arrow;
      case Canvas matrix -> arrow;
      case ListView<?> list -> arrow;
      case ComboBoxBase<?> _, CheckComboBox<?> _ ->
          event.getCode() == KeyCode.UP
              || event.getCode() == KeyCode.DOWN
              || event.getCode() == KeyCode.SPACE
              || command == Command.OPEN_CELL;
      // Tab reaches one of a group, the arrow keys the others.
      case ToggleButton toggle when toggle.getToggleGroup() != null ->
          arrow || event.getCode() == KeyCode.SPACE || command == Command.OPEN_CELL;
      case ButtonBase button -> event.getCode() == KeyCode.SPACE || command == Command.OPEN_CELL;
      case null, default -> false;
    };
  }

  /// After a click on a button the keys belong to the window again, even if the button is gone by
  /// then; who walks by Tab keeps them. A menu needs them while it is open.
  private void giveFocusBack(MouseEvent event) {
    if (!overlays.takesKeys()
        && event.getTarget() instanceof Node node
        && Stream.iterate(node, Objects::nonNull, Node::getParent)
            .anyMatch(part -> part instanceof ButtonBase && !(part instanceof MenuButton))) {
      Platform.runLater(window::requestFocus);
    }
  }
}
