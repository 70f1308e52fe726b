package org.mixoscope.app.figure;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.mixoscope.app.command.FigureExport;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Problems;
import org.mixoscope.figure.Figure;
import org.mixoscope.figure.FigureRequest;
import org.mixoscope.kernel.Frame;

/// The figure as it will be, as large as there is room, and how large its file is.
final class FigurePreview extends VBox {
  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
  private static final double BORDER = 16;

  private final FigureModel model;
  private final Messages messages;
  private final ImageView picture = new ImageView();
  private final Label said = new Label();
  private final Label size = new Label();

  FigurePreview(FigureModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    picture.setId("figure-preview");
    picture.setPreserveRatio(true);
    picture.setSmooth(true);
    picture.getStyleClass().add("figure-paper");
    said.getStyleClass().add("waiting");
    said.setId("figure-problem");
    said.setWrapText(true);
    size.getStyleClass().add("caption");
    size.setId("figure-size");
    StackPane desk = new StackPane(picture, said);
    desk.getStyleClass().add("figure-desk");
    desk.setMinSize(0, 0);
    picture.fitWidthProperty().bind(desk.widthProperty().subtract(2 * BORDER));
    picture.fitHeightProperty().bind(desk.heightProperty().subtract(2 * BORDER));
    VBox.setVgrow(desk, Priority.ALWAYS);
    setAlignment(Pos.CENTER);
    getStyleClass().add("figure-preview");
    getChildren().addAll(desk, size);
    said.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::problem,
                model.problemProperty(),
                model.previewProperty(),
                messages.languageProperty()));
    said.visibleProperty().bind(said.textProperty().isNotEmpty());
    picture.visibleProperty().bind(said.visibleProperty().not());
    model.previewProperty().subscribe(now -> show());
    model.shotProperty().subscribe(now -> show());
    messages.languageProperty().subscribe(now -> show());
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
    picture.setImage(preview == null ? null : preview.image());
    size.setText(preview == null || shot == null ? "" : size(preview.figure(), shot.request()));
    picture.setAccessibleText(preview == null ? null : preview.figure().name());
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
