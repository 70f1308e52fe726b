package org.mixoscope.app.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.app.Screens;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.MethodType;

/// How the mix is looked at, with no stage.
class SightTest {
  private final MixModel model = Screens.model();
  private final Sight sight = model.sight();

  @Property(tries = 200)
  void zoomingInKeepsThePointUnderThePointer(
      @ForAll @DoubleRange(min = 0, max = 1) double x,
      @ForAll @DoubleRange(min = 0, max = 1) double u,
      @ForAll @DoubleRange(min = 1, max = 30) double zoom,
      @ForAll @DoubleRange(min = 1, max = 4) double factor) {
    Viewport before = new Viewport(zoom, x, 0.5);
    Viewport after = before.zoomed(factor, u, 0.5, 1000);
    assertEquals(zoom * factor, after.zoom(), 1e-9);
    assertEquals((u - before.x()) * before.zoom(), (u - after.x()) * after.zoom(), 1e-6);
  }

  @Property(tries = 200)
  void nothingLeavesThePictureOrTheZoom(
      @ForAll @DoubleRange(min = -3, max = 3) double du,
      @ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
    Viewport moved = Viewport.FIT.zoomed(factor, 0.9, 0.2, 16).panned(du, -du);
    assertTrue(moved.zoom() >= 1 && moved.zoom() <= 16);
    double half = 0.5 / moved.zoom();
    assertTrue(moved.x() >= half - 1e-12 && moved.x() <= 1 - half + 1e-12);
    assertEquals(Viewport.FIT, moved.zoomed(0.0001, 0.1, 0.1, 16), "zoomed out is all of it");
  }

  @Test
  void theBoxIsThatOfBAndLambdaTheWeightOfA() {
    Highlight a = new Highlight.Source(0);
    Highlight b = new Highlight.Source(1);
    assertTrue(Highlight.Part.LAMBDA.lights(a) && a.lights(Highlight.Part.LAMBDA));
    assertTrue(Highlight.Part.BOX.lights(b) && b.lights(Highlight.Part.BOX));
    assertFalse(Highlight.Part.BOX.lights(a) || a.lights(b));
    assertFalse(Highlight.Part.NOTHING.lights(Highlight.Part.NOTHING));
    assertTrue(new Highlight.Source(4).lights(new Highlight.Source(4)));
  }

  @Test
  void aGlanceGoesBackToTheViewThatWasChosen() {
    sight.viewProperty().set(View.WEIGHTS);
    sight.peek(1);
    assertEquals(new View.Alone(1), sight.shownProperty().getValue());
    sight.endPeek();
    assertEquals(View.WEIGHTS, sight.shownProperty().getValue());
  }

  @Test
  void theDividerHasTheMixOnItsRight() {
    assertNull(sight.besideProperty().getValue());
    sight.swipingProperty().set(true);
    assertEquals(new View.Alone(0), sight.besideProperty().getValue());
    assertEquals(View.MIXED, sight.shownProperty().getValue());
    sight.viewProperty().set(View.WEIGHTS);
    assertEquals(View.WEIGHTS, sight.besideProperty().getValue());
    assertEquals(View.MIXED, sight.shownProperty().getValue());
    sight.peek(0);
    assertNull(sight.besideProperty().getValue(), "a glance takes all of the picture");
  }

  @Test
  void aSourceThatIsPointedAtKeepsItsPixelsWhileOthersPale() {
    Pixels plain = painted();
    sight.pointedProperty().set(new Highlight.Source(0));
    Pixels lit = painted();
    Composition composition = model.mix().composition();
    int changed = 0;
    for (int y = 0; y < plain.height(); y += 7) {
      for (int x = 0; x < plain.width(); x += 11) {
        boolean same = plain.valueAt(y, x, 1) == lit.valueAt(y, x, 1);
        assertTrue(same || composition.weightAt(0, y, x) == 0, "A is as it was");
        changed += same ? 0 : 1;
      }
    }
    assertTrue(changed > 20, "B is pale");
    sight.pointedProperty().set(Highlight.Part.BOX);
    assertTrue(plain.sameAs(painted()), "the box itself changes no pixel while it is dragged");
  }

  private Pixels painted() {
    Pixels out = model.pictures().prepared().newOutput();
    model.render(View.MIXED, out);
    return out;
  }

  @Test
  void cutMixIsToldInFourSteps() {
    SlowMotion story = sight.slowMotion();
    assertEquals(List.of(Step.DRAW, Step.PLACE_BOX, Step.CLIP, Step.RELABEL), story.steps());
    story.start();
    assertEquals(new View.Alone(0), sight.shownProperty().getValue());
    assertEquals(Highlight.Part.LAMBDA, sight.litProperty().getValue());
    assertFalse(story.hasPrevious());
    story.next();
    assertEquals(Step.PLACE_BOX, story.stepProperty().get());
    assertEquals(new View.Alone(0), sight.shownProperty().getValue(), "nothing is pasted yet");
    story.next();
    assertEquals(View.MIXED, sight.shownProperty().getValue());
    story.next();
    story.next();
    assertEquals(Step.RELABEL, story.stepProperty().get(), "it ends there");
    story.previous();
    assertEquals(Step.CLIP, story.stepProperty().get());
    story.stop();
    assertEquals(Highlight.Part.NOTHING, sight.litProperty().getValue());
  }

  @Test
  void everyMethodIsToldToItsLabel() {
    for (MethodType type : MethodType.all()) {
      List<Step> steps = Step.of(type);
      assertEquals(Step.RELABEL, steps.getLast(), type.id());
      assertTrue(steps.size() >= 3, type.id());
    }
  }

  @Test
  void anotherDrawIsToldFromTheBeginningALambdaByHandIsNot() {
    SlowMotion story = sight.slowMotion();
    story.start();
    story.next();
    model.editDraw(d -> d.withLambda(0.3));
    assertEquals(Step.PLACE_BOX, story.stepProperty().get());
    model.drawNext();
    assertEquals(Step.DRAW, story.stepProperty().get());
    story.next();
    model.choose(MethodType.of("mosaic"));
    assertEquals(Step.of(MethodType.of("mosaic")).getFirst(), story.stepProperty().get());
  }
}
