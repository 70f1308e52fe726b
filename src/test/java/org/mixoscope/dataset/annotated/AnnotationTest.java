package org.mixoscope.dataset.annotated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.Turn;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Mask;
import org.mixoscope.kernel.target.Objects;

class AnnotationTest {
  private static final Frame STORED = new Frame(6, 10);

  /// Against the rule itself: a ray from the middle of each pixel crosses the ring an odd number of
  /// times.
  @Property
  void pixelsOfPolygonsAreThoseWhoseMiddlesAreInside(@ForAll long seed) {
    Random random = new Random(seed);
    List<double[]> rings =
        List.of(ring(random, 3 + random.nextInt(6)), ring(random, 3 + random.nextInt(4)));

    Mask mask = new Outline.Polygons(rings).instance(0, STORED).mask();

    for (int y = 0; y < STORED.height(); y++) {
      for (int x = 0; x < STORED.width(); x++) {
        double py = y + 0.5;
        double px = x + 0.5;
        boolean inside = rings.stream().anyMatch(ring -> inside(ring, px, py));
        assertEquals(inside, mask != null && mask.contains(y, x), "x = " + x + ", y = " + y);
      }
    }
  }

  private static double[] ring(Random random, int points) {
    return random.doubles(2L * points, -3, 13).toArray();
  }

  private static boolean inside(double[] ring, double px, double py) {
    boolean odd = false;
    for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      double yi = ring[i + 1];
      double yj = ring[j + 1];
      if (yi > py != yj > py && px < (ring[j] - ring[i]) * (py - yi) / (yj - yi) + ring[i]) {
        odd = !odd;
      }
    }
    return odd;
  }

  @Test
  void aRingWithinAnotherIsNoHoleAndABridgeIsNotPainted() {
    double[] left = {0, 0, 3, 0, 3, 6, 0, 6};
    double[] right = {7, 0, 10, 0, 10, 6, 7, 6};
    double[] within = {1, 1, 2, 1, 2, 5, 1, 5};

    Instance seen = new Outline.Polygons(List.of(left, right, within)).instance(0, STORED);

    assertEquals(36, seen.area());
    assertEquals(new Edges(0, 0, 10, 6), seen.box());
  }

  @ParameterizedTest
  @EnumSource
  void whatWasMarkedInTheStoredPictureIsTurnedWithIt(Turn turn) throws PictureException {
    Outline corner = new Outline.Rectangle(new Edges(0, 0, 4, 2));
    Annotation stored = new Annotation(STORED, false, List.of(new Marked(0, corner, false)));
    Origin origin = Origin.of(STORED, turn);
    Frame upright = turn.upright(STORED);

    Objects found = stored.in("a.jpg", origin, upright);

    boolean seen = turn.swaps();
    assertEquals(seen, stored.isOfStored(origin));
    Edges expected =
        !seen
            ? new Edges(0, 0, 4, 2)
            : switch (turn) {
              case TRANSPOSED -> new Edges(0, 0, 2, 4);
              case CLOCKWISE -> new Edges(4, 0, 6, 4);
              case TRANSVERSED -> new Edges(4, 6, 6, 10);
              default -> new Edges(0, 6, 2, 10);
            };
    assertEquals(expected, found.instances().getFirst().box());
  }

  @Property
  void masksAreTurnedAsPicturesAre(@ForAll long seed) throws PictureException {
    Random random = new Random(seed);
    Turn turn = Turn.values()[random.nextInt(Turn.values().length)];
    Outline outline = new Outline.Polygons(List.of(ring(random, 4)));
    Annotation one = new Annotation(STORED, false, List.of(new Marked(0, outline, false)));
    Instance whole = outline.instance(0, STORED);
    Mask before = whole.mask();
    Origin origin = Origin.of(STORED, turn);

    Objects found = one.in("a.jpg", origin, turn.upright(STORED));

    if (before == null) {
      // Too thin for the middle of a pixel: its box, if some of that is inside.
      assertEquals(whole.area() == 0 ? 1 : 0, found.gone());
    } else if (one.isOfStored(origin)) {
      Mask expected = Mask.of(origin.moved(before.pixels(STORED), turn.upright(STORED), 0));
      assertEquals(expected, found.instances().getFirst().mask());
    } else {
      assertEquals(before, found.instances().getFirst().mask());
    }
  }

  @Test
  void anUprightPictureIsSeenBySize() throws PictureException {
    Frame upright = new Frame(10, 6);
    Outline corner = new Outline.Rectangle(new Edges(0, 0, 2, 4));
    Annotation one = new Annotation(upright, false, List.of(new Marked(0, corner, false)));

    Objects found = one.in("a.jpg", Origin.of(STORED, Turn.CLOCKWISE), upright);

    assertEquals(new Edges(0, 0, 2, 4), found.instances().getFirst().box());
  }

  @Test
  void partsOfTheSidesAreThoseOfTheUprightPicture() throws PictureException {
    Outline corner = new Outline.Rectangle(new Edges(0.5, 0, 1, 0.5));
    Annotation one = new Annotation(null, true, List.of(new Marked(0, corner, false)));

    Objects found =
        one.in(
            "a.jpg",
            Origin.of(STORED, Turn.CLOCKWISE).in(new Frame(20, 12), Fit.STRETCH),
            new Frame(20, 12));

    assertEquals(new Edges(6, 0, 12, 10), found.instances().getFirst().box());
  }

  @Test
  void theAnnotationOfAnotherSizeIsRefusedByName() {
    Annotation one = new Annotation(new Frame(60, 100), false, List.of());

    PictureException e =
        assertThrows(
            PictureException.class, () -> one.in("a.jpg", Origin.of(STORED, Turn.UPRIGHT), STORED));

    assertEquals(
        "a.jpg is 10×6, its annotation is for 100×60: use the pictures that were annotated",
        e.getMessage());
  }

  @Test
  void whatIsOutsideThePictureIsCutOff() {
    Instance box = new Outline.Rectangle(new Edges(-3, 1, 40, 2)).instance(0, STORED);
    Instance outside = new Outline.Rectangle(new Edges(20, 1, 40, 2)).instance(0, STORED);

    assertEquals(new Edges(0, 1, 10, 2), box.box());
    assertEquals(0, outside.area());
    assertEquals(Box.of(STORED).area(), new Frame(6, 10).pixels());
  }
}
