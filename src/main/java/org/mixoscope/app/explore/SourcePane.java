package org.mixoscope.app.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.Trait;

/// One source: its class name, its picture, and what is to be known about the file.
final class SourcePane extends VBox {
  private static final double ROUND = 8;

  private final int k;
  private final ExploreModel model;
  private final Messages messages;
  private final TextField className = new TextField();
  private final ImageView thumbnail = new ImageView();
  private final StackPane well = new StackPane(thumbnail);
  private final Label caption = new Label();
  private final Label problem = new Label();
  private final Button dismiss = new Button(null, new FontIcon(Feather.X));
  private @Nullable Loaded shown;

  SourcePane(int k, ExploreModel model, Messages messages, Runnable openFile) {
    this.k = k;
    this.model = model;
    this.messages = messages;
    String letter = k == 0 ? "A" : "B";
    getStyleClass().addAll("card", "source-pane");
    setId("source-" + letter);

    Label badge = new Label(letter);
    badge.getStyleClass().addAll("badge", SourceColour.styleClass(k));
    className.getStyleClass().add("class-field");
    className.setId("class-" + letter);
    className.setOnAction(e -> rename());
    className
        .focusedProperty()
        .addListener(
            (property, before, focused) -> {
              if (!focused) {
                rename();
              }
            });
    HBox.setHgrow(className, Priority.ALWAYS);
    Explained.by(className, messages, "class");
    Button open = new Button(null, new FontIcon(Feather.FOLDER));
    open.getStyleClass().addAll("icon-button", "flat");
    open.setOnAction(e -> openFile.run());
    Command command = k == 0 ? Command.OPEN_A : Command.OPEN_B;
    Explained.by(open, messages, command.key(), command.keysText());
    HBox head = new HBox(badge, className, open);
    head.getStyleClass().add("source-head");
    head.setAlignment(Pos.CENTER_LEFT);

    well.getStyleClass().add("thumbnail-well");
    well.setMinHeight(60);
    VBox.setVgrow(well, Priority.ALWAYS);
    thumbnail.setManaged(false);
    well.widthProperty().addListener((p, o, n) -> place());
    well.heightProperty().addListener((p, o, n) -> place());
    Rectangle clip = new Rectangle();
    clip.setArcWidth(2 * ROUND);
    clip.setArcHeight(2 * ROUND);
    clip.widthProperty().bind(well.widthProperty());
    clip.heightProperty().bind(well.heightProperty());
    well.setClip(clip);

    caption.getStyleClass().add("caption");
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.setId("problem-" + letter);
    dismiss.getStyleClass().addAll("icon-button", "flat");
    dismiss.setOnAction(e -> model.dismiss(k));
    StackPane.setAlignment(dismiss, Pos.TOP_RIGHT);
    Explained.by(dismiss, messages, "dismiss");
    well.getChildren().addAll(problem, dismiss);
    getChildren().addAll(head, well, caption);

    model.slotProperty(k).addListener((property, old, now) -> show());
    model.recipeProperty().addListener((property, old, now) -> showName());
    messages.languageProperty().addListener((property, old, now) -> show());
    show();
    showName();
  }

  private void rename() {
    String name = className.getText();
    if (name.isBlank()) {
      showName();
    } else {
      model.edit(r -> r.with(k, r.sources().get(k).withClassName(name)));
    }
  }

  private void showName() {
    String name = model.recipe().sources().get(k).className();
    if (!name.equals(className.getText())) {
      className.setText(name);
    }
  }

  private void show() {
    Slot slot = model.slotProperty(k).get();
    Loaded loaded = slot.loaded();
    if (!Objects.equals(loaded, shown)) {
      thumbnail.setImage(loaded == null ? null : ScreenImage.of(loaded.thumbnail()));
      shown = loaded;
      place();
    }
    PictureException failure = slot.problem();
    problem.setText(failure == null ? "" : Problems.text(failure, messages));
    problem.setVisible(failure != null);
    dismiss.setVisible(failure != null && loaded != null);
    caption.setText(loaded == null ? "" : describe(loaded.picture()));
  }

  /// Size, and what was done to bring the file to plain RGB.
  private String describe(Picture picture) {
    List<String> parts = new ArrayList<>();
    parts.add(picture.pixels().frame().toString());
    parts.addAll(
        picture.traits().stream()
            .sorted()
            .map(Trait::name)
            .map(name -> messages.get("trait." + name))
            .collect(Collectors.toList()));
    return String.join(" · ", parts);
  }

  /// Fills the well with the picture, centred.
  private void place() {
    if (thumbnail.getImage() == null) {
      return;
    }
    double width = Objects.requireNonNull(thumbnail.getImage()).getWidth();
    double height = thumbnail.getImage().getHeight();
    double scale = Math.max(well.getWidth() / width, well.getHeight() / height);
    thumbnail.setFitWidth(width * scale);
    thumbnail.setFitHeight(height * scale);
    thumbnail.relocate(
        (well.getWidth() - width * scale) / 2, (well.getHeight() - height * scale) / 2);
  }
}
