package org.mixoscope.app.explore;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Moment;
import org.mixoscope.app.ui.Clip;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Late;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// For an audience: picture, label, formula and what a classifier says, in large type. The box can
/// be dragged.
public final class PresenterPane extends BorderPane {
  /// The part of the width that the pictures beside the mix take.
  private static final double SOURCES = 0.17;

  /// What handles of a box need beside the picture. More of a box would lie across what is written.
  private static final double GRIP = 16;

  private final MixModel model;
  private final Messages messages;
  private final ToldLabel told;
  private final Label method = new Label();
  private final Label moment = new Label();
  private final Label drawn = new Label();
  private final Label effective = new Label();
  private final LabelBar bar = new LabelBar(true);

  /// The page of a desk.
  public PresenterPane(Desk desk) {
    model = desk.model();
    messages = desk.messages();
    told = new ToldLabel(model.sight().slowMotion());
    PresentedPicture picture = new PresentedPicture(model, messages);
    Clip.beyond(picture, GRIP);
    StackPane stage = new StackPane(picture, WorkingSign.over(picture, model, messages));
    stage.setMinSize(0, 0);
    HBox.setHgrow(stage, Priority.ALWAYS);
    drawn.setId("presented-lambda");
    effective.setId("presented-effective");
    bar.setId("presented-label");
    method.getStyleClass().add("presenter-method");
    method.setWrapText(true);
    moment.setId("presenter-moment");
    moment.getStyleClass().add("presenter-caption");
    moment.setWrapText(true);
    moment.managedProperty().bind(moment.visibleProperty());
    VBox facts =
        new VBox(
            method,
            moment,
            number("λ", "lambda.short", drawn),
            number("λ̂", "effective.short", effective),
            new FormulaPane(model, messages));
    facts.getStyleClass().add("presenter-facts");
    facts.setAlignment(Pos.CENTER_LEFT);
    PresentedSources sources = new PresentedSources(model, messages);
    // However large letters are, the mix is the larger picture.
    sources.prefWidthProperty().bind(widthProperty().multiply(SOURCES));
    HBox middle = new HBox(sources, stage, facts);
    middle.getStyleClass().add("presenter-middle");
    setCenter(middle);
    Late said =
        new Late(
            desk.predictions().classifierProperty().isNotNull(),
            () -> new PresentedPrediction(desk));
    VBox bottom = new VBox(new StepBar(model, messages, desk.actions(), desk.player()), bar, said);
    bottom.getStyleClass().add("presenter-bottom");
    setBottom(bottom);
    getStyleClass().add("presenter-page");
    WhileVisible.follow(
        this,
        this::show,
        told.shareProperty(),
        model.revisionProperty(),
        model.clipLabelProperty(),
        messages.languageProperty());
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
    List<Double> whole = model.clipLabelProperty().get();
    Moment shown = model.pictures().moment();
    moment.setVisible(shown != null);
    if (shown != null) {
      moment.setText(
          messages.get(whole == null ? "presenter.frame" : "presenter.clip", shown.name(messages)));
    }
    bar.setVisible(mix != null);
    drawn.setText(LabelBar.number(model.recipe().draw().lambda()));
    effective.setText(mix == null ? "–" : LabelBar.number(mix.effectiveLambda()));
    if (mix != null) {
      Recipe recipe = model.recipe();
      bar.show(
          messages.classNames(recipe.sources()).of(mix.classes()),
          told.of(whole == null ? mix.label() : whole, recipe),
          SourceColour.ofClasses(recipe));
    }
  }
}
