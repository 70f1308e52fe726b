package org.mixoscope.app;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.Page;
import org.mixoscope.app.command.Screen;
import org.mixoscope.app.ui.Skins;

/// The screens of the window, of which one is in front. What a command does there goes before what
/// it does in every screen.
final class Deck extends StackPane {
  private final Desk desk;
  private final Map<Command, Supplier<Screen>> makers;
  private final Map<Command, Screen> made = new EnumMap<>(Command.class);
  private final Set<Screen> loaded = new HashSet<>();
  private final ReadOnlyObjectWrapper<Command> front;

  /// @param makers makes the screen that a command shows when it is first shown, in the order of
  ///   the bar
  /// @param first the one to begin with
  Deck(Desk desk, Map<Command, Supplier<Screen>> makers, Command first) {
    this.desk = desk;
    this.makers = makers;
    front = new ReadOnlyObjectWrapper<>(first);
    enter(screen());
  }

  /// The commands that show a screen, in their order.
  List<Command> commands() {
    return List.copyOf(makers.keySet());
  }

  /// The command of the screen in front.
  ReadOnlyObjectProperty<Command> frontProperty() {
    return front.getReadOnlyProperty();
  }

  /// The one in front.
  Screen screen() {
    return screen(front.get());
  }

  /// Brings a screen to the front.
  void show(Command command) {
    if (command == front.get()) {
      return;
    }
    Screen next = screen(command);
    leave(screen());
    front.set(command);
    enter(next);
    Platform.runLater(this::load);
  }

  /// Has everything read that the screen in front need not wait for, the first time.
  void load() {
    if (loaded.add(screen())) {
      screen().load();
    }
  }

  /// Whether the screen in front can be seen; not while another window lies over this one.
  void setSeen(boolean seen) {
    screen().page().actions().releaseAll();
    screen().setInFront(seen);
  }

  private Screen screen(Command command) {
    return made.computeIfAbsent(command, this::make);
  }

  private Screen make(Command command) {
    Screen screen = Objects.requireNonNull(makers.get(command), "no such screen").get();
    Skins.make(screen.page().node());
    return screen;
  }

  private void leave(Screen screen) {
    Page page = screen.page();
    page.actions().releaseAll();
    screen.setInFront(false);
    desk.toast().leave();
    page.notices().getChildren().remove(desk.toast());
  }

  private void enter(Screen screen) {
    Page page = screen.page();
    getChildren().setAll(page.node());
    takeMessages();
    screen.setInFront(true);
  }

  /// Has messages appear over the screen in front.
  void takeMessages() {
    desk.toast().showOver(screen().page().notices());
  }

  /// What commands do now; where two of them bind the same, the first counts.
  Stream<Actions> actions() {
    return Stream.of(own(), desk.actions());
  }

  /// What commands do in the screen in front only.
  Actions own() {
    return screen().page().actions();
  }

  /// Whether a command has a meaning now.
  boolean has(Command command) {
    return actions().anyMatch(actions -> actions.has(command));
  }

  /// Whether a command has a meaning of its own in the screen in front.
  ObservableValue<Boolean> isOwn(Command command) {
    return front.map(screen -> own().has(command));
  }

  /// The key of what a command is called in the screen in front.
  ObservableValue<String> key(Command command) {
    return front.map(screen -> own().key(command));
  }

  /// Runs a command. One that has no meaning is a defect.
  void run(Command command) {
    now(command).run(command);
  }

  /// Whether a command does anything, whichever screen is in front.
  ObservableValue<Boolean> possible(Command command) {
    return front.flatMap(screen -> now(command).possible(command));
  }

  private Actions now(Command command) {
    return own().has(command) ? own() : desk.actions();
  }
}
