package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.KernelReason;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.TestTargets;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.ClassWeights;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Mask;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Objects.Keeping;
import org.mixoscope.kernel.target.Target;

class ClassMixTest {
  private static final ClassMix METHOD = new ClassMix();
  private static final int NOBODY = 255;

  /// All pixels of a class go the same way, half of the classes are B's, and nothing that counts
  /// for nobody.
  @Property(tries = 200)
  void halfOfTheClassesOfAMapArePastedAsAWhole(
      @ForAll @IntRange(min = 1, max = 12) int height,
      @ForAll @IntRange(min = 1, max = 12) int width,
      @ForAll long seed) {
    Frame frame = new Frame(height, width);
    List<Target> maps = TestTargets.maps(new Random(seed), 2, frame);
    Composition mix = METHOD.compose(draw(seed), inputs(frame, maps));

    Pixels map = ((ClassMap) maps.get(1)).indices();
    Map<Integer, Set<Double>> weights = new HashMap<>();
    long pasted = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        weights
            .computeIfAbsent((int) map.valueAt(y, x, 0), _ -> new HashSet<>())
            .add(mix.weightAt(1, y, x));
        pasted += (long) mix.weightAt(1, y, x);
      }
    }
    assertEquals(Set.of(0.0), weights.getOrDefault(NOBODY, Set.of(0.0)));
    weights.remove(NOBODY);
    assertTrue(weights.values().stream().allMatch(all -> all.size() == 1));
    assertEquals(
        (weights.size() + 1) / 2, weights.values().stream().filter(Set.of(1.0)::equals).count());
    assertEquals((frame.pixels() - pasted) / (double) frame.pixels(), mix.shares().getFirst());
  }

  /// The map of the mix shows chosen classes of B and else A, and so do objects.
  @Property(tries = 200)
  void objectsGoByTheirClasses(
      @ForAll @IntRange(min = 1, max = 12) int height,
      @ForAll @IntRange(min = 1, max = 12) int width,
      @ForAll long seed) {
    Frame frame = new Frame(height, width);
    List<Target> objects = TestTargets.objects(new Random(seed), 2, frame);
    Composition mix = METHOD.compose(draw(seed), inputs(frame, objects));

    List<Instance> ofB = ((Objects) objects.get(1)).instances();
    Set<Integer> present = new HashSet<>();
    Set<Integer> whole = new HashSet<>();
    for (Instance one : ofB) {
      present.add(one.category());
      whole.add(one.category());
    }
    for (Instance one : ofB) {
      if (!isPasted(mix, one)) {
        whole.remove(one.category());
      }
    }
    // What is not chosen may lie under what is.
    assertTrue(whole.size() >= (present.size() + 1) / 2);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int row = y;
        int column = x;
        boolean covered =
            ofB.stream()
                .anyMatch(one -> whole.contains(one.category()) && contains(one, row, column));
        assertEquals(covered ? 1 : 0, mix.weightAt(1, y, x));
      }
    }
  }

  private static boolean isPasted(Composition mix, Instance one) {
    for (int y = 0; y < mix.frame().height(); y++) {
      for (int x = 0; x < mix.frame().width(); x++) {
        if (contains(one, y, x) && mix.weightAt(1, y, x) == 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean contains(Instance one, int y, int x) {
    Mask mask = one.mask();
    Edges box = one.box();
    return mask == null
        ? x + 1 > box.x1() && x < box.x2() && y + 1 > box.y1() && y < box.y2()
        : mask.contains(y, x);
  }

  /// Of B's classes 0, 2 and 7 two are chosen; which ones is as likely for each pair.
  @Test
  void everyHalfIsAsLikely() {
    Frame frame = new Frame(1, 4);
    byte[] b = {0, 2, 7, (byte) NOBODY};
    Inputs inputs = inputs(frame, List.of(map(frame, new byte[4]), map(frame, b)));
    Map<List<Double>, Integer> counts = new HashMap<>();
    for (int i = 0; i < 3000; i++) {
      Composition mix = METHOD.compose(draw(i), inputs);
      assertEquals(List.of(0.5, 0.5), mix.shares());
      counts.merge(
          List.of(mix.weightAt(1, 0, 0), mix.weightAt(1, 0, 1), mix.weightAt(1, 0, 2)),
          1,
          Integer::sum);
    }
    assertEquals(3, counts.size());
    counts.values().forEach(count -> assertEquals(1000, count, 120));
  }

  /// What is chosen is drawn, not the order of pixels or the size of the frame.
  @Test
  void theSameClassesAreChosenInAnyFrame() {
    for (int seed = 0; seed < 50; seed++) {
      Draw draw = draw(seed);
      Frame small = new Frame(2, 2);
      Frame large = new Frame(4, 4);
      byte[] few = {3, 1, 0, 2};
      byte[] many = new byte[16];
      for (int i = 0; i < 16; i++) {
        many[i] = few[i / 8 * 2 + i % 4 / 2];
      }
      Composition one =
          METHOD.compose(draw, inputs(small, List.of(map(small, few), map(small, few))));
      Composition other =
          METHOD.compose(draw, inputs(large, List.of(map(large, many), map(large, many))));
      for (int i = 0; i < 16; i++) {
        assertEquals(one.weightAt(1, i / 8, i % 4 / 2), other.weightAt(1, i / 4, i % 4));
      }
    }
  }

  @Test
  void nothingInBLeavesA() {
    Frame frame = new Frame(1, 2);
    Target empty = Objects.of(frame, List.of(), Keeping.USUAL);
    Target blank = map(frame, new byte[] {(byte) NOBODY, (byte) NOBODY});
    for (Target nothing : List.of(empty, blank)) {
      Composition mix = METHOD.compose(draw(1), inputs(frame, List.of(nothing, nothing)));
      assertEquals(List.of(1.0, 0.0), mix.shares());
    }
  }

  @Test
  void whatIsWhereInBIsNeeded() {
    Frame frame = new Frame(1, 2);
    Target label = ClassWeights.oneHot(0, 2);
    for (Inputs inputs : List.of(Inputs.of(frame), inputs(frame, List.of(label, label)))) {
      RefusedException refused =
          assertThrows(RefusedException.class, () -> METHOD.compose(draw(1), inputs));
      assertEquals(KernelReason.NEEDS_MARKS.of("classmix"), refused.objection());
    }
    Target other = map(new Frame(2, 2), new byte[4]);
    Inputs wrong = inputs(frame, List.of(other, other));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> METHOD.compose(draw(1), wrong))
            .getMessage()
            .contains("2×2"));
  }

  private static Inputs inputs(Frame frame, List<Target> targets) {
    return Inputs.of(frame).with(targets);
  }

  private static Target map(Frame frame, byte[] indices) {
    return ClassMap.of(Pixels.of(indices, frame, 1));
  }

  private static Draw draw(long seed) {
    return METHOD.draw(RandomStreams.of(seed, 0, 0));
  }
}
