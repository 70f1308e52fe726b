package org.mixoscope.app;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.JobNews;
import org.mixoscope.app.ui.JobNews.Stage;
import org.mixoscope.app.ui.Messages;

/// How the long job of a screen does, seen from the other screens. A click goes there.
final class JobStatus extends Button {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failure");

  private final Messages messages;
  private final ObservableValue<@Nullable JobNews> news;
  private final ObservableDoubleValue width;
  private final String key;

  /// @param screen whose job it is
  /// @param key begins the keys of its texts
  /// @param width of the bar
  JobStatus(
      Command screen,
      String key,
      ObservableValue<@Nullable JobNews> news,
      Deck deck,
      Messages messages,
      ObservableDoubleValue width) {
    this.messages = messages;
    this.news = news;
    this.width = width;
    this.key = key;
    setId(key.replace('.', '-'));
    getStyleClass().addAll("icon-button", "flat", "job-status");
    setMinWidth(Region.USE_PREF_SIZE);
    setOnAction(e -> deck.run(screen));
    managedProperty().bind(visibleProperty());
    Explained.by(
        this,
        Bindings.createStringBinding(this::sentence, news, messages.languageProperty()),
        messages.bind(key + ".help"),
        screen.keysText());
    news.subscribe(this::show);
    width.subscribe(this::show);
  }

  private void show() {
    JobNews now = news.getValue();
    setVisible(now != null);
    if (now != null) {
      String part = isRunning(now) ? now.percent() + " %" : "";
      setText(width.get() > TopBar.ROOM_FOR_NAME ? (now.name() + "  " + part).strip() : part);
      boolean isBare = isRunning(now) && width.get() <= TopBar.ROOM_FOR_CAPTION;
      setGraphic(isBare ? null : new FontIcon(icon(now.stage())));
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
