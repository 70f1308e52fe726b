package org.mixoscope.app.train;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polyline;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.lab.Shape;

/// Where a digit is drawn by hand, and what the networks see of it.
final class SketchPad extends VBox {
  private static final double SEEN = 44;
  private static final Shape DIGIT = new Shape(1, 28, 28);

  /// Of the side of the paper.
  private static final double PEN = 0.09;

  private final Consumer<Sketch> drawn;
  private final Pane paper = new Pane();
  private final Group ink = new Group();
  private final SketchPen pen;
  private final ImageView seen = new ImageView();
  private final Label hint = new Label();
  private Sketch sketch = Sketch.EMPTY;

  /// @param drawn gets the digit with every move
  SketchPad(Messages messages, Consumer<Sketch> drawn) {
    this.drawn = drawn;
    setId("sketch-pad");
    getStyleClass().addAll("card", "lane", "sketch-pad");
    paper.setId("sketch-paper");
    paper.getStyleClass().add("sketch-paper");
    paper.setMinSize(0, 0);
    hint.textProperty().bind(messages.bind("train.sketch.hint"));
    hint.getStyleClass().add("sketch-hint");
    hint.setWrapText(true);
    hint.setMouseTransparent(true);
    ink.setManaged(false);
    pen = new SketchPen(paper, () -> sketch, this::take, messages);
    paper.getChildren().addAll(hint, ink, pen.cross());
    paper.layoutBoundsProperty().subscribe(now -> show());
    Explained.spoken(paper, messages, "train.sketch");
    seen.setFitWidth(SEEN);
    seen.setFitHeight(SEEN);
    seen.setSmooth(false);
    Button clear = new Button(null, Icons.of(Feather.TRASH_2));
    clear.setId("sketch-clear");
    clear.getStyleClass().add("icon-button");
    clear.textProperty().bind(messages.bind("train.sketch.clear"));
    clear.setMinWidth(Region.USE_PREF_SIZE);
    clear.setOnAction(e -> take(Sketch.EMPTY));
    Explained.by(clear, messages, "train.sketch.clear");
    Label title = Card.title(messages.bind("train.sketch"));
    HBox foot = new HBox(seen, clear);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("sketch-foot");
    VBox.setVgrow(paper, Priority.ALWAYS);
    getChildren().addAll(Explained.by(title, messages, "train.sketch"), paper, foot);
    show();
  }

  private void take(Sketch next) {
    sketch = next;
    show();
    drawn.accept(next);
  }

  private void show() {
    ink.getChildren().setAll(sketch.lines().stream().map(this::line).toList());
    hint.setVisible(sketch.isEmpty());
    hint.setPrefWidth(Math.max(1, paper.getWidth()));
    seen.setImage(Shade.picture(sketch.digit(), DIGIT));
  }

  private Polyline line(List<Sketch.Spot> spots) {
    Polyline line = new Polyline();
    line.getStyleClass().add("sketch-line");
    line.setStrokeWidth(PEN * pen.side());
    for (Sketch.Spot spot : spots) {
      line.getPoints().addAll(spot.x() * pen.side(), spot.y() * pen.side());
    }
    if (spots.size() == 1) {
      // A dot is seen, too.
      line.getPoints().addAll(line.getPoints().get(0) + 0.1, line.getPoints().get(1));
    }
    return line;
  }
}
