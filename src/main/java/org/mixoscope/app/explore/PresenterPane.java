package org.mixoscope.app.explore;

import java.util.List;
import javafx.animation.FadeTransition;
import javafx.animation.ParallelTransition;
import javafx.animation.ScaleTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import org.controlsfx.control.HiddenSidesPane;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Player;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.KeyStrip;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// For an audience: picture, label and formula in large type, and what is pressed. All commands
/// work; the box can be dragged.
public final class PresenterPane extends StackPane {
  private static final Duration RING = Duration.millis(450);

  /// Where the pointer brings the controls.
  private static final double EDGE = 60;

  /// The part of the width that the pictures beside the mix take.
  private static final double SOURCES = 0.17;

  /// Pixels of the letters that the style sheet measures all others by.
  private static final List<Integer> TYPE = List.of(14, 16, 19, 22, 26);

  private final MixModel model;
  private final Messages messages;
  private final PresentedPicture picture;
  private final ToldLabel told;
  private final Label method = new Label();
  private final Label drawn = new Label();
  private final Label effective = new Label();
  private final LabelBar bar = new LabelBar(true);
  private final KeyStrip keys = new KeyStrip();
  private final Circle ring = new Circle(22);

  /// @param actions what the buttons of slow motion do
  /// @param player that tells it
  public PresenterPane(MixModel model, Messages messages, Actions actions, Player player) {
    this.model = model;
    told = new ToldLabel(model.sight().slowMotion());
    this.messages = messages;
    setId("presenter");
    getStyleClass().add("presenter");
    picture = new PresentedPicture(model, messages);
    HBox.setHgrow(picture, Priority.ALWAYS);
    method.getStyleClass().add("presenter-method");
    method.setWrapText(true);
    VBox facts =
        new VBox(
            method,
            number("λ", "lambda.short", drawn),
            number("λ̂", "effective.short", effective),
            new FormulaPane(model, messages));
    facts.getStyleClass().add("presenter-facts");
    facts.setAlignment(Pos.CENTER_LEFT);
    PresentedSources sources = new PresentedSources(model, messages);
    // However large letters are, the mix is the larger picture.
    sources.prefWidthProperty().bind(widthProperty().multiply(SOURCES));
    HBox middle = new HBox(sources, picture, facts);
    middle.getStyleClass().add("presenter-middle");
    BorderPane page = new BorderPane(middle);
    VBox bottom = new VBox(new StepBar(model, messages, actions, player), bar);
    bottom.getStyleClass().add("presenter-bottom");
    page.setBottom(bottom);
    page.getStyleClass().add("presenter-page");
    ring.getStyleClass().add("click-ring");
    ring.setManaged(false);
    ring.setMouseTransparent(true);
    ring.setVisible(false);
    StackPane.setAlignment(keys, Pos.BOTTOM_CENTER);
    HiddenSidesPane sides = new HiddenSidesPane();
    sides.setContent(page);
    sides.setTop(new StackPane(new PresenterBar(model, messages, actions)));
    sides.setTriggerDistance(EDGE);
    model.sight().presentedProperty().subscribe(now -> size(now.type()));
    getChildren().addAll(sides, keys, ring);
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::echo);
    WhileVisible.follow(
        this,
        this::show,
        told.shareProperty(),
        model.revisionProperty(),
        messages.languageProperty());
  }

  /// Shows a key that was pressed.
  ///
  /// @param meaning what it does, empty for nothing
  public void echo(String key, String meaning) {
    keys.show(key, meaning);
  }

  private void size(int step) {
    setStyle("-fx-font-size: " + TYPE.get(step) + "px;");
  }

  private void echo(MouseEvent event) {
    ring.setVisible(true);
    ring.setCenterX(event.getX());
    ring.setCenterY(event.getY());
    FadeTransition fade = new FadeTransition(RING, ring);
    fade.setFromValue(0.9);
    fade.setToValue(0);
    ScaleTransition grow = new ScaleTransition(RING, ring);
    grow.setFromX(0.5);
    grow.setFromY(0.5);
    grow.setToX(1.2);
    grow.setToY(1.2);
    ParallelTransition both = new ParallelTransition(fade, grow);
    both.setOnFinished(e -> ring.setVisible(false));
    both.play();
  }

  private HBox number(String symbol, String meaning, Label value) {
    Label sign = new Label(symbol);
    sign.getStyleClass().add("presenter-symbol");
    value.getStyleClass().addAll("presenter-number", "source-text");
    Label caption = new Label();
    caption.textProperty().bind(messages.bind(meaning));
    caption.getStyleClass().add("presenter-caption");
    HBox row = new HBox(sign, value, caption);
    row.getStyleClass().addAll("presenter-row", SourceColour.A.styleClass());
    row.setAlignment(Pos.BASELINE_LEFT);
    return row;
  }

  private void show() {
    method.setText(messages.get("method." + model.recipe().method().type().id()));
    Mix mix = model.mix();
    bar.setVisible(mix != null);
    drawn.setText(LabelBar.number(model.recipe().draw().lambda()));
    effective.setText(mix == null ? "–" : LabelBar.number(mix.effectiveLambda()));
    if (mix != null) {
      Recipe recipe = model.recipe();
      bar.show(
          messages.classNames(recipe.sources()).of(mix.classes()),
          told.of(mix, recipe),
          SourceColour.ofClasses(recipe));
    }
  }
}
