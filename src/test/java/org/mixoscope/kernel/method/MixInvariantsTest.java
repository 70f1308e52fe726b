package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.Resampling;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.kernel.TestPictures;
import org.mixoscope.kernel.TestTargets;
import org.mixoscope.kernel.batch.Outcome;

/// What holds for every method, draw and picture.
class MixInvariantsTest {
  /// The last weight of a pixel is what float32 subtraction leaves.
  private static final double FLOAT_REST = 1e-7;

  @Property(tries = 300)
  void labelsSumToOneWhateverTheMethodDrawsAndSmooths(
      @ForAll("methods") Method method,
      @ForAll("frames") Frame frame,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 20) int classes,
      @ForAll @DoubleRange(min = 0, max = 0.99) double smoothing) {
    Random random = new Random(seed);
    Draw draw = method.draw(RandomStreams.of(seed, 0, 0));
    Composition composition = method.compose(draw, inputs(frame, random));

    double[] label =
        SoftLabels.mix(
            List.of(
                SoftLabels.oneHot(random.nextInt(classes), classes, smoothing),
                SoftLabels.oneHot(random.nextInt(classes), classes, smoothing)),
            Outcome.of(method, draw, composition).weights().label());

    assertEquals(1, Arrays.stream(label).sum(), 1e-12);
    assertEquals(0, Arrays.stream(label).filter(y -> y < 0 || y > 1).count());
  }

  @Property(tries = 300)
  void pairOfTheSameClassKeepsItsLabelExactly(
      @ForAll("methods") Method method,
      @ForAll("frames") Frame frame,
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0, max = 0.99) double smoothing) {
    Random random = new Random(seed);
    Draw draw = method.draw(RandomStreams.of(seed, 0, 0));
    List<Double> weights =
        Outcome.of(method, draw, method.compose(draw, inputs(frame, random))).weights().label();
    int index = random.nextInt(7);
    for (double epsilon : new double[] {0, smoothing}) {
      double[] label = SoftLabels.oneHot(index, 7, epsilon);

      double[] mixed = SoftLabels.mix(List.of(label.clone(), label.clone()), weights);

      assertArrayEquals(label, mixed);
    }
  }

  @Property(tries = 200)
  void shareOfAMixupIsTheDrawnLambdaAtEveryPixel(
      @ForAll @DoubleRange(min = 0, max = 1) double lambda, @ForAll("frames") Frame frame) {
    Composition composition = new Mixup(1).compose(new Draw(lambda, 0, 0), Inputs.of(frame));

    assertEquals(List.of(lambda, 1 - lambda), composition.shares());
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        assertEquals(lambda, composition.weightAt(0, y, x));
        assertEquals(1 - lambda, composition.weightAt(1, y, x));
      }
    }
  }

  @Property(tries = 200)
  void shareOfACutMixIsTheCountOfItsPixels(
      @ForAll BoxRule rule, @ForAll("draws") Draw draw, @ForAll("frames") Frame frame) {
    CutMix method = new CutMix(1, rule, true);
    Composition composition = method.compose(draw, Inputs.of(frame));

    assertSharesAreCounts(composition);
    assertEquals(composition.shares(), Outcome.of(method, draw, composition).weights().label());
    Box clipped = method.box(draw, frame).clip(frame);
    assertEquals(clipped.area() / (double) frame.pixels(), composition.shares().getLast());
  }

  @Property(tries = 100)
  void shareOfACutMixPlacedByHandIsTheCountOfItsPixels(
      @ForAll("regions") Region region, @ForAll("frames") Frame frame) {
    Draw draw = new Draw(0.5, 0.5, 0.5).within(region);

    assertSharesAreCounts(new CutMix(1).compose(draw, Inputs.of(frame)));
  }

  @Property(tries = 200)
  void sharesOfManyOverlappingPatchesAreCountsOfTheirPixels(
      @ForAll("frames") Frame frame,
      @ForAll @IntRange(min = 1, max = 8) int sources,
      @ForAll @IntRange(min = 0, max = 12) int patches,
      @ForAll long seed) {
    assertSharesAreCounts(TestPictures.patchwork(new Random(seed), frame, sources, patches));
  }

  /// The later of two patches owns what both cover.
  @Property(tries = 100)
  void laterPatchOwnsTheOverlap(@ForAll("frames") Frame frame, @ForAll long seed) {
    Random random = new Random(seed);
    Box first = TestPictures.box(random, frame);
    Box second = TestPictures.box(random, frame);
    Patchwork patchwork =
        new Patchwork(
            frame,
            3,
            List.of(new Patch(0, Box.of(frame)), new Patch(1, first), new Patch(2, second)));
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        int owner = second.contains(x, y) ? 2 : first.contains(x, y) ? 1 : 0;
        assertEquals(1, patchwork.weightAt(owner, y, x));
      }
    }
  }

  @Property(tries = 150)
  void sharesOfAMaskAreTheMeansOfItsWeights(
      @ForAll("frames") Frame frame,
      @ForAll ElementType type,
      @ForAll Layout layout,
      @ForAll long seed) {
    Pixels mask = TestPictures.random(new Random(seed), frame, 1, type, layout);
    MaskMix method = new MaskMix();
    Draw draw = method.draw(RandomStreams.of(seed, 0, 0));

    Composition composition = method.compose(draw, new Inputs(frame, List.of(), mask));

    assertSharesAreMeans(composition);
    assertEquals(mean(mask), composition.shares().getFirst(), FLOAT_REST);
    assertEquals(composition.shares(), Outcome.of(method, draw, composition).weights().label());
  }

  @Property(tries = 150)
  void sharesOfAMatteAreTheMeansOfItsWeights(
      @ForAll("frames") Frame frame,
      @ForAll @IntRange(min = 1, max = 4) int planes,
      @ForAll long seed) {
    assertSharesAreMeans(TestPictures.matte(new Random(seed), frame, planes));
  }

  @Property(tries = 150)
  void inputsAreNeverModified(
      @ForAll("compositions") Composition composition,
      @ForAll("channels") int channels,
      @ForAll ElementType type,
      @ForAll Layout layout,
      @ForAll Blending blending,
      @ForAll long seed) {
    List<Pixels> sources =
        TestPictures.random(
            new Random(seed), composition.sources(), composition.frame(), channels, type, layout);
    List<byte[]> before = sources.stream().map(TestPictures::bytes).toList();

    Pixels mixed = Mixer.mix(composition, blending, sources);
    Mixer.mix(composition, blending, sources.stream().map(TestPictures::readOnly).toList(), mixed);

    for (int k = 0; k < sources.size(); k++) {
      assertArrayEquals(before.get(k), TestPictures.bytes(sources.get(k)));
    }
  }

  @Property(tries = 50)
  void labelsAndMasksAreNeverModified(@ForAll("frames") Frame frame, @ForAll long seed) {
    Random random = new Random(seed);
    Inputs inputs = inputs(frame, random);
    byte[] mask = TestPictures.bytes(inputs.mask());
    double[] a = SoftLabels.oneHot(0, 3, 0.1);
    double[] b = SoftLabels.oneHot(2, 3, 0.1);

    Composition composition = new MaskMix().compose(new Draw(0, 0, 0), inputs);
    Mixer.mix(composition, TestPictures.random(random, 2, frame, 3, ElementType.UINT8, Layout.HWC));
    SoftLabels.mix(List.of(a, b), composition.shares());

    assertArrayEquals(mask, TestPictures.bytes(inputs.mask()));
    assertArrayEquals(SoftLabels.oneHot(0, 3, 0.1), a);
    assertArrayEquals(SoftLabels.oneHot(2, 3, 0.1), b);
  }

  /// Sources of any bits: also infinities, −0 and what is no number. SmoothMix and the methods
  /// without λ never leave A alone.
  @Property(tries = 200)
  void lambdaOneGivesTheBytesOfA(
      @ForAll("methods") Method method,
      @ForAll("frames") Frame frame,
      @ForAll("channels") int channels,
      @ForAll ElementType type,
      @ForAll Layout layout,
      @ForAll Blending blending,
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double u,
      @ForAll long seed) {
    Assume.that(!(method instanceof SmoothMix));
    Assume.that(method.type().uses(Trait.LAMBDA) || method.type().uses(Trait.MASK));
    Random random = new Random(seed);
    Pixels a = TestPictures.bits(random, frame, channels, type, layout);
    Pixels b = TestPictures.bits(random, frame, channels, type, layout);
    Draw draw = new Draw(1, u, 1 - Math.max(u, 1e-9));

    Composition composition =
        method.compose(draw, new Inputs(frame, List.of(a, b), white(frame, type)));
    Pixels mixed = Mixer.mix(composition, blending, List.of(a, b));

    assertArrayEquals(TestPictures.bytes(a), TestPictures.bytes(mixed));
    assertEquals(List.of(1.0, 0.0), composition.shares());
    assertEquals(List.of(1.0, 0.0), Outcome.of(method, draw, composition).weights().label());
  }

  @Property(tries = 200)
  void pixelsThatOneSourceOwnsAreItsBytes(
      @ForAll("frames") Frame frame,
      @ForAll("channels") int channels,
      @ForAll ElementType type,
      @ForAll Layout layout,
      @ForAll Blending blending,
      @ForAll long seed) {
    Random random = new Random(seed);
    Patchwork patchwork = TestPictures.patchwork(random, frame, 3, 5);
    List<float[]> planes = new ArrayList<>();
    for (int k = 0; k < 2; k++) {
      float[] plane = new float[(int) frame.pixels()];
      for (int pixel = 0; pixel < plane.length; pixel++) {
        int y = pixel / frame.width();
        plane[pixel] = (float) patchwork.weightAt(k, y, pixel % frame.width());
      }
      planes.add(plane);
    }
    List<Pixels> sources = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      sources.add(TestPictures.bits(random, frame, channels, type, layout));
    }

    Pixels pasted = Mixer.mix(patchwork, blending, sources);
    Pixels matted = Mixer.mix(new Matte(frame, planes), blending, sources);

    assertArrayEquals(TestPictures.bytes(pasted), TestPictures.bytes(matted));
  }

  @Property(tries = 100)
  void secondOfTwoEqualSourcesChangesNothing(
      @ForAll("compositions") Composition composition, @ForAll Blending blending) {
    Pixels picture =
        TestPictures.random(new Random(3), composition.frame(), 3, ElementType.UINT8, Layout.HWC);
    List<Pixels> same = Collections.nCopies(composition.sources(), picture);

    assertArrayEquals(
        TestPictures.bytes(picture), TestPictures.bytes(Mixer.mix(composition, blending, same)));
  }

  @Property(tries = 200)
  void applyingADrawIsAPureFunctionOfIt(
      @ForAll("methods") Method method, @ForAll("frames") Frame frame, @ForAll long seed) {
    Draw draw = method.draw(RandomStreams.of(seed, 1, 2));
    Inputs inputs = inputs(frame, new Random(seed));
    List<Pixels> sources =
        TestPictures.random(new Random(seed), 2, frame, 3, ElementType.UINT8, Layout.HWC);

    byte[] once = TestPictures.bytes(Mixer.mix(method.compose(draw, inputs), sources));
    byte[] again = TestPictures.bytes(Mixer.mix(method.compose(draw, inputs), sources));

    assertArrayEquals(once, again);
  }

  @Property(tries = 200)
  void otherAlphaChangesLambdaButNotThePosition(
      @ForAll @DoubleRange(min = 0.05, max = 8) double one,
      @ForAll @DoubleRange(min = 0.05, max = 8) double other,
      @ForAll long seed) {
    Draw draw = new CutMix(one).draw(RandomStreams.of(seed, 0, 0));
    Draw changed = new CutMix(other).draw(RandomStreams.of(seed, 0, 0));

    assertEquals(draw.u(), changed.u());
    assertEquals(draw.v(), changed.v());
    assertNotEquals(
        new CutMix(0.2).draw(RandomStreams.of(1, 0, 0)).lambda(),
        new CutMix(2).draw(RandomStreams.of(1, 0, 0)).lambda());
  }

  @Provide
  static Arbitrary<Method> methods() {
    List<Method> all = new ArrayList<>(MethodType.all().stream().map(MethodType::initial).toList());
    all.add(new Mixup(0.2));
    all.add(new FMix(0.2, 2, 0.25, FMixField.ISOTROPIC));
    all.add(new SaliencyMix(0.2, SaliencyMap.FINE_GRAINED, BoxRule.UNBIASED));
    for (BoxRule rule : BoxRule.values()) {
      all.add(new CutMix(1, rule, true));
      all.add(new CutMix(0.2, rule, false));
      all.add(new KCutMix(0.5, rule));
      all.add(new ResizeMix(0.1, 0.8, rule, Resampling.AREA));
    }
    all.add(new CopyPaste(0.9, 9, 0.3, 3, 1.2));
    all.add(new CopyPaste(0.9, 2, 0.3, 3, 0));
    all.add(new GuidedMixup(SaliencyMap.FINE_GRAINED));
    all.add(new PatchCells(0.5, 5));
    all.add(new SuperpixelMix(0.5, 7, 3));
    all.add(new KMixup(0.5));
    all.add(new PieceMix(1, 6));
    for (GridPattern pattern : GridPattern.values()) {
      all.add(new GridMix(1, pattern, 5));
    }
    return Arbitraries.of(all);
  }

  @Provide
  static Arbitrary<Frame> frames() {
    return Given.frames(23, 29);
  }

  @Provide
  static Arbitrary<Integer> channels() {
    return Arbitraries.of(1, 3, 4);
  }

  @Provide
  static Arbitrary<Draw> draws() {
    return Given.draws(4, 4);
  }

  @Provide
  static Arbitrary<Region> regions() {
    Arbitrary<Double> corner = Arbitraries.doubles().between(-1.5, 1.5).ofScale(4);
    Arbitrary<Double> side = Arbitraries.doubles().between(0, 2.5).ofScale(4);
    return Combinators.combine(corner, corner, side, side)
        .as((x, y, w, h) -> new Region(x, y, x + w, y + h));
  }

  @Provide
  static Arbitrary<Composition> compositions() {
    return Combinators.combine(
            frames(), Arbitraries.integers().between(2, 5), Arbitraries.longs(), kinds())
        .as(
            (frame, sources, seed, kind) -> {
              Random random = new Random(seed);
              return switch (kind) {
                case 0 -> TestPictures.blend(random, frame, sources);
                case 1 -> TestPictures.patchwork(random, frame, sources, 4);
                case 2 -> TestPictures.matte(random, frame, sources - 1);
                default -> Blend.pair(frame, 1);
              };
            });
  }

  private static Arbitrary<Integer> kinds() {
    return Arbitraries.of(0, 1, 2, 3);
  }

  private static Inputs inputs(Frame frame, Random random) {
    return new Inputs(
            frame,
            TestPictures.random(random, 2, frame, 3, ElementType.UINT8, Layout.HWC),
            TestPictures.random(random, frame, 1, ElementType.UINT8, Layout.HWC))
        .with(TestTargets.objects(random, 2, frame));
  }

  private static Pixels white(Frame frame, ElementType type) {
    Pixels mask = TestPictures.empty(frame, 1, type, Layout.HWC);
    for (long i = 0; i < mask.elements(); i++) {
      TestPictures.put(mask, i, type.white());
    }
    return mask;
  }

  private static double mean(Pixels mask) {
    double white = mask.type().white();
    double sum = 0;
    for (int y = 0; y < mask.height(); y++) {
      for (int x = 0; x < mask.width(); x++) {
        sum += mask.valueAt(y, x, 0) / white;
      }
    }
    return sum / mask.frame().pixels();
  }

  private static void assertSharesAreCounts(Composition composition) {
    Frame frame = composition.frame();
    long[] owned = new long[composition.sources()];
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        for (int k = 0; k < owned.length; k++) {
          double weight = composition.weightAt(k, y, x);
          assertEquals(weight == 0 ? 0 : 1, weight);
          owned[k] += (long) weight;
        }
      }
    }
    assertEquals(frame.pixels(), Arrays.stream(owned).sum());
    for (int k = 0; k < owned.length; k++) {
      assertEquals(owned[k] / (double) frame.pixels(), composition.shares().get(k));
    }
  }

  private static void assertSharesAreMeans(Composition composition) {
    Frame frame = composition.frame();
    double[] sums = new double[composition.sources()];
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        double all = 0;
        for (int k = 0; k < sums.length; k++) {
          double weight = composition.weightAt(k, y, x);
          all += weight;
          sums[k] += weight;
        }
        assertEquals(1, all, 2 * FLOAT_REST);
      }
    }
    for (int k = 0; k < sums.length; k++) {
      boolean last = k == sums.length - 1;
      double mean = sums[k] / frame.pixels();
      assertEquals(mean, composition.shares().get(k), last ? 2 * FLOAT_REST : 1e-12);
    }
    double sum = composition.shares().stream().mapToDouble(Double::doubleValue).sum();
    assertEquals(1, sum, 1e-12);
  }
}
