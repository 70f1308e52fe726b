package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.KernelReason;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.Resampling;
import org.mixoscope.kernel.TestPictures;
import org.mixoscope.kernel.TestTargets;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Mask;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Objects.Keeping;
import org.mixoscope.kernel.target.Target;

class CopyPasteTest {
  private static final CopyPaste ALL = new CopyPaste(1, 1000, 1, 1, 0);

  /// Without chance, scale and soft edge: the pixels of all objects.
  @Property(tries = 150)
  void allObjectsAreTheUnionOfTheirPixels(
      @ForAll @IntRange(min = 1, max = 14) int height,
      @ForAll @IntRange(min = 1, max = 14) int width,
      @ForAll long seed) {
    Frame frame = new Frame(height, width);
    List<Target> targets = TestTargets.objects(new Random(seed), 2, frame);
    Composition mix = ALL.compose(draw(ALL, seed), inputs(frame, targets));
    List<Instance> objects = ((Objects) targets.get(1)).instances();
    int pasted = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int row = y;
        int column = x;
        boolean inside = objects.stream().anyMatch(one -> contains(one, row, column));
        assertEquals(inside ? 1 : 0, mix.weightAt(1, y, x));
        pasted += inside ? 1 : 0;
      }
    }
    assertEquals((frame.pixels() - pasted) / (double) frame.pixels(), mix.shares().getFirst());
  }

  private static boolean contains(Instance one, int y, int x) {
    Mask mask = one.mask();
    return mask == null ? one.box().pixels().contains(x, y) : mask.contains(y, x);
  }

  /// Ten objects side by side, each by its own coin, and never more than the most.
  @Test
  void objectsAreChosenByChanceUpToTheMost() {
    Frame frame = new Frame(1, 10);
    Inputs inputs = inputs(frame, List.of(row(0), row(10)));
    int[] often = new int[10];
    int sum = 0;
    for (int seed = 0; seed < 2000; seed++) {
      Composition some = new CopyPaste(0.3, 1000, 1, 1, 0).compose(draw(ALL, seed), inputs);
      Composition few = new CopyPaste(0.3, 2, 1, 1, 0).compose(draw(ALL, seed), inputs);
      Composition four = new CopyPaste(1, 4, 1, 1, 0).compose(draw(ALL, seed), inputs);
      int count = count(some);
      assertEquals(Math.min(2, count), count(few));
      assertEquals(4, count(four));
      for (int x = 0; x < 10; x++) {
        often[x] += (int) some.weightAt(1, 0, x);
        assertTrue(few.weightAt(1, 0, x) <= some.weightAt(1, 0, x), "those of the same coins");
      }
      sum += count;
    }
    assertEquals(6000, sum, 250);
    IntStream.of(often).forEach(count -> assertEquals(600, count, 90));
  }

  private static int count(Composition mix) {
    return (int) Math.rint(mix.shares().get(1) * 10);
  }

  private static Target row(int objects) {
    List<Instance> all =
        IntStream.range(0, objects)
            .mapToObj(x -> Instance.of(0, Edges.of(new Box(x, 0, x + 1, 1))))
            .toList();
    return Objects.of(new Frame(1, 10), all, Keeping.USUAL);
  }

  @Test
  void aRegionOfManyIsNoObject() {
    Frame frame = new Frame(1, 2);
    Instance crowd = Instance.of(0, Edges.of(new Box(0, 0, 1, 1))).asCrowd(true);
    Target objects = Objects.of(frame, List.of(crowd), Keeping.USUAL);
    Composition mix = ALL.compose(draw(ALL, 1), inputs(frame, List.of(objects, objects)));
    assertEquals(List.of(1.0, 0.0), mix.shares());
  }

  /// Of 8×8 at half size about the lower right corner: all of B in the quarter there. Its object in
  /// the columns 4 to 6 and rows 0 to 4 lands in 6 to 7 and 4 to 6.
  @Test
  void aSmallerPictureLandsAboutItsPoint() {
    Frame frame = new Frame(8, 8);
    CopyPaste method = new CopyPaste(1, 9, 0.5, 0.5, 0);
    Draw draw = new Draw(0.5, Math.nextDown(1.0), Math.nextDown(1.0), 3);
    Instance object = Instance.of(2, Mask.of(new Box(4, 0, 6, 4), (_, _) -> true));
    List<Target> targets =
        List.of(
            Objects.of(frame, List.of(), Keeping.USUAL),
            Objects.of(frame, List.of(object), Keeping.USUAL));
    Outcome outcome = Outcome.of(method, draw, method.compose(draw, inputs(frame, targets)));

    assertEquals(List.of(62 / 64.0, 2 / 64.0), outcome.composition().shares());
    assertEquals(1, outcome.composition().weightAt(1, 4, 6));
    assertEquals(1, outcome.composition().weightAt(1, 5, 6));
    Matte matte = (Matte) outcome.composition();
    assertEquals(
        List.of(new Patch(1, new Box(4, 4, 8, 8), Box.of(frame), Resampling.AREA)), matte.moved());
    Objects mixed = (Objects) outcome.target(targets);
    assertEquals(1, mixed.instances().size());
    assertEquals(new Edges(6, 4, 7, 6), mixed.instances().getFirst().box());
    assertEquals(1, mixed.instances().getFirst().visible());

    Random random = new Random(4);
    List<Pixels> pictures =
        List.of(
            TestPictures.random(random, frame, 3, ElementType.UINT8, Layout.HWC),
            TestPictures.random(random, frame, 3, ElementType.UINT8, Layout.HWC));
    Pixels out = Mixer.mix(matte, pictures);
    Pixels half = pictures.get(1).resized(Box.of(frame), new Frame(4, 4), Resampling.AREA);
    for (int c = 0; c < 3; c++) {
      assertEquals(half.valueAt(0, 2, c), out.valueAt(4, 6, c));
      assertEquals(half.valueAt(1, 2, c), out.valueAt(5, 6, c));
      assertEquals(pictures.getFirst().valueAt(6, 6, c), out.valueAt(6, 6, c));
    }
  }

  /// About the middle of 8×8 the middle 4×4 fills the frame.
  @Test
  void aLargerPictureIsCutByTheFrame() {
    Frame frame = new Frame(8, 8);
    CopyPaste method = new CopyPaste(1, 9, 2, 2, 0);
    Instance object = Instance.of(2, Edges.of(new Box(0, 2, 4, 4)));
    Target objects = Objects.of(frame, List.of(object), Keeping.USUAL);
    Draw draw = new Draw(0.5, 0.5, 0.5, 3);
    Matte mix = (Matte) method.compose(draw, inputs(frame, List.of(objects, objects)));

    assertEquals(new Box(2, 2, 6, 6), mix.moved().getFirst().from());
    assertEquals(List.of(0.75, 0.25), mix.shares());
    assertEquals(1, mix.weightAt(1, 3, 3));
    assertEquals(0, mix.weightAt(1, 4, 3));
    assertEquals(0, mix.weightAt(1, 3, 4));
  }

  /// A soft edge is the hard one under a bell, computed here pixel by pixel.
  @Property(tries = 60)
  void aSoftEdgeIsABellOfTheHardOne(
      @ForAll @IntRange(min = 1, max = 12) int height,
      @ForAll @IntRange(min = 1, max = 12) int width,
      @ForAll @IntRange(min = 1, max = 30) int tenths,
      @ForAll long seed) {
    Frame frame = new Frame(height, width);
    Inputs inputs = inputs(frame, TestTargets.objects(new Random(seed), 2, frame));
    double sigma = tenths / 10.0;
    Draw draw = draw(ALL, seed);
    Composition hard = ALL.compose(draw, inputs);
    Composition soft = new CopyPaste(1, 1000, 1, 1, sigma).compose(draw, inputs);
    int reach = (int) Math.ceil(3 * sigma);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sum = 0;
        double weights = 0;
        for (int dy = -reach; dy <= reach; dy++) {
          for (int dx = -reach; dx <= reach; dx++) {
            double bell = Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
            int row = Math.clamp(y + dy, 0, height - 1);
            int column = Math.clamp(x + dx, 0, width - 1);
            sum += bell * hard.weightAt(1, row, column);
            weights += bell;
          }
        }
        assertEquals(sum / weights, soft.weightAt(1, y, x), 1e-6);
      }
    }
  }

  @Test
  void whereNothingIsNearTheWeightIsExact() {
    Frame frame = new Frame(30, 30);
    Target objects =
        Objects.of(frame, List.of(Instance.of(0, Edges.of(new Box(0, 0, 10, 10)))), Keeping.USUAL);
    CopyPaste method = new CopyPaste(1, 9, 1, 1, 1);
    Composition mix = method.compose(draw(method, 1), inputs(frame, List.of(objects, objects)));
    assertEquals(1, mix.weightAt(0, 20, 20));
    assertEquals(1, mix.weightAt(1, 5, 5));
    assertEquals(0.5, mix.weightAt(1, 5, 10) / 2 + mix.weightAt(1, 5, 9) / 2, 1e-6);
  }

  @Test
  void aMapOfClassesDoesNotPartObjects() {
    Frame frame = new Frame(1, 2);
    Target map = ClassMap.of(Pixels.of(new byte[2], frame, 1));
    List<RefusedException> refused = new ArrayList<>();
    for (Inputs inputs : List.of(inputs(frame, List.of(map, map)), Inputs.of(frame))) {
      refused.add(assertThrows(RefusedException.class, () -> ALL.compose(draw(ALL, 1), inputs)));
    }
    assertEquals(KernelReason.NEEDS_OBJECTS.of("copypaste"), refused.getFirst().objection());
    assertEquals(KernelReason.NEEDS_MARKS.of("copypaste"), refused.getLast().objection());
  }

  @Test
  void sourcesHaveNoWeightOutsideOfWhereTheyAreMoved() {
    Frame frame = new Frame(1, 2);
    Matte half = new Matte(frame, List.of(new float[] {1, 0.5f}));
    Patch left = new Patch(1, new Box(0, 0, 1, 1), Box.of(frame), Resampling.NEAREST);
    Patch right = new Patch(1, new Box(1, 0, 2, 1), Box.of(frame), Resampling.NEAREST);
    assertEquals(right, half.moving(List.of(right)).move(1));
    assertThrows(IllegalArgumentException.class, () -> half.moving(List.of(left)));
    assertThrows(
        IllegalArgumentException.class, () -> half.moving(List.of(new Patch(2, Box.of(frame)))));
  }

  private static Inputs inputs(Frame frame, List<Target> targets) {
    return Inputs.of(frame).with(targets);
  }

  private static Draw draw(Method method, long seed) {
    return method.draw(RandomStreams.of(seed, 0, 0));
  }
}
