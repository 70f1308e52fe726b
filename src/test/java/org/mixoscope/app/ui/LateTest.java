package org.mixoscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.run;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mixoscope.app.InWindow;

@ExtendWith(InWindow.class)
class LateTest {
  private final IntegerProperty kept = new SimpleIntegerProperty(0);
  private final List<Label> made = new ArrayList<>();

  private Label part() {
    made.add(new Label("kept"));
    return made.getLast();
  }

  @Test
  void aPartIsMadeWhenItIsFirstWantedAndKeptFromThenOn() {
    run(
        () -> {
          Late place = new Late(kept.greaterThan(0), this::part);
          assertEquals(List.of(), made, "nobody wants it yet");
          assertFalse(place.isManaged(), "no room is left for it");
          System.gc();
          kept.set(1);
          assertEquals(made, place.getChildren());
          assertTrue(place.isVisible() && place.isManaged());
          kept.set(0);
          assertFalse(place.isVisible() || place.isManaged());
          kept.set(2);
          assertEquals(1, made.size(), "the same as before");
          assertEquals(made, place.getChildren());
          assertTrue(place.isVisible());
        });
  }

  @Test
  void aPartThatIsWantedAtOnceIsThere() {
    run(
        () -> {
          kept.set(1);
          assertEquals(1, new Late(kept.greaterThan(0), this::part).getChildren().size());
        });
  }
}
