package org.mixoscope.app.compare;

import javafx.beans.property.BooleanProperty;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.Page;
import org.mixoscope.app.command.Screen;

/// The Compare screen: many mixes of the same pictures side by side.
public final class CompareScreen implements Screen {
  private final Desk desk;
  private final SheetModel sheets;
  private final SheetPane pane;
  private final Page page;

  /// The screen of a desk.
  public CompareScreen(Desk desk) {
    this.desk = desk;
    sheets = new SheetModel(desk.model(), desk.axes(), desk.cache(), desk.tasks());
    pane =
        new SheetPane(
            sheets, desk.model(), desk.messages(), () -> desk.actions().run(Command.EXPLORE));
    Actions actions = actions();
    BorderPane layout = new BorderPane();
    StackPane stage = new StackPane(pane);
    layout.getStyleClass().add("compare");
    layout.setTop(new CompareBar(sheets, desk));
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
    BooleanProperty marks = desk.model().sight().marksShownProperty();
    actions.put(Command.MARKS, () -> marks.set(!marks.get()));
    // There is no one picture here.
    actions.put(Command.COPY_PICTURE, () -> desk.actions().run(Command.COPY_FIGURE));
    return actions;
  }

  @Override
  public Page page() {
    return page;
  }

  @Override
  public void setInFront(boolean inFront) {
    sheets.setInFront(inFront);
    if (inFront) {
      desk.figures().axesProperty().bind(desk.axes().property());
    } else {
      desk.figures().axesProperty().unbind();
      desk.figures().axesProperty().set(null);
    }
  }
}
