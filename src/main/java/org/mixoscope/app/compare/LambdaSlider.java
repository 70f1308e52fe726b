package org.mixoscope.app.compare;

import atlantafx.base.controls.ProgressSliderSkin;
import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Scale;

/// The λ that all cells have. A drag is one step of the history.
final class LambdaSlider extends HBox {
  private static final double KEY_STEP = 0.01;

  private final Slider slider = new Slider(0, 1, 0);
  private final Label value = new Label();
  private boolean showing;

  LambdaSlider(MixModel model, Messages messages) {
    getStyleClass().add("lambda-slider");
    setAlignment(Pos.CENTER_LEFT);
    Label symbol = new Label("λ");
    symbol.getStyleClass().add("symbol");
    slider.setSkin(new ProgressSliderSkin(slider));
    slider.getStyleClass().add(Styles.SMALL);
    slider.setId("compare-lambda");
    slider.setBlockIncrement(KEY_STEP);
    slider.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> model.history().beginGesture());
    slider.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> model.history().endGesture());
    slider
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              if (!showing) {
                double lambda = Scale.LAMBDA.valueAt(now.doubleValue());
                model.editDraw(draw -> draw.withLambda(lambda));
              }
            });
    value.getStyleClass().add("lambda-value");
    value.setMinWidth(Region.USE_PREF_SIZE);
    Explained.by(slider, messages, "compare.lambda");
    model.recipeProperty().subscribe(recipe -> show(recipe.draw().lambda()));
    getChildren().addAll(symbol, slider, value);
  }

  private void show(double lambda) {
    showing = true;
    slider.setValue(lambda);
    showing = false;
    value.setText(Scale.LAMBDA.format(lambda));
  }
}
