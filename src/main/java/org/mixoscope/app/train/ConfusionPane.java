package org.mixoscope.app.train;

import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.lab.study.Study.Point;

/// The confusion matrix of run k, or one of its cells.
final class ConfusionPane extends StackPane {
  private final int k;
  private final ConfusionView matrix;
  private final CellView cell;
  private final Asking<LaneView.Cell> asking;
  private @Nullable LabView view;
  private @Nullable Opened opened;
  private LaneView.@Nullable Cell shown;

  /// A cell.
  private record Opened(int own, int said) {}

  /// @param out where pictures go that are clicked
  ConfusionPane(int k, Trainer trainer, ToExplore out, Messages messages) {
    this.k = k;
    setMinSize(0, 0);
    matrix = new ConfusionView(messages, this::open);
    cell = new CellView(messages, out::open, this::close);
    asking = new Asking<>(trainer, cells -> show(cells.get(k)));
    getChildren().addAll(matrix, cell);
    close();
  }

  private void open(int own, int said) {
    opened = new Opened(own, said);
    ask();
    matrix.setVisible(false);
    cell.setVisible(true);
    cell.focus();
  }

  private void close() {
    opened = null;
    shown = null;
    matrix.setVisible(true);
    cell.setVisible(false);
  }

  private void ask() {
    Opened now = opened;
    if (now != null) {
      asking.ask(lane -> lane.cell(now.own, now.said));
    }
  }

  private void show(LaneView.Cell answer) {
    LabView now = view;
    Opened wanted = opened;
    if (now != null
        && wanted != null
        && answer.own() == wanted.own
        && answer.said() == wanted.said) {
      shown = answer;
      cell.show(now, now.lanes().get(k), answer);
    }
  }

  /// @param now after at least one epoch
  void show(LabView now, Point last) {
    LabView before = view;
    view = now;
    if (before != null && !before.data().test().equals(now.data().test())) {
      close();
    }
    matrix.show(last.test().confusion(), now.options().data().names());
    if (opened == null) {
      return;
    }
    if (!now.hasCurvesOf(before)) {
      ask();
    }
    if (shown != null) {
      cell.show(now, now.lanes().get(k), shown);
    }
  }
}
