package org.mixoscope.app.compare;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.Screen;

/// The Compare screen: many mixes of the same pictures side by side.
public final class CompareScreen implements Screen {
  private final Desk desk;
  private final Actions actions = new Actions();
  private final SheetModel sheets;
  private final SheetPane pane;
  private final StackPane stage;
  private final BorderPane layout = new BorderPane();

  /// The screen of a desk.
  public CompareScreen(Desk desk) {
    this.desk = desk;
    sheets = new SheetModel(desk.model(), desk.axes(), desk.cache(), desk.tasks());
    pane =
        new SheetPane(
            sheets, desk.model(), desk.messages(), () -> desk.actions().run(Command.EXPLORE));
    stage = new StackPane(pane);
    bind();
    layout.getStyleClass().add("compare");
    layout.setTop(new CompareBar(sheets, desk));
    layout.setCenter(stage);
    layout.setBottom(new CompareStatus(sheets, pane, desk.messages()));
  }

  private void bind() {
    actions.put(Command.CELL_LEFT, () -> pane.move(-1));
    actions.put(Command.CELL_RIGHT, () -> pane.move(1));
    actions.put(Command.CELL_UP, () -> pane.move(-pane.columns()));
    actions.put(Command.CELL_DOWN, () -> pane.move(pane.columns()));
    actions.put(Command.OPEN_CELL, pane::openSelected);
    // There is no one picture here.
    actions.put(Command.COPY_PICTURE, () -> desk.actions().run(Command.COPY_FIGURE));
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
    desk.figures().axesProperty().bind(desk.axes());
  }

  @Override
  public void hidden() {
    sheets.setInFront(false);
    desk.figures().axesProperty().unbind();
    desk.figures().axesProperty().set(null);
  }
}
