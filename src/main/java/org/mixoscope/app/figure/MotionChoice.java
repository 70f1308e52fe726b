package org.mixoscope.app.figure;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.figure.FigureRequest;
import org.mixoscope.figure.Sweep;

/// What a GIF varies, and in how many frames; not there for other files.
final class MotionChoice extends HBox {
  private final FigureModel model;
  private final Messages messages;
  private final ComboBox<Sweep.Over> over = new ComboBox<>();
  private final IntegerSpinnerValueFactory range =
      new IntegerSpinnerValueFactory(2, Sweep.MOST_FRAMES);
  private boolean showing;

  MotionChoice(FigureModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("figure-line");
    managedProperty().bind(visibleProperty());
    over.setId("figure-sweep");
    Explained.by(over, messages, "figure.sweep");
    over.setOnAction(e -> choose());
    Spinner<Integer> frames = new Spinner<>(range);
    frames.setId("figure-frames");
    frames.setEditable(true);
    frames.getEditor().setPrefColumnCount(3);
    Explained.by(frames, messages, "figure.frames");
    range.valueProperty().addListener((property, old, now) -> choose(now));
    Label unit = new Label();
    unit.textProperty().bind(messages.bind("figure.frames"));
    unit.getStyleClass().add("muted");
    unit.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(over, frames, unit);
    model.shotProperty().subscribe(shot -> show(shot == null ? null : shot.request()));
    messages.languageProperty().subscribe(language -> name());
  }

  private void name() {
    over.setCellFactory(list -> new Name());
    over.setButtonCell(new Name());
  }

  private void show(@Nullable FigureRequest request) {
    boolean moves = request != null && request.format() == FigureFormat.GIF;
    setVisible(moves);
    if (request != null && request.sweep() != null) {
      showing = true;
      List<Sweep.Over> suitable =
          List.of(Sweep.Over.values()).stream().filter(o -> o.suits(request.recipe())).toList();
      if (!over.getItems().equals(suitable)) {
        over.getItems().setAll(suitable);
      }
      over.setValue(request.sweep().over());
      range.setValue(request.sweep().frames());
      showing = false;
    }
  }

  private void choose() {
    Sweep.Over wanted = over.getValue();
    if (!showing && wanted != null) {
      model.choose(s -> s.moving(wanted, null));
    }
  }

  private void choose(@Nullable Integer frames) {
    if (!showing && frames != null) {
      model.choose(s -> s.moving(over.getValue(), frames));
    }
  }

  /// A sweep by its name.
  private final class Name extends ListCell<Sweep.Over> {
    @Override
    protected void updateItem(Sweep.@Nullable Over item, boolean empty) {
      super.updateItem(item, empty);
      setText(item == null || empty ? null : messages.get("figure.sweep." + item.id()));
    }
  }
}
