package org.mixoscope.app.explore;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PixelReading;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.dataset.Measure;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.kernel.method.Settings;
import org.mixoscope.recipe.Recipe;

/// The pixel under the pointer: of every source, mixed, and the weights.
final class StatusLine extends HBox {
  private static final int MOST_PIXELS = 3;

  private final MixModel model;
  private final Messages messages;
  private final PicturePane picture;
  private final Label pixel = new Label();
  private final Label preview = new Label();
  private final Label method = new Label();

  StatusLine(MixModel model, Messages messages, PicturePane picture) {
    this.model = model;
    this.messages = messages;
    this.picture = picture;
    getStyleClass().add("status-line");
    setAlignment(Pos.CENTER_LEFT);
    pixel.setId("pixel-status");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    preview.setId("preview-status");
    preview.getStyleClass().add("preview-status");
    preview.setMinWidth(Region.USE_PREF_SIZE);
    Explained.by(preview, preview.textProperty(), messages.bind("status.preview.help"), "");
    getChildren().addAll(pixel, gap, preview, method);
    WhileVisible.follow(
        this,
        this::show,
        picture.pointerProperty(),
        model.revisionProperty(),
        messages.languageProperty());
  }

  private void show() {
    method.setText(describe(model.recipe()));
    Prepared ready = model.shownProperty().get();
    boolean small = ready != null && ready.reduction().isPreview();
    preview.setVisible(small);
    preview.setManaged(small);
    if (small && ready != null) {
      String n = Integer.toString(ready.reduction().n());
      preview.setText(messages.get("status.preview", n, ready.frame().toString()));
    }
    PicturePane.Place place = picture.pointerProperty().get();
    PixelReading reading = place == null ? null : model.pixelAt(place.y(), place.x());
    pixel.setText(
        place == null || reading == null ? messages.get("status.hint") : describe(place, reading));
  }

  /// With more sources than there is room for, their own pixels are left out.
  private String describe(PicturePane.Place place, PixelReading reading) {
    Prepared ready = model.shownProperty().get();
    Measure measure = ready == null ? null : ready.measure();
    int count = reading.sources().size();
    String pixels =
        each(
            count <= MOST_PIXELS ? count : 0,
            "    ",
            k -> NumberText.of(measure, reading.sources().get(k)));
    String weights = each(count, "  ", k -> LabelBar.number(reading.weights().get(k)));
    String about = reading.exact() ? "" : "≈ ";
    return messages.get(
        "status.pixel",
        String.format(Locale.ROOT, "%4d", place.x()),
        String.format(Locale.ROOT, "%4d", place.y()),
        (reading.passing() ? about : "") + pixels,
        about + NumberText.of(measure, reading.mixed()),
        about + weights);
  }

  /// "A … B …" for the first sources.
  private static String each(int count, String gap, IntFunction<String> text) {
    return IntStream.range(0, count)
        .mapToObj(k -> SourceColour.of(k).letter() + " " + text.apply(k))
        .collect(Collectors.joining(gap));
  }

  /// The method, what is chosen of it by name, and the draw.
  private String describe(Recipe recipe) {
    Method now = recipe.method();
    Stream<String> choices =
        now.type().parameters().stream()
            .filter(Parameter.Choice.class::isInstance)
            .map(parameter -> text(parameter, now.settings()));
    return Stream.of(
            Stream.of(messages.get("method." + now.type().id())),
            choices,
            Stream.of(
                messages.get(
                    "status.draw", Long.toString(recipe.seed()), Long.toString(recipe.index()))))
        .flatMap(texts -> texts)
        .collect(Collectors.joining(" · "));
  }

  private static <T> String text(Parameter<T> parameter, Settings settings) {
    return parameter.format(settings.get(parameter));
  }
}
