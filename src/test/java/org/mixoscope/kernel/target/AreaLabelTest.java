package org.mixoscope.kernel.target;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.Objects.Keeping;

class AreaLabelTest {
  private static final double ROUNDING = 1e-12;
  private static final Frame FRAME = new Frame(4, 6);
  private static final AreaLabel LABEL = new AreaLabel(3, OptionalInt.empty(), 0);

  /// B covers the right half. Of A's object 2 of 8 pixels stay, of B's 4 of 12 are shown.
  @Test
  void classesHaveTheSharesOfTheirVisiblePixels() {
    Objects a = objects(Instance.of(0, full(new Box(2, 0, 6, 2))));
    Objects b = objects(Instance.of(2, full(new Box(0, 0, 4, 3))));
    Patchwork mix = Patchwork.pair(FRAME, new Box(3, 0, 6, 4));

    Target mixed = a.mixed(List.of(a, b), mix, mix.shares());

    assertLabel(new double[] {2 / 5.0, 0, 3 / 5.0}, LABEL, mixed);
  }

  @Test
  void blendedObjectsCountByTheirWeights() {
    Objects a = objects(Instance.of(0, full(new Box(0, 0, 2, 2))));
    Objects b = objects(Instance.of(1, new Edges(0, 0, 4, 3)));
    Blend mix = Blend.pair(FRAME, 0.75);

    Target mixed = a.mixed(List.of(a, b), mix, mix.shares());

    assertLabel(new double[] {0.5, 0.5, 0}, LABEL, mixed);
    assertLabel(new double[] {0.45, 0.45, 0.1}, new AreaLabel(3, OptionalInt.empty(), 0.3), mixed);
  }

  @Test
  void whatIsToBeIgnoredCountsForNobody() {
    Instance one = Instance.of(1, new Edges(0, 0, 2, 2));
    Instance hidden = new Instance(2, one.box(), null, false, true, 1, 0.05, 0);

    assertLabel(
        new double[] {0, 1, 0},
        LABEL,
        objects(one, hidden, Instance.of(0, one.box()).asCrowd(true)));
  }

  @Test
  void nothingToBeSeenIsNoLabelAtAll() {
    ClassWeights label = new AreaLabel(3, OptionalInt.empty(), 0.3).of(objects());

    assertTrue(label.isZero());
    assertEquals(3, label.classes());
  }

  /// 255 and the background have no share.
  @Test
  void mapsCountByTheirPixels() {
    ClassMap map =
        ClassMap.of(Pixels.of(new byte[] {0, 0, 1, 2, 2, 2, -1, -1}, new Frame(2, 4), 1));

    assertLabel(new double[] {2 / 6.0, 1 / 6.0, 3 / 6.0}, LABEL, map);
    assertLabel(new double[] {0, 0.25, 0.75}, new AreaLabel(3, OptionalInt.of(0), 0), map);
  }

  @Test
  void otherTargetsHaveNoAreas() {
    assertThrows(IllegalArgumentException.class, () -> LABEL.of(new Quantity(1)));
    assertEquals(
        "category = 3: there are 3 classes",
        assertThrows(
                IllegalArgumentException.class,
                () -> LABEL.of(objects(Instance.of(3, new Edges(0, 0, 1, 1)))))
            .getMessage());
  }

  private static void assertLabel(double[] expected, AreaLabel label, Target target) {
    assertArrayEquals(expected, label.of(target).toArray(), ROUNDING);
  }

  private static Objects objects(Instance... all) {
    return Objects.of(FRAME, List.of(all), Keeping.USUAL);
  }

  private static Mask full(Box box) {
    return Mask.of(box, (_, _) -> true);
  }
}
