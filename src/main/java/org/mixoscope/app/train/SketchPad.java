package org.mixoscope.app.train;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polyline;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.lab.Shape;

/// Where a digit is drawn with the mouse, and what the networks see of it.
final class SketchPad extends VBox {
  private static final double SEEN = 44;
  private static final Shape DIGIT = new Shape(1, 28, 28);

  /// Of the side of the paper.
  private static final double PEN = 0.09;

  private final Consumer<Sketch> drawn;
  private final Pane paper = new Pane();
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
    paper.setCursor(Cursor.CROSSHAIR);
    paper.setOnMousePressed(this::begin);
    paper.setOnMouseDragged(this::go);
    hint.textProperty().bind(messages.bind("train.sketch.hint"));
    hint.getStyleClass().add("sketch-hint");
    hint.setWrapText(true);
    hint.setMouseTransparent(true);
    paper.getChildren().add(hint);
    paper.layoutBoundsProperty().subscribe(now -> show());
    Explained.spoken(paper, messages, "train.sketch");
    seen.setFitWidth(SEEN);
    seen.setFitHeight(SEEN);
    seen.setSmooth(false);
    Button clear = new Button(null, new FontIcon(Feather.TRASH_2));
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

  private double side() {
    return Math.max(1, Math.min(paper.getWidth(), paper.getHeight()));
  }

  private Sketch.Spot spot(MouseEvent event) {
    return new Sketch.Spot(
        Math.clamp(event.getX(), 0, paper.getWidth()) / side(),
        Math.clamp(event.getY(), 0, paper.getHeight()) / side());
  }

  private void begin(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      take(sketch.begin(spot(event)));
    }
  }

  private void go(MouseEvent event) {
    if (event.isPrimaryButtonDown() && !sketch.isEmpty()) {
      take(sketch.go(spot(event)));
    }
  }

  private void take(Sketch next) {
    sketch = next;
    show();
    drawn.accept(next);
  }

  private void show() {
    List<Polyline> lines = sketch.lines().stream().map(this::line).toList();
    paper.getChildren().setAll(hint);
    paper.getChildren().addAll(lines);
    hint.setVisible(sketch.isEmpty());
    hint.setPrefWidth(Math.max(1, paper.getWidth()));
    seen.setImage(Shade.picture(sketch.digit(), DIGIT));
  }

  private Polyline line(List<Sketch.Spot> spots) {
    Polyline line = new Polyline();
    line.setManaged(false);
    line.getStyleClass().add("sketch-line");
    line.setStrokeWidth(PEN * side());
    for (Sketch.Spot spot : spots) {
      line.getPoints().addAll(spot.x() * side(), spot.y() * side());
    }
    if (spots.size() == 1) {
      // A dot is seen, too.
      line.getPoints().addAll(line.getPoints().get(0) + 0.1, line.getPoints().get(1));
    }
    return line;
  }
}
