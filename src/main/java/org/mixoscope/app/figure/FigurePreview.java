package org.mixoscope.app.figure;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.FigureExport;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Problems;
import org.mixoscope.figure.Figure;
import org.mixoscope.figure.FigureRequest;
import org.mixoscope.kernel.Frame;

/// The figure as it will be, as large as there is room or as one likes, and how large its file is.
final class FigurePreview extends VBox {
  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

  /// Pixels of the screen for a point of a figure without pixels, at a zoom of 1.
  private static final double VECTOR_SCALE = 2;

  private final FigureModel model;
  private final Messages messages;
  private final ZoomedPicture zoomed = new ZoomedPicture();
  private final Label said = new Label();
  private final Label size = new Label();

  FigurePreview(FigureModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    said.getStyleClass().add("waiting");
    said.setId("figure-problem");
    said.setWrapText(true);
    size.getStyleClass().add("caption");
    size.setId("figure-size");
    StackPane desk = new StackPane(zoomed, said);
    desk.getStyleClass().add("figure-desk");
    desk.setMinSize(0, 0);
    VBox.setVgrow(desk, Priority.ALWAYS);
    setAlignment(Pos.CENTER);
    getStyleClass().add("figure-preview");
    HBox foot = new HBox(size, zoomBar());
    foot.getStyleClass().add("figure-line");
    foot.setAlignment(Pos.CENTER);
    getChildren().addAll(desk, foot);
    said.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::problem,
                model.problemProperty(),
                model.previewProperty(),
                messages.languageProperty()));
    said.visibleProperty().bind(said.textProperty().isNotEmpty());
    zoomed.visibleProperty().bind(said.visibleProperty().not());
    model.previewProperty().subscribe(now -> show());
    model.shotProperty().subscribe(now -> show());
    messages.languageProperty().subscribe(now -> show());
    zoomed.zoomProperty().subscribe(now -> model.look(now.doubleValue()));
  }

  /// How large it is shown.
  ZoomedPicture zoomed() {
    return zoomed;
  }

  private HBox zoomBar() {
    Button one = button("figure.zoom.one", Feather.ZOOM_IN, "1");
    one.setGraphic(null);
    one.textProperty()
        .bind(
            zoomed
                .zoomProperty()
                .map(now -> String.format(Locale.ROOT, "%.0f %%", 100 * now.doubleValue())));
    one.setOnAction(e -> zoomed.one());
    Button smaller = button("figure.zoom.smaller", Feather.ZOOM_OUT, Command.ZOOM_OUT.keysText());
    smaller.setOnAction(e -> zoomed.smaller());
    Button larger = button("figure.zoom.larger", Feather.ZOOM_IN, Command.ZOOM_IN.keysText());
    larger.setOnAction(e -> zoomed.larger());
    Button fit = button("figure.zoom.fit", Feather.MAXIMIZE, Command.ZOOM_FIT.keysText());
    fit.setOnAction(e -> zoomed.fit());
    return new HBox(smaller, one, larger, fit);
  }

  private Button button(String key, Ikon icon, String keys) {
    Button button = new Button(null, Icons.of(icon));
    button.getStyleClass().addAll("icon-button", "flat");
    button.setId(key.replace('.', '-'));
    button.setMinWidth(Region.USE_PREF_SIZE);
    return Explained.by(button, messages, key, keys);
  }

  private String problem() {
    Exception problem = model.problemProperty().get();
    if (problem != null) {
      return Problems.text(problem, messages);
    }
    return model.previewProperty().get() == null ? messages.get("picture.waiting") : "";
  }

  private void show() {
    FigureModel.Preview preview = model.previewProperty().get();
    FigureExport.Shot shot = model.shotProperty().get();
    if (preview == null || shot == null) {
      zoomed.show(null, new Dimension2D(1, 1));
    } else {
      zoomed.show(preview.image(), whole(preview.figure(), shot.request()));
    }
    size.setText(preview == null || shot == null ? "" : size(preview.figure(), shot.request()));
    zoomed.picture().setAccessibleText(preview == null ? null : preview.figure().name());
  }

  /// Of the file where it has pixels.
  private static Dimension2D whole(Figure figure, FigureRequest request) {
    if (!request.format().hasScale()) {
      return new Dimension2D(VECTOR_SCALE * figure.width(), VECTOR_SCALE * figure.height());
    }
    Frame pixels = figure.pixels(request.scale());
    return new Dimension2D(pixels.width(), pixels.height());
  }

  private String size(Figure figure, FigureRequest request) {
    if (!request.format().hasScale()) {
      return messages.get(
          "figure.size.points", millimetres(figure.width()), millimetres(figure.height()));
    }
    Frame pixels = figure.pixels(request.scale());
    String width = Integer.toString(pixels.width());
    String height = Integer.toString(pixels.height());
    return request.sweep() == null
        ? messages.get("figure.size.pixels", width, height)
        : messages.get(
            "figure.size.moving", width, height, Integer.toString(request.sweep().frames()));
  }

  private static String millimetres(double points) {
    return String.format(Locale.ROOT, "%.0f", points / POINTS_PER_MILLIMETRE);
  }
}
