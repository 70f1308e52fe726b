package org.mixoscope.app.explore;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.mixoscope.app.marks.PictureLayer;
import org.mixoscope.app.marks.Placement;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.state.View;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.NextFrame;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.kernel.Frame;
import org.mixoscope.recipe.Source;

/// A source as it enters the mix, with its letter and class, for an audience.
final class PresentedSource extends VBox {
  private final MixModel model;
  private final int k;
  private final Messages messages;
  private final PictureLayer picture = new PictureLayer();
  private final Label name = new Label();
  private final Pane stage =
      new Pane(picture.node()) {
        @Override
        protected void layoutChildren() {
          render();
        }
      };
  private final NextFrame nextFrame = new NextFrame(stage, this::render);

  PresentedSource(MixModel model, int k, Messages messages) {
    this.model = model;
    this.messages = messages;
    this.k = k;
    SourceColour colour = SourceColour.of(k);
    getStyleClass().addAll("presenter-source", colour.styleClass());
    Label letter = new Label(colour.letter());
    letter.getStyleClass().addAll("presenter-letter", "source-text");
    name.getStyleClass().add("presenter-class");
    HBox caption = new HBox(letter, name);
    caption.getStyleClass().add("presenter-source-caption");
    caption.setAlignment(Pos.BASELINE_LEFT);
    stage.setMinSize(0, 0);
    stage.setPrefSize(0, 0);
    VBox.setVgrow(stage, Priority.ALWAYS);
    VBox.setVgrow(this, Priority.ALWAYS);
    setMinHeight(0);
    getChildren().addAll(stage, caption);
    WhileVisible.follow(
        this, nextFrame::ask, model.revisionProperty(), messages.languageProperty());
    nextFrame.ask();
  }

  private void render() {
    Prepared ready = model.shownProperty().get();
    Frame frame = model.frame();
    boolean there = ready != null && frame != null && k < model.recipe().sources().size();
    picture.node().setVisible(there);
    if (ready == null || frame == null || !there) {
      return;
    }
    List<Source> sources = model.recipe().sources();
    name.setText(messages.classNames(sources).of(sources.get(k).className()));
    picture.fit(ready.inputs().frame());
    Placement placement = Placement.filling(frame, stage.getWidth(), stage.getHeight());
    if (placement.scale() > 0) {
      picture.place(placement, stage.getWidth(), stage.getHeight());
    }
    picture.paint(out -> model.render(new View.Alone(k), out));
  }
}
