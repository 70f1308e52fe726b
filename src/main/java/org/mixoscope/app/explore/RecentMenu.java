package org.mixoscope.app.explore;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.explore.RecentEntry.What;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Recent;
import org.mixoscope.app.state.Thumbnails;
import org.mixoscope.app.ui.Bubble;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.figure.Words;
import org.mixoscope.image.PictureReader;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// The pictures that were mixed lately and the folders that were open. Whether they are still there
/// is asked when the list opens.
final class RecentMenu extends Button {
  private static final double ROW = 48;
  private static final int MOST_ROWS = 8;
  private static final double WIDTH = 380;

  private final Desk desk;
  private final Messages messages;
  private final Recent recent;
  private final ListView<RecentEntry> list = new ListView<>();
  private final Label note = new Label();
  private final Button clear = new Button();
  private final VBox content;
  private @Nullable Thumbnails thumbnails;
  private @Nullable PopOver open;

  /// @param named whether there is room for its name
  RecentMenu(Desk desk, boolean named) {
    this.desk = desk;
    messages = desk.messages();
    recent = desk.recent();
    setId("recent");
    getStyleClass().addAll("icon-button", "flat", "recent");
    if (named) {
      textProperty().bind(messages.bind("recent"));
    } else {
      setGraphic(Icons.of(Feather.CLOCK));
    }
    setMinWidth(Region.USE_PREF_SIZE);
    setOnAction(e -> toggle());
    Explained.by(this, messages, "recent");
    list.setId("recent-list");
    list.getStyleClass().add("recent-list");
    list.setFixedCellSize(ROW);
    list.setPrefWidth(WIDTH);
    list.accessibleTextProperty().bind(messages.bind("recent"));
    list.setOnMouseClicked(
        e -> {
          if (e.getButton() == MouseButton.PRIMARY) {
            take(list.getSelectionModel().getSelectedItem());
          }
        });
    list.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            take(list.getSelectionModel().getSelectedItem());
            e.consume();
          } else if (e.getCode() == KeyCode.ESCAPE) {
            hide(); // which the list would keep to itself
          }
        });
    note.setId("recent-note");
    note.getStyleClass().add("caption");
    note.setWrapText(true);
    note.setMaxWidth(WIDTH);
    clear.setId("recent-clear");
    clear.getStyleClass().addAll("icon-button", "flat");
    clear.textProperty().bind(messages.bind("recent.clear"));
    clear.setOnAction(
        e -> {
          recent.clear();
          show(List.of());
        });
    Explained.by(clear, messages, "recent.clear");
    HBox foot = new HBox(clear);
    foot.setAlignment(Pos.CENTER_RIGHT);
    foot.visibleProperty().bind(clear.visibleProperty());
    content = new VBox(note, list, foot);
    content.getStyleClass().add("recent-content");
    content.getChildren().forEach(node -> node.managedProperty().bind(node.visibleProperty()));
  }

  private void hide() {
    if (open != null) {
      open.hide();
    }
  }

  private void toggle() {
    PopOver shown = open;
    if (shown != null && shown.isShowing()) {
      shown.hide();
      return;
    }
    if (thumbnails == null) {
      thumbnails = new Thumbnails(new SourceReader(new PictureReader()), desk.tasks());
      Thumbnails small = thumbnails;
      list.setCellFactory(view -> new RecentRow(desk.model(), messages, small));
    }
    List<List<Source>> pictures = recent.all();
    List<Path> folders = recent.folders();
    Words words = new Words(messages.languageProperty().get().locale());
    desk.tasks()
        .run(() -> RecentEntry.all(pictures, folders, words), this::open, desk.model()::report);
  }

  /// Once all is known: what grows while it is shown no longer points at its button.
  private void open(List<RecentEntry> entries) {
    if (getScene() == null) {
      return; // Somebody went on meanwhile.
    }
    show(entries);
    PopOver popOver = Bubble.of(content, ArrowLocation.BOTTOM_CENTER);
    popOver.show(this);
    open = popOver;
    list.requestFocus();
  }

  private void show(List<RecentEntry> entries) {
    list.getItems().setAll(entries);
    list.setPrefHeight(ROW * Math.clamp(entries.size(), 1, MOST_ROWS) + 2);
    list.setVisible(!entries.isEmpty());
    clear.setVisible(!entries.isEmpty());
    note.setVisible(entries.isEmpty());
    note.setText(messages.get("recent.none"));
    list.getSelectionModel().selectFirst();
  }

  /// At the depth that they have, which only their files know.
  private void use(List<Source> sources) {
    MixModel model = desk.model();
    Recipe next = model.recipe().withSources(sources);
    desk.tasks()
        .run(
            () -> new ClipReader(new SourceReader(new PictureReader())).atDepth(next),
            deep ->
                model.edit(
                    recipe -> recipe.withSources(sources).with(deep.kind()).with(deep.along())),
            model::report);
  }

  private void take(@Nullable RecentEntry entry) {
    if (entry == null || !entry.there()) {
      return;
    }
    hide();
    switch (entry.what()) {
      case What.Pictures(var sources) -> use(sources);
      case What.Folder(var path) -> desk.pool().open(path);
    }
  }
}
