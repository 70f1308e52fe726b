package org.mixoscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mixoscope.app.Hands.run;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Group;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mixoscope.app.InWindow;

@ExtendWith(InWindow.class)
class WhileVisibleTest {
  private final IntegerProperty cause = new SimpleIntegerProperty(0);
  private final List<Integer> shown = new ArrayList<>();
  private final Group node = new Group();
  private final Group around = new Group(node);
  private final Group root = new Group(around);

  @Test
  void whatChangesUnseenIsShownOnceItCanBeSeen() {
    run(
        () -> {
          WhileVisible.follow(node, () -> shown.add(cause.get()), cause);
          cause.set(1);
          assertEquals(List.of(0), shown, "in no scene");
          new Scene(root);
          cause.set(2);
          root.setVisible(false);
          cause.set(3);
          cause.set(4);
          around.setVisible(false);
          root.setVisible(true);
          assertEquals(List.of(0, 1, 2), shown, "what it lies in is hidden");
          around.setVisible(true);
          root.getChildren().clear();
          cause.set(5);
          root.getChildren().add(around);
          root.setVisible(false);
          root.setVisible(true);
        });
    assertEquals(List.of(0, 1, 2, 4, 5), shown);
  }

  @Test
  void aNodeMayDecideByItselfWhetherItIsVisible() {
    run(
        () -> {
          new Scene(root);
          WhileVisible.follow(node, () -> node.setVisible(cause.get() > 0), cause);
          assertEquals(false, node.isVisible());
          cause.set(1);
        });
    assertEquals(true, node.isVisible());
  }
}
