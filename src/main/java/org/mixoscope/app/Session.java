package org.mixoscope.app;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.memory.MemoryFile;
import org.mixoscope.app.memory.Remembered;

/// A window that takes over what the last one left, and leaves the same to the next: soon after a
/// change, and when it closes.
final class Session {
  private static final Duration QUIET = Duration.seconds(1);
  private static final double LEAST_VISIBLE = 100;

  private final Desk desk;
  private final MainWindow window;
  private final Stage stage;
  private final MemoryFile file;
  private final PauseTransition soon = new PauseTransition(QUIET);
  private Remembered.@Nullable Place place;

  Session(Desk desk, MainWindow window, Stage stage, MemoryFile file) {
    this.desk = desk;
    this.window = window;
    this.stage = stage;
    this.file = file;
    soon.setOnFinished(e -> save());
  }

  /// Puts things where they were; a place that no screen shows any more is left to the system.
  void restore(Remembered remembered) {
    Remembered.Place last = remembered.window();
    place = last;
    if (last != null && isOnAScreen(last)) {
      stage.setX(last.x());
      stage.setY(last.y());
      stage.setWidth(last.width());
      stage.setHeight(last.height());
      stage.setMaximized(last.maximised());
    }
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
        place(),
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

  /// Where the window is, or, while it fills a screen, returns to.
  private Remembered.Place place() {
    boolean fills = stage.isMaximized() || stage.isFullScreen() || stage.isIconified();
    Remembered.Place last = place;
    Remembered.Place now =
        fills && last != null
            ? new Remembered.Place(
                last.x(), last.y(), last.width(), last.height(), stage.isMaximized())
            : new Remembered.Place(
                stage.getX(),
                stage.getY(),
                stage.getWidth(),
                stage.getHeight(),
                stage.isMaximized());
    place = now;
    return now;
  }

  /// Whether enough of it is visible to be dragged.
  private static boolean isOnAScreen(Remembered.Place place) {
    Rectangle2D top =
        new Rectangle2D(place.x(), Math.max(place.y(), 0), Math.max(place.width(), 1), 1);
    return place.y() >= -LEAST_VISIBLE
        && Screen.getScreens().stream()
            .map(Screen::getVisualBounds)
            .anyMatch(
                bounds ->
                    bounds.intersects(top)
                        && Math.min(bounds.getMaxX(), top.getMaxX())
                                - Math.max(bounds.getMinX(), top.getMinX())
                            >= LEAST_VISIBLE);
  }
}
