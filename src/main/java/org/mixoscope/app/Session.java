package org.mixoscope.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.memory.MemoryFile;
import org.mixoscope.app.memory.Part;
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
  private Map<String, JsonNode> left = Map.of();
  private @Nullable String warning;
  private boolean warned;

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
    left = remembered.parts();
    boolean understood = true;
    for (Part part : window.parts()) {
      understood &= recall(part);
    }
    if (!understood) {
      setAside();
    }
    Stream.of(Command.values())
        .filter(command -> command.name().equals(remembered.screen()) && window.has(command))
        .forEach(window::show);
  }

  private boolean recall(Part part) {
    JsonNode node = left.get(part.name());
    try {
      if (node != null) {
        part.recall(node);
      }
      return true;
    } catch (IllegalArgumentException _) {
      return false; // which is said
    }
  }

  /// Before the file is written again.
  private void setAside() {
    try {
      warning = desk.messages().get("memory.part-set-aside", file.copyAside().toString());
    } catch (IOException e) {
      warning = unsaved(e);
    }
  }

  /// What need not be there with the first frame.
  void restoreLater(Remembered remembered) {
    desk.tray().restore(remembered.tray());
    InvalidationListener change = e -> soon.playFromStart();
    desk.model().revisionProperty().addListener(change);
    desk.tray().kept().addListener(change);
    desk.tray().openProperty().addListener(change);
    desk.look().themeProperty().addListener(change);
    desk.messages().languageProperty().addListener(change);
    window.frontProperty().addListener(change);
    window.parts().forEach(part -> part.changes().addListener(change));
    if (warning != null) {
      desk.toast().warn(warning);
    }
  }

  /// Everything as it is at the end, after which nothing is saved any more.
  Remembered end() {
    soon.stop();
    return now();
  }

  /// Everything as it is now.
  Remembered now() {
    Map<String, JsonNode> parts = new LinkedHashMap<>(left);
    window.parts().forEach(part -> parts.put(part.name(), part.remembered()));
    return new Remembered(
        place.now(),
        desk.look().chosen(),
        desk.messages().languageProperty().get(),
        desk.model().recipe(),
        window.frontProperty().get().name(),
        desk.recent().all(),
        desk.tray().kept(),
        desk.tray().openProperty().get(),
        parts);
  }

  private void save() {
    Remembered now = now();
    desk.tasks()
        .run(
            () -> {
              file.write(now);
              return now;
            },
            saved -> warned = false,
            this::warnOnce);
  }

  /// A folder that cannot be written to is not spoken of with every change.
  private void warnOnce(Exception failure) {
    if (!warned) {
      desk.toast().warn(unsaved(failure));
    }
    warned = true;
  }

  private String unsaved(Exception failure) {
    String reason =
        failure instanceof IOException io ? Objects.toString(io.getMessage()) : failure.toString();
    return desk.messages().get("memory.unsaved", reason);
  }
}
