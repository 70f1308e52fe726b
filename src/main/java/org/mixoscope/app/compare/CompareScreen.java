package org.mixoscope.app.compare;

import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.Page;
import org.mixoscope.app.command.Screen;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.recipe.Sheet;

/// The Compare screen: many mixes of the same pictures side by side.
public final class CompareScreen implements Screen {
  private final Desk desk;
  private final SheetModel sheets;
  private final SheetPane pane;
  private final SheetFigure figure;
  private final Page page;

  /// The screen of a desk.
  public CompareScreen(Desk desk) {
    this.desk = desk;
    sheets = new SheetModel(desk.model(), desk.cache(), desk.tasks());
    pane =
        new SheetPane(
            sheets, desk.model(), desk.messages(), () -> desk.actions().run(Command.EXPLORE));
    figure = new SheetFigure(desk.model(), desk.cache(), desk.tasks(), desk.messages());
    Actions actions = actions();
    BorderPane layout = new BorderPane();
    StackPane stage = new StackPane(pane);
    layout.getStyleClass().add("compare");
    layout.setTop(new CompareBar(sheets, desk, actions));
    layout.setCenter(stage);
    layout.setBottom(new CompareStatus(sheets, pane, desk.messages()));
    page = new Page(layout, stage, actions);
  }

  private Actions actions() {
    Actions actions = new Actions();
    actions.put(Command.CELL_LEFT, () -> pane.move(-1));
    actions.put(Command.CELL_RIGHT, () -> pane.move(1));
    actions.put(Command.CELL_UP, () -> pane.move(-pane.columns()));
    actions.put(Command.CELL_DOWN, () -> pane.move(pane.columns()));
    actions.put(Command.OPEN_CELL, pane::openSelected);
    actions.put(Command.COPY_PICTURE, this::copy);
    actions.put(Command.COPY_FIGURE, this::copy);
    actions.put(Command.EXPORT, this::save);
    return actions;
  }

  @Override
  public Page page() {
    return page;
  }

  @Override
  public void setInFront(boolean inFront) {
    sheets.setInFront(inFront);
  }

  private void copy() {
    withFigure(image -> desk.outgoing().copyDrawn(image, "copied.sheet"));
  }

  private void save() {
    withFigure(image -> desk.outgoing().exportDrawn(image));
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
