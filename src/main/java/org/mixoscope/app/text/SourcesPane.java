package org.mixoscope.app.text;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.text.TextRecipe;

/// The texts side by side, at most four in a row.
final class SourcesPane extends GridPane {
  private static final int IN_A_ROW = 4;
  private static final double ALL = 100;

  private final TextModel model;
  private final TextTransfer transfer;
  private final Messages messages;
  private final List<SourcePane> panes = new ArrayList<>();

  SourcesPane(TextModel model, TextTransfer transfer, Messages messages) {
    this.model = model;
    this.transfer = transfer;
    this.messages = messages;
    setId("text-sources");
    getStyleClass().add("text-sources");
    model.recipeProperty().subscribe(this::show);
  }

  private void show(TextRecipe recipe) {
    int count = recipe.sources().size();
    if (panes.size() != count) {
      while (panes.size() < count) {
        panes.add(new SourcePane(model, transfer, panes.size(), messages));
      }
      panes.subList(count, panes.size()).clear();
      layOut();
    }
    panes.forEach(pane -> pane.show(recipe));
  }

  private void layOut() {
    getChildren().clear();
    int rows = (panes.size() + IN_A_ROW - 1) / IN_A_ROW;
    int columns = (panes.size() + rows - 1) / rows;
    for (int k = 0; k < panes.size(); k++) {
      add(panes.get(k), k % columns, k / columns);
    }
    getColumnConstraints().clear();
    for (int column = 0; column < columns; column++) {
      ColumnConstraints wide = new ColumnConstraints();
      wide.setPercentWidth(ALL / columns);
      getColumnConstraints().add(wide);
    }
    getRowConstraints().clear();
    for (int row = 0; row < rows; row++) {
      RowConstraints high = new RowConstraints();
      high.setVgrow(Priority.ALWAYS);
      getRowConstraints().add(high);
    }
  }
}
