package org.mixoscope.app.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;

class BoxEditorTest {
  private static final Frame FRAME = new Frame(300, 451);
  private static final CutMix CUT_MIX = new CutMix(1);

  @Property
  void movingKeepsTheSizeAndGoesWhereTheRuleAllows(
      @ForAll @DoubleRange(min = 0, max = 1) double lambda,
      @ForAll BoxRule rule,
      @ForAll @IntRange(min = -600, max = 600) int dx,
      @ForAll @IntRange(min = -600, max = 600) int dy) {
    CutMix method = new CutMix(1, rule, true);
    Draw from = new Draw(lambda, 0.5, 0.5);
    Box before = method.box(from, FRAME);
    Draw moved = BoxEditor.move(method, from, FRAME, dx, dy);
    Box after = method.box(moved, FRAME);
    assertEquals(before.width(), after.width());
    assertEquals(before.height(), after.height());
    assertEquals(lambda, moved.lambda());
    assertTrue(Math.abs(after.x1() - before.x1()) <= Math.abs(dx), "never overshoots");
    if (Math.abs(dx) < 100 && !rule.staysInside()) {
      assertEquals(before.x1() + dx, after.x1());
    }
  }

  /// With sides of a whole number of pixels, but for rounding, there is no position at the edge
  /// that keeps them.
  @Test
  void aBoxOfKerasMovesToTheEdge() {
    CutMix method = new CutMix(1, BoxRule.KERAS_3, true);
    for (double lambda : new double[] {0.99, 0.8504888888888888, 0.8291555555555555}) {
      Draw from = new Draw(lambda, 0.5, 0.5);
      Box before = method.box(from, FRAME);
      Box after = method.box(BoxEditor.move(method, from, FRAME, -600, -600), FRAME);
      assertEquals(before.width(), after.width());
      assertEquals(before.height(), after.height());
      assertTrue(after.x1() <= 1 && after.y1() <= 1, after.toString());
    }
  }

  @Property
  void cornersKeepTheBoxOfTheMethodAndItsOppositeCorner(
      @ForAll @IntRange(min = -60, max = 60) int dx,
      @ForAll @IntRange(min = -40, max = 40) int dy) {
    Draw from = new Draw(0.6, 0.5, 0.5);
    Box before = CUT_MIX.box(from, FRAME);
    Draw resized = BoxEditor.resize(CUT_MIX, from, FRAME, new BoxEditor.Handle(1, 1), dx, dy);
    Box after = CUT_MIX.box(resized, FRAME);
    assertNull(resized.region());
    assertEquals(before.x1(), after.x1());
    assertEquals(before.y1(), after.y1());
    double wanted =
        Math.max(
            (before.width() + dx) / (double) FRAME.width(),
            (before.height() + dy) / (double) FRAME.height());
    assertEquals(Math.sqrt(1 - resized.lambda()), wanted, 1e-9);
  }

  @Test
  void edgesFreeTheBoxAndLambdaIsOneMinusItsArea() {
    Draw from = new Draw(0.6, 0.5, 0.5);
    Box before = CUT_MIX.box(from, FRAME);
    Draw freed = BoxEditor.resize(CUT_MIX, from, FRAME, new BoxEditor.Handle(-1, 0), -30, 99);
    Box after = CUT_MIX.box(freed, FRAME);
    assertNotNull(freed.region());
    assertEquals(new Box(before.x1() - 30, before.y1(), before.x2(), before.y2()), after);
    assertEquals(1 - after.area() / 135300.0, freed.lambda(), 1e-12);
    Draw moved = BoxEditor.move(CUT_MIX, freed, FRAME, 400, 0);
    assertEquals(after.x1() + 400, CUT_MIX.box(moved, FRAME).x1(), "may leave the picture");
    Draw back = freed.withLambda(0.6);
    assertNull(back.region());
  }

  @Test
  void anEdgeCannotCrossTheOther() {
    Draw from = new Draw(0.6, 0.5, 0.5);
    Draw freed = BoxEditor.resize(CUT_MIX, from, FRAME, new BoxEditor.Handle(1, 0), -9999, 0);
    assertTrue(CUT_MIX.box(freed, FRAME).isEmpty());
    assertEquals(1, freed.lambda());
  }
}
