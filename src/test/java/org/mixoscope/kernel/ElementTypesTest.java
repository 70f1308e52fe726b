package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CopyPaste;
import org.mixoscope.kernel.method.GuidedMixup;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.SaliencyMap;
import org.mixoscope.kernel.method.SaliencyMix;
import org.mixoscope.kernel.target.Target;

/// Every method takes pictures and masks of every element type.
class ElementTypesTest {
  private static final int SOURCES = 5;

  @Property(tries = 300)
  void mixOfEveryMethodIsTheNaiveOne(
      @ForAll("methods") Method method,
      @ForAll ElementType type,
      @ForAll Layout layout,
      @ForAll("channels") int channels,
      @ForAll @IntRange(min = 1, max = 24) int height,
      @ForAll @IntRange(min = 1, max = 24) int width,
      @ForAll long seed) {
    Random random = new Random(seed);
    Frame frame = new Frame(height, width);
    int mixed = method.type().mixed(SOURCES);
    List<Pixels> sources = TestPictures.random(random, mixed, frame, channels, type, layout);
    Pixels mask = TestPictures.random(random, frame, 1, type, layout);
    Draw draw = method.draw(RandomStreams.of(seed, 0, 0), SOURCES);

    Inputs inputs =
        new Inputs(frame, sources, mask).with(TestTargets.objects(random, mixed, frame));
    Outcome outcome = Outcome.of(method, draw, inputs, new Workspace());
    List<Pixels> all = outcome.sources(sources);
    Pixels out = Mixer.mix(outcome.composition(), all);

    assertEquals(type, out.type());
    assertEquals("", NaiveMixer.complaint(outcome.composition(), Blending.SRGB, all, out));
  }

  /// What a method sees in pictures and masks are shares of white.
  @Property(tries = 300)
  void samePicturesInAnotherTypeGiveTheSameComposition(
      @ForAll("methods") Method method,
      @ForAll ElementType type,
      @ForAll Layout layout,
      @ForAll("channels") int channels,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll long seed) {
    Random random = new Random(seed);
    Frame frame = new Frame(height, width);
    int mixed = method.type().mixed(SOURCES);
    List<Pixels> bytes =
        TestPictures.random(random, mixed, frame, channels, ElementType.UINT8, layout);
    Pixels mask = TestPictures.random(random, frame, 1, ElementType.UINT8, layout);
    Draw draw = method.draw(RandomStreams.of(seed, 0, 0), SOURCES);
    List<Pixels> others = bytes.stream().map(picture -> picture.as(type)).toList();
    List<Target> targets = TestTargets.objects(random, mixed, frame);
    Inputs plain = new Inputs(frame, bytes, mask).with(targets);
    Inputs other = new Inputs(frame, others, mask.as(type)).with(targets);

    assertSame(method.compose(draw, plain), method.compose(draw, other));
    List<Double> shares = method.shares(draw, plain, new Workspace());
    List<Double> otherShares = method.shares(draw, other, new Workspace());
    for (int k = 0; k < shares.size(); k++) {
      assertEquals(shares.get(k), otherShares.get(k), 1e-7);
    }
  }

  /// Of mattes record equality compares arrays by identity, and sums of floats in the shares differ
  /// from exact ones in the last digits.
  private static void assertSame(Composition expected, Composition actual) {
    if (expected instanceof Matte matte) {
      List<float[]> planes = assertInstanceOf(Matte.class, actual).planes();
      assertEquals(matte.planes().size(), planes.size());
      for (int k = 0; k < planes.size(); k++) {
        assertArrayEquals(matte.planes().get(k), planes.get(k));
      }
    } else {
      assertEquals(expected, actual);
    }
  }

  @Provide
  static Arbitrary<Method> methods() {
    List<Method> all = new ArrayList<>(MethodType.all().stream().map(MethodType::initial).toList());
    all.add(new GuidedMixup(SaliencyMap.FINE_GRAINED));
    all.add(new CopyPaste(0.9, 9, 0.3, 3, 1.2));
    all.add(new CopyPaste(0.9, 9, 0.3, 3, 0));
    all.add(new SaliencyMix(1, SaliencyMap.FINE_GRAINED, BoxRule.UNBIASED));
    return Arbitraries.of(all);
  }

  @Provide
  static Arbitrary<Integer> channels() {
    return Arbitraries.of(1, 3, 4);
  }
}
