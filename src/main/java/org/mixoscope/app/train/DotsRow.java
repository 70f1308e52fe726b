package org.mixoscope.app.train;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.app.ui.SourceColour;

/// Which class points have that are put into the plane, and the way back to those that are drawn.
final class DotsRow extends VBox {
  private static final double SIDE = 12;

  private final TrainModel model;
  private final Messages messages;
  private final HBox classes = new HBox();
  private final Label changed = OptionRow.note("train-dots", "caption");
  private final Button back;

  DotsRow(TrainModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("train-source");
    classes.getStyleClass().add("train-classes");
    back =
        OptionRow.button(
            messages,
            "train.dots.back",
            Feather.ROTATE_CCW,
            () -> model.edit(now -> now.with(now.data().withDots(List.of()))));
    getChildren()
        .addAll(OptionRow.of(messages, "train.dots", classes), OptionRow.wide(changed, back));
    back.visibleProperty().bind(changed.visibleProperty());
    back.managedProperty().bind(changed.visibleProperty());
    back.getParent().visibleProperty().bind(changed.visibleProperty());
    back.getParent().managedProperty().bind(changed.visibleProperty());
    model.optionsProperty().map(now -> now.data().classes()).subscribe(count -> fill(count));
    model.dotClassProperty().subscribe(now -> show());
    model.optionsProperty().subscribe(now -> say());
    messages.languageProperty().subscribe(now -> say());
  }

  private void fill(int count) {
    boolean isPlane = model.options().data().points() != null;
    ToggleGroup group = new ToggleGroup();
    classes
        .getChildren()
        .setAll(IntStream.range(0, isPlane ? count : 0).mapToObj(own -> chip(own, group)).toList());
    if (model.dotClassProperty().get() >= count) {
      model.dotClassProperty().set(0);
    }
    show();
  }

  private ToggleButton chip(int own, ToggleGroup group) {
    Region swatch = new Region();
    swatch.getStyleClass().add("swatch");
    swatch.setMinSize(SIDE, SIDE);
    swatch.setMaxSize(SIDE, SIDE);
    SourceColour.of(own).dress(swatch);
    ToggleButton chip = new ToggleButton(null, swatch);
    chip.setId("dot-class-" + (own + 1));
    chip.getStyleClass().addAll("icon-button", "flat", "dot-class");
    chip.setToggleGroup(group);
    chip.setOnAction(
        e -> {
          model.dotClassProperty().set(own);
          chip.setSelected(true);
        });
    return Explained.by(
        chip,
        messages.languageProperty().map(now -> messages.get("train.dots.class", own + 1)),
        messages.bind("train.dots.help"),
        "");
  }

  private void show() {
    int own = model.dotClassProperty().get();
    if (own < classes.getChildren().size()) {
      ((ToggleButton) classes.getChildren().get(own)).setSelected(true);
    }
  }

  private void say() {
    int count = model.options().data().dots().size();
    changed.setText(count == 0 ? "" : messages.get("train.dots.changed", count));
  }
}
