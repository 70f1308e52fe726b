package org.mixoscope.app.explore;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MaskMix;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// The pixel under the pointer: of A, of B, mixed, and the weights.
final class StatusLine extends HBox {
  private final ExploreModel model;
  private final Messages messages;
  private final PicturePane picture;
  private final Label pixel = new Label();
  private final Label method = new Label();

  StatusLine(ExploreModel model, Messages messages, PicturePane picture) {
    this.model = model;
    this.messages = messages;
    this.picture = picture;
    getStyleClass().add("status-line");
    setAlignment(Pos.CENTER_LEFT);
    pixel.setId("pixel-status");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(pixel, gap, method);
    picture.pointerProperty().addListener((property, old, now) -> show());
    model.revisionProperty().addListener((property, old, now) -> show());
    messages.languageProperty().addListener((property, old, now) -> show());
    show();
  }

  private void show() {
    method.setText(describe(model.recipe()));
    PicturePane.Place place = picture.pointerProperty().get();
    Prepared ready = model.preparedProperty().get();
    Mix mix = model.mix();
    if (place == null || ready == null || mix == null || !inside(place, ready.inputs().frame())) {
      pixel.setText(messages.get("status.hint"));
    } else {
      pixel.setText(describe(place, ready, mix));
    }
  }

  private String describe(PicturePane.Place place, Prepared ready, Mix mix) {
    double weight = mix.composition().weightAt(0, place.y(), place.x());
    return messages.get(
        "status.pixel",
        String.format(Locale.ROOT, "%4d", place.x()),
        String.format(Locale.ROOT, "%4d", place.y()),
        colour(ready.inputs().sources().getFirst(), place.y(), place.x()),
        colour(ready.inputs().sources().getLast(), place.y(), place.x()),
        colour(model.mixedPixel(place.y(), place.x()), 0, 0),
        String.format(Locale.ROOT, "%.3f", weight),
        String.format(Locale.ROOT, "%.3f", 1 - weight));
  }

  private static boolean inside(PicturePane.Place place, Frame frame) {
    return place.x() < frame.width() && place.y() < frame.height();
  }

  private static String colour(Pixels rgb, int y, int x) {
    return String.format(
        Locale.ROOT,
        "%3d %3d %3d",
        (int) rgb.valueAt(y, x, 0),
        (int) rgb.valueAt(y, x, 1),
        (int) rgb.valueAt(y, x, 2));
  }

  private String describe(Recipe recipe) {
    String name =
        switch (recipe.method()) {
          case Mixup m -> "Mixup";
          case CutMix c -> "CutMix · " + c.rule().id();
          case MaskMix m -> messages.get("method.MASK");
          default -> recipe.method().type().id();
        };
    return name
        + " · "
        + messages.get("status.draw", Long.toString(recipe.seed()), Long.toString(recipe.index()));
  }
}
