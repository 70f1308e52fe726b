package org.mixoscope.app.train;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.lab.Examples;

/// The test samples of one cell of the confusion matrix: pictures, or points in the plane.
final class CellView extends VBox {
  private static final double PERCENT = 100;

  /// More pictures than a pane has room for.
  private static final int MOST = 60;

  private final Messages messages;
  private final Button back;
  private final Label title = new Label();
  private final SampleTiles tiles;
  private final PlaneView plane = new PlaneView();

  /// @param chosen gets the index of a picture that is clicked
  /// @param close goes back to the matrix
  CellView(Messages messages, IntConsumer chosen, Runnable close) {
    this.messages = messages;
    tiles = new SampleTiles(chosen);
    back = OptionRow.button(messages, "train.back", Feather.CHEVRON_LEFT, close);
    back.getStyleClass().add("flat");
    title.setId("cell-title");
    title.getStyleClass().add("caption");
    title.setMinWidth(0);
    HBox head = new HBox(back, title);
    head.setAlignment(Pos.CENTER_LEFT);
    Explained.spoken(plane, messages, "train.cell");
    Explained.by(title, title.textProperty(), messages.bind("train.cell.help"), "");
    StackPane body = new StackPane(tiles, plane);
    body.setMinSize(0, 0);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head, body);
    setMinSize(0, 0);
  }

  void show(LabView view, LaneView lane, LaneView.Cell cell) {
    List<String> names = view.options().data().names();
    Examples test = view.data().test();
    title.setText(
        messages.get(
            "train.cell.title", names.get(cell.own()), names.get(cell.said()), cell.count()));
    boolean points = lane.picture() instanceof LaneView.Surface;
    plane.setVisible(points);
    tiles.setVisible(!points);
    if (lane.picture() instanceof LaneView.Surface(Pixels colours, _, _)) {
      int[] chosen = cell.some().stream().mapToInt(LaneView.Guess::index).toArray();
      plane.show(
          chosen.length == 0 ? null : test.only(chosen),
          new LaneView.Surface(colours, new float[0][], new float[0][]));
    } else {
      tiles.show(
          test,
          cell.some().stream()
              .limit(MOST)
              .map(
                  one -> {
                    String sure = Math.round(PERCENT * one.confidence()) + " %";
                    return new SampleTiles.Item(
                        one.index(), sure, names.get(one.own()) + ", " + sure);
                  })
              .toList());
    }
  }

  /// What is focused when it is opened.
  void focus() {
    back.requestFocus();
  }
}
