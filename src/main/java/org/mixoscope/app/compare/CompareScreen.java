package org.mixoscope.app.compare;

import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.Screen;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.recipe.Sheet;

/// The Compare screen: many mixes of the same pictures side by side.
public final class CompareScreen implements Screen {
  private final Desk desk;
  private final Actions actions = new Actions();
  private final SheetModel sheets;
  private final SheetPane pane;
  private final SheetFigure figure;
  private final StackPane stage;
  private final BorderPane layout = new BorderPane();

  /// The screen of a desk.
  public CompareScreen(Desk desk) {
    this.desk = desk;
    sheets = new SheetModel(desk.model(), desk.cache(), desk.tasks());
    pane =
        new SheetPane(
            sheets, desk.model(), desk.messages(), () -> desk.actions().run(Command.EXPLORE));
    figure = new SheetFigure(desk.model(), desk.cache(), desk.tasks(), desk.messages());
    stage = new StackPane(pane);
    bind();
    layout.getStyleClass().add("compare");
    layout.setTop(new CompareBar(sheets, desk, actions));
    layout.setCenter(stage);
    layout.setBottom(new CompareStatus(sheets, pane, desk.messages()));
  }

  private void bind() {
    actions.put(Command.CELL_LEFT, () -> pane.move(-1));
    actions.put(Command.CELL_RIGHT, () -> pane.move(1));
    actions.put(Command.CELL_UP, () -> pane.move(-pane.columns()));
    actions.put(Command.CELL_DOWN, () -> pane.move(pane.columns()));
    actions.put(Command.OPEN_CELL, pane::openSelected);
    actions.put(Command.COPY_PICTURE, this::copy);
    actions.put(Command.COPY_FIGURE, this::copy);
    actions.put(Command.EXPORT, this::save);
  }

  @Override
  public Region node() {
    return layout;
  }

  @Override
  public StackPane notices() {
    return stage;
  }

  @Override
  public Actions actions() {
    return actions;
  }

  @Override
  public void shown() {
    sheets.setInFront(true);
  }

  @Override
  public void hidden() {
    sheets.setInFront(false);
  }

  private void copy() {
    withFigure(image -> desk.transfer().copyDrawn(image, "copied.sheet"));
  }

  private void save() {
    withFigure(image -> desk.transfer().exportDrawn(image));
  }

  private void withFigure(Consumer<Image> use) {
    Sheet sheet = sheets.sheetProperty().get();
    Prepared prepared = desk.model().pictures().prepared();
    if (sheet == null || prepared == null) {
      desk.toast().inform(desk.messages().get("picture.waiting"));
      return;
    }
    figure.render(sheet, prepared, pane.columns(), use);
  }
}
