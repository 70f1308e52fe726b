package org.mixoscope.app.compare;

import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.recipe.Sheet;

/// The sheet as a picture on white, mixed anew at the size it has there.
final class SheetFigure {
  /// Pixels of the figure per unit of its layout.
  private static final double SCALE = 2;

  private static final double WIDEST_CELL = 240;

  /// Units of the layout that all pictures together may cover: 16 megapixels.
  private static final double MOST = 4e6;

  private final MixModel model;
  private final PictureCache cache;
  private final TaskRunner tasks;
  private final Messages messages;

  SheetFigure(MixModel model, PictureCache cache, TaskRunner tasks, Messages messages) {
    this.model = model;
    this.cache = cache;
    this.tasks = tasks;
    this.messages = messages;
  }

  /// Renders off the screen and hands the figure over.
  ///
  /// @param columns how many columns a sheet of one variable has
  void render(Sheet sheet, Prepared prepared, int columns, Consumer<Image> done) {
    double ratio = (double) prepared.inputs().frame().width() / prepared.inputs().frame().height();
    double width =
        Math.floor(Math.min(WIDEST_CELL, Math.sqrt(MOST / sheet.cells().size() * ratio)));
    Wish wish = Wish.of(sheet, prepared, width * SCALE);
    Tiling tiling =
        new Tiling(
            columns,
            Math.ceilDiv(sheet.cells().size(), columns),
            width,
            Math.max(1, Math.floor(width / ratio)));
    tasks.run(
        () -> new SheetMixer(cache).mix(wish),
        mixed -> mixed.ifPresent(made -> done.accept(draw(made, tiling))),
        model::report);
  }

  private Image draw(MixedSheet mixed, Tiling tiling) {
    SheetGrid grid = new SheetGrid(new Captions(messages));
    grid.arrange(mixed.sheet(), tiling);
    grid.show(mixed);
    StackPane figure = new StackPane(grid);
    figure.getStyleClass().add("figure");
    Scene scene = new Scene(figure);
    Theme.LIGHT.applyTo(scene);
    figure.applyCss();
    figure.layout();
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(SCALE, SCALE));
    return figure.snapshot(parameters, null);
  }
}
