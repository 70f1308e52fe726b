package org.mixoscope.app;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.util.Duration;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.memory.MemoryFile;
import org.mixoscope.app.memory.Remembered;

/// A window that takes over what the last one left, and leaves the same to the next: soon after a
/// change, and when it closes.
final class Session {
  private static final Duration QUIET = Duration.seconds(1);

  private final Desk desk;
  private final MainWindow window;
  private final WindowPlace place;
  private final MemoryFile file;
  private final PauseTransition soon = new PauseTransition(QUIET);

  Session(Desk desk, MainWindow window, WindowPlace place, MemoryFile file) {
    this.desk = desk;
    this.window = window;
    this.place = place;
    this.file = file;
    soon.setOnFinished(e -> save());
  }

  /// Puts things where they were.
  void restore(Remembered remembered) {
    desk.tray().openProperty().set(remembered.trayOpen());
    desk.recent().restore(remembered.recent());
    desk.figures().settingsProperty().set(remembered.figure());
    Stream.of(Command.values())
        .filter(command -> command.name().equals(remembered.screen()) && window.has(command))
        .forEach(window::show);
  }

  /// What need not be there with the first frame.
  void restoreLater(Remembered remembered) {
    desk.tray().restore(remembered.tray());
    InvalidationListener change = e -> soon.playFromStart();
    desk.model().revisionProperty().addListener(change);
    desk.tray().kept().addListener(change);
    desk.tray().openProperty().addListener(change);
    desk.figures().settingsProperty().addListener(change);
    desk.look().themeProperty().addListener(change);
    desk.messages().languageProperty().addListener(change);
    window.frontProperty().addListener(change);
    window.batch().optionsProperty().addListener(change);
  }

  /// Everything as it is now.
  Remembered now() {
    soon.stop();
    return new Remembered(
        place.now(),
        desk.look().chosen(),
        desk.messages().languageProperty().get(),
        desk.model().recipe(),
        window.frontProperty().get().name(),
        desk.recent().all(),
        desk.tray().kept(),
        desk.tray().openProperty().get(),
        desk.figures().settingsProperty().get(),
        window.batch().optionsProperty().get());
  }

  private void save() {
    Remembered now = now();
    desk.tasks()
        .run(
            () -> {
              file.write(now);
              return now;
            },
            saved -> {},
            this::complain);
  }

  private void complain(Exception failure) {
    String reason =
        failure instanceof IOException io ? Objects.toString(io.getMessage()) : failure.toString();
    desk.toast().warn(desk.messages().get("memory.unsaved", reason));
  }
}
