package org.mixoscope.app.explore;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.kernel.Beta;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.stats.LambdaHistogram;

/// How λ is drawn: the density it comes from, with a marker to drag, and what many draws of the
/// seed made of it.
final class LambdaPane extends VBox {
  private static final int DRAWS = 600;
  private static final int BINS = 24;
  private static final int MANY = 100;

  private final ExploreModel model;
  private final Messages messages;
  private final TaskRunner tasks;
  private final BetaPlot density = new BetaPlot();
  private final HistogramPlot histogram = new HistogramPlot();
  private final Label caption = new Label();
  private @Nullable Wanted wanted;
  private @Nullable Drawn drawn;
  private List<Double> soFar = List.of();
  private boolean busy;
  private @Nullable LambdaHistogram counted;

  /// What the draws so far depend on.
  private record Drawn(Method method, long seed, long index) {}

  /// What a histogram depends on.
  private record Wanted(Method method, long seed, Frame frame) {}

  LambdaPane(ExploreModel model, Messages messages, TaskRunner tasks) {
    this.model = model;
    this.messages = messages;
    this.tasks = tasks;
    getStyleClass().addAll("card", "lambda-pane");
    density.setId("beta-plot");
    density.setCursor(Cursor.H_RESIZE);
    density.setOnMousePressed(
        e -> {
          model.beginGesture();
          drag(e);
        });
    density.setOnMouseDragged(this::drag);
    density.setOnMouseReleased(e -> model.endGesture());
    caption.getStyleClass().add("caption");
    caption.setWrapText(true);
    Explained.by(density, messages, "density");
    Explained.by(histogram, messages, "histogram");
    VBox.setVgrow(density, Priority.ALWAYS);
    VBox.setVgrow(histogram, Priority.ALWAYS);
    getChildren().addAll(Card.title(messages.bind("drawn")), density, caption, histogram);
    model.revisionProperty().addListener((property, old, now) -> show());
    messages.languageProperty().addListener((property, old, now) -> show());
    show();
  }

  private void drag(MouseEvent event) {
    double lambda = Scale.LAMBDA.valueAt(Math.clamp(density.lambdaAt(event.getX()), 0, 1));
    model.editDraw(d -> d.withLambda(lambda));
  }

  private void show() {
    Recipe recipe = model.recipe();
    Double alpha =
        switch (recipe.method()) {
          case Mixup m -> m.alpha();
          case CutMix c -> c.alpha();
          default -> null;
        };
    setVisible(alpha != null);
    setManaged(alpha != null);
    if (alpha == null) {
      return;
    }
    Mix mix = model.mix();
    double lambda = recipe.draw().lambda();
    double effective = mix == null ? lambda : mix.effectiveLambda();
    density.show(new Beta(alpha), lambda, effective, drawsSoFar(recipe));
    Frame frame = model.frame();
    if (frame != null) {
      count(new Wanted(recipe.method(), recipe.seed(), frame));
    }
    histogram.setVisible(frame != null);
    caption();
  }

  /// λ of the draws up to the present one, the latest of them if there are many.
  private List<Double> drawsSoFar(Recipe recipe) {
    Drawn now = new Drawn(recipe.method(), recipe.seed(), recipe.index());
    if (!now.equals(drawn)) {
      drawn = now;
      soFar =
          LongStream.rangeClosed(Math.max(0, recipe.index() - MANY), recipe.index())
              .mapToObj(index -> recipe.drawn(index).draw().lambda())
              .toList();
    }
    return soFar;
  }

  /// Counts on a worker; while it does, only the newest wish is remembered.
  private void count(Wanted now) {
    if (now.equals(wanted)) {
      return;
    }
    wanted = now;
    if (!busy) {
      busy = true;
      tasks.run(
          () -> LambdaHistogram.of(now.method(), now.seed(), now.frame(), DRAWS, BINS),
          result -> {
            busy = false;
            counted = result;
            histogram.show(result);
            caption();
            Wanted newest = wanted;
            if (newest != null && !newest.equals(now)) {
              wanted = null;
              count(newest);
            }
          },
          failure -> {
            busy = false;
            model.report(failure);
          });
    }
  }

  private void caption() {
    LambdaHistogram result = counted;
    caption.setText(
        result == null
            ? ""
            : messages.get(
                "histogram.caption",
                Integer.toString(DRAWS),
                String.format(Locale.ROOT, "%.2f", result.meanDrawn()),
                String.format(Locale.ROOT, "%.2f", result.meanEffective())));
  }
}
