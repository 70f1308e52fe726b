package org.mixoscope.app.explore;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.Highlight;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Step;
import org.mixoscope.app.ui.BetaPlot;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Glossary;
import org.mixoscope.app.ui.HistogramPlot;
import org.mixoscope.app.ui.Latest;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Scale;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Term;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.kernel.Beta;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.stats.LambdaHistogram;

/// How λ is drawn: the density it comes from, with a marker to drag, and what many draws of the
/// seed made of it.
final class LambdaPane extends VBox {
  private static final int DRAWS = 600;
  private static final int BINS = 24;
  private static final int MANY = 100;

  /// Methods that give every pixel a weight of its own are counted on a frame of this side, where
  /// λ̂ is nearly the same.
  private static final int SMALL = 48;

  private final MixModel model;
  private final Messages messages;
  private final Latest<Wish, LambdaHistogram> counting;
  private final BetaPlot density = new BetaPlot();
  private final HistogramPlot histogram = new HistogramPlot();
  private final Label title = Card.title();
  private final Label caption = new Label();
  private @Nullable Drawn drawn;
  private List<Double> soFar = List.of();
  private @Nullable LambdaHistogram counted;

  /// What the draws so far depend on.
  private record Drawn(Method method, long seed, long index) {}

  /// What a histogram depends on.
  private record Wish(Method method, long seed, Inputs inputs, int sources) {}

  LambdaPane(MixModel model, Messages messages, TaskRunner tasks) {
    this.model = model;
    this.messages = messages;
    counting =
        new Latest<>(
            tasks, (wish, before) -> count(wish), result -> true, this::counted, model::report);
    getStyleClass().addAll("card", "lambda-pane");
    density.setId("beta-plot");
    histogram.setId("histogram");
    density.setCursor(Cursor.H_RESIZE);
    density.setOnMousePressed(
        e -> {
          model.history().beginGesture();
          drag(e);
        });
    density.setOnMouseDragged(this::drag);
    density.setOnMouseReleased(e -> model.history().endGesture());
    Linked.by(density, Highlight.Part.LAMBDA, model.sight());
    model
        .sight()
        .slowMotion()
        .stepProperty()
        .subscribe(
            step -> {
              if (step == Step.DRAW) {
                density.announce();
              }
            });
    caption.getStyleClass().add("caption");
    caption.setWrapText(true);
    Explained.by(density, messages, "density");
    Explained.by(histogram, messages, "histogram");
    VBox.setVgrow(density, Priority.ALWAYS);
    VBox.setVgrow(histogram, Priority.ALWAYS);
    VBox draws = new VBox(caption, histogram);
    draws.getStyleClass().add("lambda-draws");
    VBox.setVgrow(draws, Priority.ALWAYS);
    HBox head = new HBox(title, Glossary.sign(Term.BETA, messages));
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, density, draws);
    WhileVisible.follow(this, this::show, model.revisionProperty(), messages.languageProperty());
  }

  private void drag(MouseEvent event) {
    double lambda = Scale.LAMBDA.valueAt(Math.clamp(density.lambdaAt(event.getX()), 0, 1));
    model.editDraw(d -> d.withLambda(lambda));
  }

  private void show() {
    Recipe recipe = model.recipe();
    MethodType type = recipe.method().type();
    boolean drawn = type.uses(Trait.LAMBDA);
    Beta beta = recipe.method().density(recipe.mixedSources().size());
    boolean counts = !type.looksAtInputs();
    setVisible(beta != null || counts);
    setManaged(isVisible());
    title.setText(messages.get(drawn ? "drawn" : "drawn.not"));
    density.setVisible(beta != null);
    density.setManaged(beta != null);
    if (beta != null) {
      Mix mix = model.mix();
      double lambda = recipe.draw().lambda();
      double effective = mix == null ? lambda : mix.effectiveLambda();
      density.show(beta, lambda, effective, drawsSoFar(recipe));
    }
    Frame frame = model.frame();
    boolean shown = counts && frame != null;
    histogram.setVisible(shown);
    histogram.setManaged(shown);
    caption.setVisible(shown);
    caption.setManaged(shown);
    if (shown && frame != null) {
      Inputs small = Inputs.of(frame.within(SMALL)).standingFor(frame);
      boolean slow = recipe.method().compose(recipe.draw(), small) instanceof Matte;
      Inputs inputs = slow ? small : Inputs.of(frame);
      int sources = recipe.sources().size();
      counting.want(new Wish(recipe.method(), recipe.seed(), inputs, sources));
      caption();
    }
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

  private static LambdaHistogram count(Wish wish) {
    return LambdaHistogram.of(
        wish.method(), wish.seed(), wish.inputs(), wish.sources(), DRAWS, BINS);
  }

  private void counted(Wish wish, LambdaHistogram result) {
    counted = result;
    histogram.show(result, wish.method().type().uses(Trait.LAMBDA));
    caption();
  }

  private void caption() {
    LambdaHistogram result = counted;
    boolean lambda = model.recipe().method().type().uses(Trait.LAMBDA);
    caption.setText(
        result == null
            ? ""
            : messages.get(
                lambda ? "histogram.caption" : "histogram.caption.effective",
                Integer.toString(DRAWS),
                String.format(Locale.ROOT, "%.2f", result.meanDrawn()),
                String.format(Locale.ROOT, "%.2f", result.meanEffective())));
  }
}
