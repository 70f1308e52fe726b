package org.mixoscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mixoscope.app.Hands.run;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.css.CssParser;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mixoscope.app.InWindow;
import org.testfx.framework.junit5.Start;

/// What is not in the window while its theme changes finds its colours when it comes back.
@ExtendWith(InWindow.class)
class LookTest {
  private static final int STYLES = 40;

  private final StackPane root = new StackPane();
  private Look look;

  @Start
  void start(Stage stage) {
    look = new Look(Theme.LIGHT);
    Scene scene = new Scene(root, 400, 400);
    look.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void whatWasAwayFindsItsColours() {
    List<String> warnings = new ArrayList<>();
    ListChangeListener<CssParser.ParseError> listener =
        change -> {
          while (change.next()) {
            change.getAddedSubList().forEach(error -> warnings.add(error.getMessage()));
          }
        };
    VBox away = labels("-mx-accent");
    VBox there = labels("-mx-source");
    there.getStyleClass().add("source-a");
    run(() -> CssParser.errorsProperty().addListener(listener));
    run(() -> root.getChildren().setAll(away));
    run(() -> root.getChildren().setAll(there));
    run(look::toggle);
    run(() -> root.getChildren().setAll(away));
    run(() -> CssParser.errorsProperty().removeListener(listener));
    assertEquals(List.of(), warnings);
  }

  /// Labels of as many styles, whose colour only those know that lie in a source's pane.
  private static VBox labels(String colour) {
    VBox labels = new VBox();
    for (int k = 0; k < STYLES; k++) {
      Label label = new Label("λ");
      label.setStyle("-fx-background-color: %s; -fx-label-padding: 0.%02dem".formatted(colour, k));
      labels.getChildren().add(label);
    }
    return labels;
  }
}
