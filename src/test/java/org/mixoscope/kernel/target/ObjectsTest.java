package org.mixoscope.kernel.target;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Resampling;
import org.mixoscope.kernel.TestPictures;
import org.mixoscope.kernel.Turn;
import org.mixoscope.kernel.target.Objects.Keeping;

class ObjectsTest {
  private static final int CLASSES = 4;
  private static final Frame FRAME = new Frame(10, 10);
  private static final Keeping ALL = new Keeping(0, Hidden.DROP);
  private static final double ROUNDING = 1e-9;

  @Test
  void mapsArePaintedInTheOrderOfTheObjects() {
    Frame frame = new Frame(2, 4);
    Instance low = Instance.of(0, new Edges(0, 0, 3, 2));
    Instance over = Instance.of(2, Mask.of(new Box(1, 0, 4, 1), (_, x) -> x != 2));
    Instance crowd = Instance.of(1, new Edges(2.6, 1, 4, 2)).asCrowd(true);

    ClassMap map = Objects.of(frame, List.of(low, over, crowd), ALL).painted(ElementType.UINT8);

    int[] expected = {1, 3, 1, 3, 1, 1, 1, 255};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], (int) map.indices().element(i), "pixel " + i);
    }
    assertEquals(
        65535,
        (int)
            Objects.of(frame, List.of(crowd), ALL)
                .painted(ElementType.UINT16)
                .indices()
                .element(7));
  }

  /// Of every source and place the oracle paints a map of the object, pixel by pixel.
  @Property(tries = 500)
  void masksAreThePixelsThatTheMixShows(@ForAll long seed) {
    Random random = new Random(seed);
    Mixes mix = Mixes.random(random);
    Map<String, Integer> expected = new LinkedHashMap<>();
    List<Target> sources = new ArrayList<>();
    for (int k = 0; k < mix.composition().sources(); k++) {
      List<Instance> instances = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        Mask mask = blob(random, mix.frame());
        if (mask.area() > 0) {
          instances.add(Instance.of(i, mask));
          count(mix, k, i, mask)
              .forEach((place, seen) -> expected.merge(place, seen, Integer::sum));
        }
      }
      sources.add(Objects.of(mix.frame(), instances, ALL));
    }

    Objects mixed = mixed(mix.composition(), sources);

    Map<String, Integer> found = new LinkedHashMap<>();
    for (Instance one : mixed.instances()) {
      Mask mask = assertNotNullMask(one);
      assertEquals(Edges.of(mask.box()), one.box());
      assertTrue(mask.area() > 0);
      assertTrue(one.visible() > 0 && one.visible() <= 1, one.toString());
      for (int y = 0; y < mix.frame().height(); y++) {
        for (int x = 0; x < mix.frame().width(); x++) {
          if (mask.contains(y, x)) {
            found.merge(key(mix, one.source(), one.category(), y, x), 1, Integer::sum);
          }
        }
      }
    }
    assertEquals(expected, found, mix.name());
  }

  /// Whole boxes of pixels are masks that are full.
  @Property(tries = 500)
  void boxOfWholePixelsIsSeenAsAFullMaskIs(@ForAll long seed) {
    Random random = new Random(seed);
    Mixes mix = Mixes.random(random);
    if (!mix.isAllCopies()) {
      return; // Of what is resized only parts of pixels may be left.
    }
    Box box = TestPictures.box(random, mix.frame());
    if (box.isEmpty()) {
      return;
    }
    Keeping keeping = new Keeping(random.nextDouble(), Hidden.DROP);

    Objects boxes = both(mix, Instance.of(1, Edges.of(box)), keeping);
    Objects masks = both(mix, Instance.of(1, Mask.of(box, (_, _) -> true)), keeping);

    assertEquals(masks.gone(), boxes.gone(), mix.name());
    assertEquals(masks.instances().size(), boxes.instances().size(), mix.name());
    for (int i = 0; i < boxes.instances().size(); i++) {
      Instance one = boxes.instances().get(i);
      Instance other = masks.instances().get(i);
      assertNull(one.mask());
      assertEquals(other.box(), one.box(), mix.name());
      assertEquals(other.visible(), one.visible(), ROUNDING);
      assertEquals(other.weight(), one.weight(), ROUNDING);
      assertEquals(other.source(), one.source());
    }
  }

  /// Boxes end anywhere: measured by a grid a sixteenth of a pixel wide.
  @Property(tries = 300)
  void everyBoxIsAroundPixelsOfItsSourceAndItsShareIsWhatAGridCounts(@ForAll long seed) {
    Random random = new Random(seed);
    Mixes mix = Mixes.random(random);
    double x1 = random.nextInt(16 * mix.frame().width()) / 16.0;
    double y1 = random.nextInt(16 * mix.frame().height()) / 16.0;
    double x2 = x1 + (1 + random.nextInt(100)) / 16.0;
    double y2 = y1 + (1 + random.nextInt(100)) / 16.0;

    Objects mixed = both(mix, Instance.of(0, new Edges(x1, y1, x2, y2)), ALL);

    for (Instance one : mixed.instances()) {
      boolean some = false;
      Box touched = one.box().pixels();
      assertEquals(touched, touched.clip(mix.frame()));
      for (int y = touched.y1(); y < touched.y2(); y++) {
        for (int x = touched.x1(); x < touched.x2(); x++) {
          some |= mix.composition().weightAt(one.source(), y, x) >= Sight.LEAST_WEIGHT;
        }
      }
      assertTrue(some, () -> mix.name() + ": " + one);
    }
    if (mix.isAllCopies()) {
      for (int k = 0; k < mix.composition().sources(); k++) {
        int source = k;
        double visible =
            mixed.instances().stream()
                .filter(one -> one.source() == source)
                .mapToDouble(Instance::visible)
                .sum();
        assertEquals(grid(mix, k, x1, y1, x2, y2), visible, 1e-6, mix.name());
      }
    }
  }

  /// The share of the object whose sixteenths of pixels show it somewhere in the mix.
  private static double grid(Mixes mix, int k, double x1, double y1, double x2, double y2) {
    int seen = 0;
    for (int y = 0; y < mix.frame().height(); y++) {
      for (int x = 0; x < mix.frame().width(); x++) {
        if (mix.composition().weightAt(k, y, x) < Sight.LEAST_WEIGHT) {
          continue;
        }
        int[] from = mix.from(k, y, x);
        for (int i = 0; i < 256; i++) {
          double u = from[1] + (i % 16 + 0.5) / 16;
          double v = from[0] + (i / 16 + 0.5) / 16;
          seen += u > x1 && u < x2 && v > y1 && v < y2 ? 1 : 0;
        }
      }
    }
    return seen / 256.0 / ((x2 - x1) * (y2 - y1));
  }

  /// Objects that tile their pictures: what is seen of those of a class is what its map shows.
  @Property(tries = 200)
  void areasOfAllObjectsAreThoseOfTheMap(@ForAll long seed) {
    Random random = new Random(seed);
    Mixes mix = Mixes.random(random);
    List<Target> maps = new ArrayList<>();
    List<Target> objects = new ArrayList<>();
    for (Pixels map : mix.maps(random, ElementType.UINT8)) {
      maps.add(ClassMap.of(map));
      List<Instance> instances = new ArrayList<>();
      for (int c = 0; c < CLASSES; c++) {
        int category = c;
        Mask mask = Mask.of(Box.of(mix.frame()), (y, x) -> map.valueAt(y, x, 0) == category);
        if (mask.area() > 0) {
          instances.add(Instance.of(category, mask));
        }
      }
      objects.add(Objects.of(mix.frame(), instances, ALL));
    }

    double[] areas = new double[CLASSES];
    for (Instance one : mixed(mix.composition(), objects).instances()) {
      areas[one.category()] += one.area() * one.weight();
    }

    ClassMap first = (ClassMap) maps.getFirst();
    ClassMap mixedMap = first.mixed(maps, mix.composition(), mix.composition().shares());
    // What has less weight than can be seen is left out.
    double unseen = mixedMap.isHard() ? 0 : mix.frame().pixels() * Sight.LEAST_WEIGHT;
    assertArrayEquals(mixedMap.areas(CLASSES), areas, 1e-4 + unseen, mix.name());
  }

  /// The left half of B over A: of an object from x = 2 to 8 as much is left of each.
  @ParameterizedTest
  @CsvSource({
    "0.5,            DROP,   2, 0",
    "0.5000000001,   DROP,   0, 2",
    "0.51,           IGNORE, 2, 0",
    "0.51,           KEEP,   2, 0"
  })
  void whatIsExactlyAsVisibleAsAskedForIsKept(
      double minVisible, Hidden hidden, int kept, int gone) {
    Patchwork half = Patchwork.pair(FRAME, new Box(0, 0, 5, 10));
    Objects own =
        Objects.of(
            FRAME, List.of(Instance.of(3, new Edges(2, 1, 8, 4))), new Keeping(minVisible, hidden));

    Objects mixed = mixed(half, List.of(own, own));

    assertEquals(kept, mixed.instances().size());
    assertEquals(gone, mixed.gone());
    if (kept > 0) {
      assertEquals(new Edges(5, 1, 8, 4), mixed.instances().getFirst().box());
      assertEquals(new Edges(2, 1, 5, 4), mixed.instances().getLast().box());
      assertEquals(0.5, mixed.instances().getFirst().visible());
      assertEquals(hidden == Hidden.IGNORE, mixed.instances().getFirst().ignored());
      assertEquals(1, mixed.instances().getLast().source());
    }
  }

  @Test
  void objectCoveredInItsMiddleStaysOne() {
    Patchwork middle = Patchwork.pair(FRAME, new Box(4, 0, 6, 10));
    Objects mixed = both(new Mixes(middle, ""), Instance.of(0, new Edges(2, 2, 8, 4)), ALL);

    assertEquals(new Edges(2, 2, 8, 4), mixed.instances().getFirst().box());
    assertEquals(4 / 6.0, mixed.instances().getFirst().visible(), ROUNDING);
  }

  /// The box of a mask shrinks to what is left of it, which its old box would not tell.
  @Test
  void boxOfAMaskIsThatOfItsVisiblePixels() {
    Mask corner = Mask.of(new Box(0, 0, 6, 6), (y, x) -> y == 5 || x == 5);
    Patchwork pasted = Patchwork.pair(FRAME, new Box(4, 0, 10, 10));

    Objects mixed = both(new Mixes(pasted, ""), Instance.of(0, corner), ALL);

    assertEquals(new Edges(0, 5, 4, 6), mixed.instances().getFirst().box());
    assertEquals(4 / 11.0, mixed.instances().getFirst().visible(), ROUNDING);
  }

  @Test
  void blendedObjectsOfAllSourcesCarryTheirWeights() {
    Instance whole = Instance.of(0, new Edges(1, 1, 3, 3));

    Objects mixed = both(new Mixes(Blend.pair(FRAME, 0.02), ""), whole, Keeping.USUAL);

    assertEquals(List.of(0.02, 0.98), mixed.instances().stream().map(Instance::weight).toList());
    assertTrue(mixed.instances().stream().allMatch(one -> one.visible() == 1));
  }

  @Test
  void picturesThatAreNotShownHaveNoObjectsAndLoseNone() {
    Instance whole = Instance.of(0, new Edges(1, 1, 3, 3));

    Objects mixed = both(new Mixes(Blend.pair(FRAME, 1), ""), whole, Keeping.USUAL);

    assertEquals(List.of(whole), mixed.instances());
    assertEquals(0, mixed.gone());
  }

  /// Of a picture that is not shown nobody misses what its crop left out.
  @Test
  void whatACropLeftOutOfAPictureThatIsNotShownIsNotCounted() {
    Objects own = Objects.of(FRAME, List.of(Instance.of(0, new Edges(1, 1, 3, 3))), ALL);
    Objects cropped = new Objects(FRAME, List.of(), ALL, 5, 5);

    assertCounts(1, 0, mixed(Blend.pair(FRAME, 1), List.of(own, cropped)));
    assertCounts(6, 5, mixed(Blend.pair(FRAME, 0.5), List.of(own, cropped)));
  }

  private static void assertCounts(int shown, int gone, Objects objects) {
    assertEquals(shown, objects.shown());
    assertEquals(gone, objects.gone());
  }

  /// An annotation that sticks out counts as it was before it is cut; other tools compare with what
  /// is left of it.
  @Test
  void shareIsMeasuredAgainstTheObjectBeforeItIsClipped() {
    Instance outside = Instance.of(0, new Edges(-30, 0, 10, 10));

    Objects mixed =
        both(new Mixes(Blend.pair(FRAME, 1), ""), outside, new Keeping(0.26, Hidden.DROP));

    assertEquals(List.of(), mixed.instances());
    assertEquals(1, mixed.gone());
  }

  /// What a mix left of an object is not the whole of it in the next one.
  @Test
  void shareOfAMixOfAMixIsThatOfTheFirstObject() {
    Patchwork half = Patchwork.pair(FRAME, new Box(0, 0, 5, 10));
    Objects once = both(new Mixes(half, ""), Instance.of(0, new Edges(0, 0, 10, 1)), ALL);
    Objects right =
        new Objects(FRAME, once.instances().subList(0, 1), new Keeping(0.3, Hidden.DROP), 1, 0);

    Patchwork quarter = Patchwork.pair(FRAME, new Box(5, 0, 8, 10));
    Objects twice = mixed(quarter, List.of(right, Objects.of(FRAME, List.of(), ALL)));

    assertEquals(List.of(), twice.instances());
    assertEquals(1, twice.gone());
  }

  /// Two pieces that land in two places are two objects there.
  @Test
  void piecesAreOneObjectForEachPlace() {
    Patchwork swapped =
        new Patchwork(
            FRAME,
            1,
            List.of(
                new Patch(0, new Box(0, 0, 5, 10), new Box(5, 0, 10, 10), Resampling.NEAREST),
                new Patch(0, new Box(5, 0, 10, 10), new Box(0, 0, 5, 10), Resampling.NEAREST)));

    Objects mixed =
        mixed(
            swapped,
            List.of(Objects.of(FRAME, List.of(Instance.of(0, new Edges(4, 0, 8, 2))), ALL)));

    assertEquals(
        List.of(new Edges(0, 0, 3, 2), new Edges(9, 0, 10, 2)),
        mixed.instances().stream().map(Instance::box).toList());
    assertEquals(List.of(0.75, 0.25), mixed.instances().stream().map(Instance::visible).toList());
  }

  /// Every second pixel is left out when a mask is made small; the object is whole all the same.
  @Test
  void resizedObjectThatIsAllThereIsWhole() {
    Patchwork small =
        new Patchwork(
            FRAME,
            2,
            List.of(
                new Patch(0, Box.of(FRAME)),
                new Patch(1, new Box(0, 0, 3, 3), Box.of(FRAME), Resampling.AREA)));
    Keeping whole = new Keeping(1, Hidden.DROP);
    List<Instance> instances =
        List.of(
            Instance.of(0, Mask.of(new Box(5, 5, 9, 9), (_, _) -> true)),
            Instance.of(1, new Edges(5, 5, 9, 9)));

    Objects mixed =
        mixed(
            small,
            List.of(Objects.of(FRAME, List.of(), whole), Objects.of(FRAME, instances, whole)));

    assertEquals(2, mixed.instances().size());
    assertTrue(mixed.instances().stream().allMatch(one -> one.visible() == 1));
  }

  /// A picture of 40×20 lies on its side: upright 20×40, of which the middle 20×20 is shown.
  @Test
  void objectsAreTurnedCutAndScaledWithTheirPicture() {
    Frame stored = new Frame(20, 40);
    Frame frame = new Frame(40, 40);
    Origin origin = Origin.of(stored, Turn.CLOCKWISE).in(frame, Fit.COVER);
    Box half = new Box(5, 0, 15, 10);
    Objects objects =
        Objects.of(
            stored,
            List.of(
                Instance.of(0, Edges.of(half)),
                Instance.of(1, Mask.of(half, (_, _) -> true)),
                Instance.of(2, new Edges(0, 0, 10, 20))),
            Keeping.USUAL);

    Objects moved = objects.moved(origin, frame);

    assertEquals(1, moved.gone());
    for (Instance one : moved.instances()) {
      assertEquals(new Edges(20, 0, 40, 10), one.box());
      assertEquals(0.5, one.visible());
    }
    assertEquals(200, moved.instances().getLast().area());
    assertRefused("objects of 40×40: the picture is 40×20", () -> moved.moved(origin, frame));
  }

  /// Whatever the turn and the fit: the moved mask is the moved map of its pixels.
  @Property(tries = 100)
  void maskMovesAsItsMapDoes(@ForAll long seed, @ForAll Turn turn, @ForAll Fit fit) {
    Random random = new Random(seed);
    Frame stored = new Frame(1 + random.nextInt(12), 1 + random.nextInt(12));
    Frame frame = new Frame(1 + random.nextInt(12), 1 + random.nextInt(12));
    Origin origin = Origin.of(stored, turn).in(frame, fit);
    Mask mask = blob(random, stored);
    if (mask.area() == 0) {
      return;
    }
    Mask expected = Mask.of(origin.moved(mask.pixels(stored), frame, 0));

    Objects moved = Objects.of(stored, List.of(Instance.of(0, mask)), ALL).moved(origin, frame);

    assertEquals(
        expected.area() == 0 ? List.of() : List.of(expected),
        moved.instances().stream().map(Instance::mask).toList());
  }

  @Test
  void crowdsAreKeptHoweverLittleIsSeen() {
    Patchwork most = Patchwork.pair(FRAME, new Box(0, 0, 9, 10));
    Instance crowd = Instance.of(0, new Edges(0, 0, 10, 10)).asCrowd(true);

    Objects mixed = both(new Mixes(most, ""), crowd, new Keeping(0.9, Hidden.DROP));

    assertEquals(2, mixed.instances().size());
    assertTrue(mixed.instances().getFirst().crowd());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void shareOutOfRangeIsRefused(double bad) {
    assertRefused(
        "min-visible = " + bad + ": must be within [0, 1]", () -> new Keeping(bad, Hidden.DROP));
  }

  @Test
  void wrongNumbersAreRefused() {
    assertRefused(
        "edges = 2.0,0.0,1.0,1.0: needs finite x1 ≤ x2 and y1 ≤ y2", () -> new Edges(2, 0, 1, 1));
    assertRefused(
        "edges = 0.0,0.0,NaN,1.0: needs finite x1 ≤ x2 and y1 ≤ y2",
        () -> new Edges(0, 0, Double.NaN, 1));
    assertRefused(
        "category = -1, source = 0: must be at least 0",
        () -> Instance.of(-1, new Edges(0, 0, 1, 1)));
    assertRefused(
        "objects of 10×10: the mix is 3×2",
        () ->
            both(
                new Mixes(Blend.pair(new Frame(2, 3), 0.5), ""),
                FRAME,
                Instance.of(0, new Edges(0, 0, 1, 1)),
                ALL));
  }

  private static Map<String, Integer> count(Mixes mix, int source, int category, Mask mask) {
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (int y = 0; y < mix.frame().height(); y++) {
      for (int x = 0; x < mix.frame().width(); x++) {
        int[] from = mix.from(source, y, x);
        if (mix.composition().weightAt(source, y, x) >= Sight.LEAST_WEIGHT
            && mask.contains(from[0], from[1])) {
          seen.merge(key(mix, source, category, y, x), 1, Integer::sum);
        }
      }
    }
    return seen;
  }

  /// Source, class and the place: of copies how far they are moved, of what is resized the patch.
  private static String key(Mixes mix, int source, int category, int y, int x) {
    Patch top = mix.top(source, y, x);
    String place =
        top.isCopy()
            ? (top.box().x1() - top.from().x1()) + "," + (top.box().y1() - top.from().y1())
            : String.valueOf(top);
    return source + " " + category + " " + place;
  }

  private static Mask blob(Random random, Frame frame) {
    return Mask.of(TestPictures.box(random, frame), (_, _) -> random.nextInt(4) > 0);
  }

  private static Mask assertNotNullMask(Instance one) {
    Mask mask = one.mask();
    assertNotNull(mask);
    return mask;
  }

  private static Objects both(Mixes mix, Instance instance, Keeping keeping) {
    return both(mix, mix.frame(), instance, keeping);
  }

  /// The same object in all sources.
  private static Objects both(Mixes mix, Frame frame, Instance instance, Keeping keeping) {
    Target one = Objects.of(frame, List.of(instance), keeping);
    List<Target> all = new ArrayList<>();
    for (int k = 0; k < mix.composition().sources(); k++) {
      all.add(one);
    }
    return mixed(mix.composition(), all);
  }

  private static Objects mixed(Composition composition, List<? extends Target> sources) {
    Objects first = (Objects) sources.getFirst();
    return first.mixed(List.copyOf(sources), composition, composition.shares());
  }

  private static void assertRefused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
