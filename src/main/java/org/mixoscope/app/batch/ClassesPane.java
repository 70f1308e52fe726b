package org.mixoscope.app.batch;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.batch.BatchJob.Estimate;
import org.mixoscope.batch.sample.Mass;

/// The classes as bars: how many pictures each has, and its share of all labels before and after;
/// nothing while that is not known, or where labels are no classes.
final class ClassesPane extends VBox {
  private static final double ROW = 24;
  private static final int MOST_ROWS = 5;
  private static final double NAME = 130;

  private final Messages messages;
  private final BatchText text;
  private final BatchModel model;
  private final Label title = Card.title();
  private final ListView<ClassRow> list = new ListView<>();

  ClassesPane(BatchModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    text = new BatchText(messages);
    getStyleClass().addAll("card", "classes-pane");
    title.setId("batch-classes-title");
    list.setId("batch-classes");
    list.getStyleClass().add("skipped-list");
    list.setFixedCellSize(ROW);
    list.setMinHeight(Region.USE_PREF_SIZE);
    list.setCellFactory(view -> new Row());
    Explained.by(list, messages, "batch.classes");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, key("before"), key("after"));
    head.getStyleClass().add("classes-head");
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, list);
    managedProperty().bind(visibleProperty());
    model.surveyProperty().subscribe(survey -> show());
    messages.languageProperty().addListener((property, old, now) -> show());
  }

  private HBox key(String which) {
    Region colour = new Region();
    colour.getStyleClass().addAll("mass-key", "mass-" + which);
    Label name = new Label();
    name.textProperty().bind(messages.bind("batch.classes." + which));
    name.getStyleClass().add("caption");
    name.setMinWidth(Region.USE_PREF_SIZE);
    HBox key = new HBox(colour, name);
    key.getStyleClass().add("classes-key");
    key.setAlignment(Pos.CENTER);
    return key;
  }

  private void show() {
    List<ClassRow> rows = rows(model.surveyProperty().get());
    setVisible(!rows.isEmpty());
    title.setText(messages.get("batch.classes.count", BatchText.number(rows.size())));
    list.getItems().setAll(rows);
    list.setPrefHeight(ROW * Math.min(MOST_ROWS, rows.size()) + 2);
  }

  private static List<ClassRow> rows(@Nullable Survey survey) {
    Survey.@Nullable Data data = survey == null ? null : survey.data();
    Estimate estimate = survey == null ? null : survey.estimate();
    Mass mass = estimate == null ? null : estimate.mass().orElse(null);
    return data == null || mass == null ? List.of() : rows(data, mass);
  }

  private static List<ClassRow> rows(Survey.Data data, Mass mass) {
    double longest =
        Stream.of(mass.before(), mass.after())
            .flatMapToDouble(shares -> shares.stream().mapToDouble(Double::doubleValue))
            .reduce(Double.MIN_NORMAL, Math::max);
    return IntStream.range(0, data.counts().length)
        .mapToObj(
            c ->
                new ClassRow(
                    data.classes().get(c),
                    data.counts()[c],
                    mass.before().get(c),
                    mass.after().get(c),
                    longest))
        .toList();
  }

  /// One class.
  private final class Row extends ListCell<ClassRow> {
    private final Label name = new Label();
    private final MassBar bar = new MassBar();
    private final Label shares = new Label();
    private final HBox line = new HBox(name, bar, shares);
    private final Tooltip whole = new Tooltip();

    Row() {
      name.setMinWidth(NAME);
      name.setPrefWidth(NAME);
      name.setMaxWidth(NAME);
      // Long names tend to differ at their ends.
      name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      shares.getStyleClass().add("mono");
      shares.setMinWidth(Region.USE_PREF_SIZE);
      HBox.setHgrow(bar, Priority.ALWAYS);
      line.getStyleClass().add("class-row");
      line.setAlignment(Pos.CENTER_LEFT);
      setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void updateItem(@Nullable ClassRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
        setTooltip(null);
      } else {
        setGraphic(line);
        setTooltip(whole);
        name.setText(row.name());
        bar.show(row);
        shares.setText(text.shares(row));
        whole.setText(row.name() + "\n" + text.shares(row));
        setAccessibleText(row.name() + ", " + text.shares(row));
      }
    }
  }
}
