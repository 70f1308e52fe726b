package org.mixoscope.app;

import java.util.List;
import javafx.animation.FadeTransition;
import javafx.animation.ParallelTransition;
import javafx.animation.ScaleTransition;
import javafx.geometry.Pos;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import org.controlsfx.control.HiddenSidesPane;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.Sight;
import org.mixoscope.app.ui.KeyStrip;

/// A page for an audience: something in large type, what is pressed, and at the upper edge what a
/// presenter chooses. All commands work.
final class AudiencePage extends StackPane {
  private static final Duration RING = Duration.millis(450);

  /// Where the pointer brings the controls.
  private static final double EDGE = 60;

  /// Pixels of the letters that the style sheet measures all others by.
  private static final List<Integer> TYPE = List.of(14, 16, 19, 22, 26);

  private final boolean isOfScreen;
  private final KeyStrip keys = new KeyStrip();
  private final Circle ring = new Circle(22);

  /// @param isOfScreen whether it shows what the screen in front does, whose keys work then; else
  ///   it is the mix, which hides that
  AudiencePage(Desk desk, Region content, boolean isOfScreen) {
    this.isOfScreen = isOfScreen;
    setId("presenter");
    getStyleClass().add("presenter");
    ring.getStyleClass().add("click-ring");
    ring.setManaged(false);
    ring.setMouseTransparent(true);
    ring.setVisible(false);
    StackPane.setAlignment(keys, Pos.BOTTOM_CENTER);
    Sight sight = desk.model().sight();
    HiddenSidesPane sides = new HiddenSidesPane();
    sides.setContent(content);
    sides.setTop(
        new StackPane(new PresenterBar(sight, desk.messages(), desk.actions(), !isOfScreen)));
    sides.setTriggerDistance(EDGE);
    sight.presentedProperty().subscribe(now -> size(now.type()));
    getChildren().addAll(sides, keys, ring);
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::echo);
  }

  /// Whether it shows what the screen in front does.
  boolean isOfScreen() {
    return isOfScreen;
  }

  /// Shows a key that was pressed.
  ///
  /// @param meaning what it does, empty for nothing
  void echo(String key, String meaning) {
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
}
