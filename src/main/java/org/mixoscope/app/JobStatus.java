package org.mixoscope.app;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.JobNews;
import org.mixoscope.app.ui.JobNews.Stage;
import org.mixoscope.app.ui.Messages;

/// How the long job of a screen does, seen from the other screens. A click goes there.
final class JobStatus extends Button {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failure");

  /// A longer name is cut off; all of it is in the tooltip.
  private static final double WIDEST = 150;

  private final Messages messages;
  private final ObservableValue<@Nullable JobNews> news;
  private final Room room;
  private final String key;

  /// What there is room for in a bar.
  ///
  /// @param name of the job
  /// @param caption of what stands alone otherwise: its sign
  record Room(ObservableBooleanValue name, ObservableBooleanValue caption) {}

  /// @param screen whose job it is
  /// @param key begins the keys of its texts
  /// @param go shows a screen
  /// @param room that the bar has for it
  JobStatus(
      Command screen,
      String key,
      ObservableValue<@Nullable JobNews> news,
      Consumer<Command> go,
      Messages messages,
      Room room) {
    this.messages = messages;
    this.news = news;
    this.room = room;
    this.key = key;
    setId(key.replace('.', '-'));
    getStyleClass().addAll("icon-button", "flat", "job-status");
    setMaxWidth(WIDEST);
    setOnAction(e -> go.accept(screen));
    managedProperty().bind(visibleProperty());
    Explained.by(
        this,
        Bindings.createStringBinding(this::sentence, news, messages.languageProperty()),
        messages.bind(key + ".help"),
        screen.keysText());
    news.subscribe(this::show);
    room.name.subscribe(this::show);
    room.caption.subscribe(this::show);
  }

  @Override
  protected double computeMinWidth(double height) {
    return Math.min(WIDEST, computePrefWidth(height));
  }

  private void show() {
    JobNews now = news.getValue();
    setVisible(now != null);
    if (now != null) {
      String part = isRunning(now) ? now.percent() + " %" : "";
      setText(room.name.get() ? (part + "  " + now.name()).strip() : part);
      boolean isBare = isRunning(now) && !room.caption.get();
      setGraphic(isBare ? null : Icons.of(icon(now.stage())));
      pseudoClassStateChanged(FAILED, now.stage() == Stage.FAILED);
    }
  }

  private static boolean isRunning(JobNews news) {
    return news.stage() == Stage.RUNNING || news.stage() == Stage.STOPPING;
  }

  private static Ikon icon(Stage stage) {
    return switch (stage) {
      case RUNNING, STOPPING -> Feather.LOADER;
      case DONE -> Feather.CHECK;
      case FAILED -> Feather.ALERT_TRIANGLE;
    };
  }

  private String sentence() {
    JobNews now = news.getValue();
    return now == null
        ? ""
        : messages.get(
            key + "." + now.stage(),
            now.name(),
            Integer.toString(now.percent()),
            Long.toString(now.done()),
            Long.toString(now.total()));
  }
}
