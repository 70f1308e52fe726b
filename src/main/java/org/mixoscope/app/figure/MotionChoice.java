package org.mixoscope.app.figure;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Picker;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.figure.FigureRequest;
import org.mixoscope.figure.Sweep;

/// What a GIF varies, and in how many frames; not there for other files.
final class MotionChoice extends HBox {
  private final FigureModel model;
  private final Picker<Sweep.Over> over;
  private final IntegerSpinnerValueFactory range =
      new IntegerSpinnerValueFactory(2, Sweep.MOST_FRAMES);
  private boolean showing;

  MotionChoice(FigureModel model, Messages messages) {
    this.model = model;
    over =
        new Picker<>(
            "figure-sweep",
            List.of(),
            sweep -> messages.get("figure.sweep." + sweep.id()),
            sweep -> model.choose(s -> s.moving(sweep, null)),
            messages);
    getStyleClass().add("figure-line");
    managedProperty().bind(visibleProperty());
    Explained.by(over, messages, "figure.sweep");
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
  }

  private void show(@Nullable FigureRequest request) {
    boolean moves = request != null && request.format() == FigureFormat.GIF;
    setVisible(moves);
    if (request != null && request.sweep() != null) {
      showing = true;
      List<Sweep.Over> suitable =
          List.of(Sweep.Over.values()).stream().filter(o -> o.suits(request.recipe())).toList();
      over.offer(suitable, request.sweep().over());
      range.setValue(request.sweep().frames());
      showing = false;
    }
  }

  private void choose(@Nullable Integer frames) {
    if (!showing && frames != null) {
      model.choose(s -> s.moving(over.getValue(), frames));
    }
  }
}
