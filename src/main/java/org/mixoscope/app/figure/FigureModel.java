package org.mixoscope.app.figure;

import java.io.ByteArrayInputStream;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.FigureExport;
import org.mixoscope.app.state.FigureSettings;
import org.mixoscope.app.ui.Latest;
import org.mixoscope.figure.Figure;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.figure.FigureRequest;
import org.mixoscope.figure.Panel;
import org.mixoscope.recipe.Recipe;

/// The figure that is being chosen, and how it looks. It follows what it shows only while it is
/// open.
final class FigureModel {
  /// Finer than a screen: paper is small.
  private static final int SCALE_OF_PAPER = 2;

  /// From here on pixels of the file would be missed.
  private static final double NEAR = 0.7;

  private final FigureExport figures;
  private final ReadOnlyObjectWrapper<FigureExport.@Nullable Shot> shot =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Preview> preview = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Exception> problem = new ReadOnlyObjectWrapper<>();
  private final Latest<FigureExport.Shot, Preview> drawing;
  private final ReadOnlyBooleanProperty marksShown;
  private boolean open;
  private boolean near;

  /// The figure as it is drawn.
  ///
  /// @param figure its measures
  record Preview(Image image, Figure figure) {}

  FigureModel(Desk desk) {
    figures = desk.figures();
    marksShown = desk.model().sight().marksShownProperty();
    drawing =
        new Latest<>(
            desk.tasks(),
            (wanted, before) -> draw(wanted),
            drawn -> true,
            (wanted, drawn) -> preview.set(drawn),
            problem::set);
    figures.settingsProperty().subscribe(now -> follow());
    figures.axesProperty().subscribe(now -> follow());
    desk.messages().languageProperty().subscribe(now -> follow());
    desk.model().revisionProperty().subscribe(now -> follow());
    marksShown.subscribe(now -> follow());
  }

  /// What is asked for; null while there is nothing to show.
  ReadOnlyObjectProperty<FigureExport.@Nullable Shot> shotProperty() {
    return shot.getReadOnlyProperty();
  }

  /// The newest that is drawn; null while there is none.
  ReadOnlyObjectProperty<@Nullable Preview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /// Why the figure cannot be drawn; null if it can.
  ReadOnlyObjectProperty<@Nullable Exception> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// What the user wants of figures.
  ObservableValue<FigureSettings> settingsProperty() {
    return figures.settingsProperty();
  }

  FigureSettings settings() {
    return figures.settingsProperty().get();
  }

  /// Whether there is such a panel: objects are drawn while Explore draws them.
  boolean canShow(Panel panel, Recipe recipe) {
    return panel.suits(recipe) && (panel != Panel.OBJECTS || marksShown.get());
  }

  /// Changes what the user wants.
  void choose(UnaryOperator<FigureSettings> change) {
    figures.settingsProperty().set(change.apply(settings()));
  }

  /// The command line that writes the same file; empty while there is nothing to show.
  String command() {
    FigureExport.Shot now = shot.get();
    return now == null ? "" : now.request().commandLine(now.marked().inputs().frame());
  }

  /// Draws it with as many pixels as its file has while it is looked at from near.
  ///
  /// @param zoom screen pixels per pixel of the file
  void look(double zoom) {
    if (near != zoom >= NEAR) {
      near = zoom >= NEAR;
      follow();
    }
  }

  void setOpen(boolean now) {
    open = now;
    follow();
  }

  private void follow() {
    if (!open) {
      return;
    }
    problem.set(null);
    try {
      FigureExport.Shot now = figures.shot();
      shot.set(now);
      if (now != null) {
        drawing.want(now.with(still(now.request())));
      }
    } catch (IllegalArgumentException e) {
      shot.set(null);
      problem.set(e);
    }
  }

  /// The same for the screen: what changes only the file needs no new drawing.
  private FigureRequest still(FigureRequest request) {
    int small = request.style().template().isSlide() ? 1 : SCALE_OF_PAPER;
    int file = request.format().hasScale() ? request.scale() : FigureSettings.LARGEST_SCALE;
    int scale = near ? Math.max(small, file) : small;
    return new FigureRequest(
        request.recipe(), request.axes(), request.style(), FigureFormat.PNG, scale, null);
  }

  private Preview draw(FigureExport.Shot wanted) throws Exception {
    Figure figure = figures.figure(wanted);
    byte[] png = figure.bytes(FigureFormat.PNG, wanted.request().scale());
    return new Preview(new Image(new ByteArrayInputStream(png)), figure);
  }
}
