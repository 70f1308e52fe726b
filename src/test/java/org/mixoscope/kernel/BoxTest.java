package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Boxes, regions and the draws that hold them.
class BoxTest {
  @Property(tries = 300)
  void clippedBoxHoldsThePixelsOfTheBoxThatAreInTheFrame(
      @ForAll @IntRange(min = -9, max = 12) int x1,
      @ForAll @IntRange(min = -9, max = 12) int y1,
      @ForAll @IntRange(min = 0, max = 20) int width,
      @ForAll @IntRange(min = 0, max = 20) int height,
      @ForAll @IntRange(min = 1, max = 9) int frameHeight,
      @ForAll @IntRange(min = 1, max = 9) int frameWidth) {
    Box box = new Box(x1, y1, x1 + width, y1 + height);
    Frame frame = new Frame(frameHeight, frameWidth);

    Box clipped = box.clip(frame);

    long pixels = 0;
    for (int y = -10; y < 33; y++) {
      for (int x = -10; x < 33; x++) {
        boolean both = box.contains(x, y) && Box.of(frame).contains(x, y);
        assertEquals(both, clipped.contains(x, y));
        pixels += both ? 1 : 0;
      }
    }
    assertEquals(pixels, clipped.area());
    assertEquals(pixels == 0, clipped.isEmpty());
  }

  @Property
  void regionOfABoxIsThatBoxInItsFrame(
      @ForAll @IntRange(min = 1, max = 9000) int height,
      @ForAll @IntRange(min = 1, max = 9000) int width,
      @ForAll long seed) {
    Frame frame = new Frame(height, width);
    Box box = TestPictures.box(new Random(seed), frame);

    Region region = Region.of(box, frame);

    assertEquals(box, region.on(frame));
    assertEquals(box.area() / (double) frame.pixels(), region.area(), 1e-9);
  }

  @Test
  void lambdaOfABoxPlacedByHandIsWhatItsWholeAreaLeaves() {
    Draw draw = new Draw(0.9, 0.1, 0.2);

    assertEquals(0.75, draw.within(new Region(0.25, 0.5, 0.75, 1)).lambda());
    assertEquals(0.5, draw.within(new Region(-0.5, 0, 0.5, 0.5)).lambda());
    assertEquals(0, draw.within(new Region(-1, -1, 2, 2)).lambda());
    assertEquals(1, draw.within(new Region(0.5, 0.5, 0.5, 0.5)).lambda());
  }

  @Test
  void otherLambdaGivesUpTheBoxPlacedByHand() {
    Draw placed = new Draw(0.9, 0.1, 0.2).within(new Region(0, 0, 0.5, 0.5));

    Draw changed = placed.withLambda(0.3);

    assertNull(changed.region());
    assertEquals(new Draw(0.3, 0.25, 0.25), changed, "it stays around the middle of the box");
    assertEquals(new Draw(0.3, 0.1, 0.2), new Draw(0.9, 0.1, 0.2).withLambda(0.3));
  }

  @Property
  void positionIsMovedIntoItsRange(
      @ForAll @DoubleRange(min = -3, max = 3) double u,
      @ForAll @DoubleRange(min = -3, max = 3) double v) {
    Draw moved = new Draw(0.5, 0, 0).at(u, v);

    assertTrue(moved.u() == u || (u < 0 ? moved.u() == 0 : u >= 1 && moved.u() < 1));
    assertTrue(moved.v() == v || (v < 0 ? moved.v() == 0 : v >= 1 && moved.v() < 1));
    assertEquals(0.5, moved.lambda());
  }
}
