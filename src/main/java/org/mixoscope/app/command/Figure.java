package org.mixoscope.app.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ScreenImage;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// A picture for slides and papers: the sources, the mix, and the label, on white. Text and bars
/// are drawn anew at the scale that is asked for.
final class Figure {
  private static final double HEIGHT = 240;

  /// The widest picture, as width over height.
  private static final double WIDEST = 1.75;

  private static final int PAIR = 2;

  private Figure() {}

  /// Renders on the FX thread.
  ///
  /// @param mixed the mixed pixels for the screen
  /// @param scale pixels of the figure per unit of its layout, 1…4
  static WritableImage render(
      Recipe recipe, Prepared prepared, Mix mix, Pixels mixed, Messages messages, double scale) {
    LabelBar bar = new LabelBar(true);
    bar.show(mix.classes(), mix.label(), SourceColour.ofClasses(recipe));
    int count = mix.shares().size();
    double height = count == PAIR ? HEIGHT : HEIGHT * (PAIR + 1) / (count + 1);
    HBox pictures = new HBox();
    for (int k = 0; k < count; k++) {
      pictures
          .getChildren()
          .addAll(
              panel(prepared.screen().get(k), caption(recipe, k), height),
              sign(k + 1 < count ? "+" : "→"));
    }
    String share = "λ̂ = " + LabelBar.number(mix.effectiveLambda());
    pictures.getChildren().add(panel(mixed, share, height));
    pictures.getStyleClass().add("figure-row");
    Label title = new Label(messages.get("labels"));
    title.getStyleClass().add("muted");
    VBox figure = new VBox(pictures, title, bar);
    figure.getStyleClass().add("figure");
    Scene scene = new Scene(figure);
    Theme.LIGHT.applyTo(scene);
    figure.applyCss();
    figure.layout();
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(scale, scale));
    return figure.snapshot(parameters, null);
  }

  private static Node panel(Pixels pixels, String caption, double height) {
    ImageView image = new ImageView(ScreenImage.of(pixels));
    image.setPreserveRatio(true);
    image.setFitHeight(height);
    image.setFitWidth(height * WIDEST);
    Label text = new Label(caption);
    text.setMinWidth(Region.USE_PREF_SIZE);
    VBox panel = new VBox(image, text);
    panel.getStyleClass().add("figure-panel");
    panel.setAlignment(Pos.TOP_CENTER);
    return panel;
  }

  private static Node sign(String text) {
    Label sign = new Label(text);
    sign.getStyleClass().add("figure-sign");
    sign.setMinWidth(Region.USE_PREF_SIZE);
    return sign;
  }

  /// Letter and class; for a pair, the label too.
  private static String caption(Recipe recipe, int k) {
    String name = SourceColour.of(k).letter() + " · " + recipe.sources().get(k).className();
    List<Double> label = Arrays.stream(recipe.label(k)).boxed().toList();
    return recipe.mixedSources().size() > PAIR
        ? name
        : name + "  " + label.stream().map(v -> String.format(Locale.ROOT, "%.2f", v)).toList();
  }
}
