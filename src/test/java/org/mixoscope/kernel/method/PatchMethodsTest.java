package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Allotment;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.Resampling;
import org.mixoscope.kernel.TestPictures;
import org.mixoscope.kernel.batch.Outcome;

/// The methods that are made of patches, and those that mix several pictures.
@BesideWindows
class PatchMethodsTest {
  private static final Frame SQUARE = new Frame(32, 32);
  private static final int DRAWS = 20_000;

  @Property(tries = 600)
  void labelWeightsAreThePixelsThatASourceOwns(
      @ForAll("methods") Method method,
      @ForAll @IntRange(min = 2, max = 8) int sources,
      @ForAll("frames") Frame frame,
      @ForAll long seed) {
    Draw draw = method.draw(RandomStreams.of(seed, 0, 0), sources);
    Composition composition = method.compose(draw, Inputs.of(frame));

    assertEquals(method.type().mixed(sources), composition.sources());
    long[] owned = new long[composition.sources()];
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        int pixelY = y;
        int pixelX = x;
        int[] owners =
            IntStream.range(0, owned.length)
                .filter(k -> composition.weightAt(k, pixelY, pixelX) == 1)
                .toArray();
        assertEquals(1, owners.length);
        owned[owners[0]]++;
      }
    }
    List<Double> shares = Arrays.stream(owned).mapToObj(n -> n / (double) frame.pixels()).toList();
    assertEquals(shares, composition.shares());
    assertEquals(shares, Outcome.of(method, draw, composition).weights().label());
  }

  @Property(tries = 300)
  void everyPictureIsMixedAlikeInAllLayoutsAndTypes(
      @ForAll("methods") Method method,
      @ForAll @IntRange(min = 2, max = 8) int sources,
      @ForAll("frames") Frame frame,
      @ForAll("channels") int channels,
      @ForAll ElementType type,
      @ForAll Layout layout,
      @ForAll long seed) {
    Random random = new Random(seed);
    int mixed = method.type().mixed(sources);
    Draw draw = method.draw(RandomStreams.of(seed, 0, 0), sources);
    Patchwork composition = (Patchwork) method.compose(draw, Inputs.of(frame));
    List<Pixels> pictures = TestPictures.random(random, mixed, frame, channels, type, layout);

    Pixels out = Mixer.mix(composition, pictures);

    for (Patch patch : composition.patches()) {
      if (patch.isCopy()) {
        assertCopied(composition, patch, pictures.get(patch.source()), out);
      }
    }
    assertArrayEquals(
        TestPictures.bytes(out),
        TestPictures.bytes(Mixer.mix(method.compose(draw, Inputs.of(frame)), pictures)));
  }

  private static void assertCopied(Patchwork all, Patch patch, Pixels picture, Pixels out) {
    Box box = patch.box();
    for (int y = box.y1(); y < box.y2(); y++) {
      for (int x = box.x1(); x < box.x2(); x++) {
        if (topAt(all, x, y) == patch) {
          for (int c = 0; c < out.channels(); c++) {
            int fromY = patch.from().y1() + y - box.y1();
            int fromX = patch.from().x1() + x - box.x1();
            assertEquals(picture.valueAt(fromY, fromX, c), out.valueAt(y, x, c));
          }
        }
      }
    }
  }

  private static Patch topAt(Patchwork all, int x, int y) {
    return all.patches().stream()
        .filter(patch -> patch.box().contains(x, y))
        .reduce((below, above) -> above)
        .orElseThrow();
  }

  // k-mixup and k-cutmix

  @Property(tries = 100)
  void twoOfSeveralAreDrawnAndMixedLikeAPair(
      @ForAll @DoubleRange(min = 0.05, max = 8) double alpha,
      @ForAll BoxRule rule,
      @ForAll("frames") Frame frame,
      @ForAll long seed) {
    assertSameAsPair(new Mixup(alpha), new KMixup(alpha), frame, seed);
    assertSameAsPair(new CutMix(alpha, rule, true), new KCutMix(alpha, rule), frame, seed);
  }

  private static void assertSameAsPair(Method pair, Method several, Frame frame, long seed) {
    Draw draw = pair.draw(RandomStreams.of(seed, 0, 0));
    assertEquals(draw, several.draw(RandomStreams.of(seed, 0, 0), 2));
    assertEquals(pair.compose(draw, Inputs.of(frame)), several.compose(draw, Inputs.of(frame)));
    Draw equal = draw.withWeights(List.of(0.5, 0.5));
    List<Pixels> pictures =
        TestPictures.random(new Random(seed), 2, frame, 3, ElementType.UINT8, Layout.HWC);
    assertArrayEquals(
        TestPictures.bytes(Mixer.mix(pair.compose(equal, Inputs.of(frame)), pictures)),
        TestPictures.bytes(Mixer.mix(several.compose(equal, Inputs.of(frame)), pictures)));
  }

  @Test
  void blendOfSeveralHasTheDrawnWeights() {
    Draw draw = new KMixup(0.3).draw(RandomStreams.of(1, 0, 0), 5);

    assertEquals(draw.weights(), new KMixup(1).compose(draw, Inputs.of(SQUARE)).shares());
  }

  /// Boxes overlap most in the middle, which earlier ones lose, and A wins.
  @Test
  void sharesOfBoxesAreNearTheDrawnWeightsOnAverage() {
    double[] drawn = new double[4];
    double[] shares = new double[4];
    Method method = new KCutMix(1, BoxRule.UNBIASED);
    for (int i = 0; i < DRAWS; i++) {
      Draw draw = method.draw(RandomStreams.of(5, 0, i), 4);
      List<Double> owned = method.compose(draw, Inputs.of(SQUARE)).shares();
      for (int k = 0; k < 4; k++) {
        drawn[k] += draw.weights().get(k) / DRAWS;
        shares[k] += owned.get(k) / DRAWS;
      }
    }
    assertEquals(drawn[3], shares[3], 0.002);
    for (int k = 0; k < 3; k++) {
      assertEquals(drawn[k], shares[k], 0.08);
    }
    assertTrue(shares[0] > drawn[0]);
  }

  @Test
  void boxOfASourceWithoutWeightIsEmptyAndOneOfAllCoversTheFrame() {
    for (int k = 0; k < 4; k++) {
      List<Double> weights = new ArrayList<>(List.of(0.0, 0.0, 0.0, 0.0));
      weights.set(k, 1.0);
      Draw draw = new Draw(weights, 0.3, 0.7, 11, null);

      assertEquals(
          weights, new KCutMix(1, BoxRule.UNBIASED).compose(draw, Inputs.of(SQUARE)).shares());
      assertEquals(weights, new PieceMix(1, 7).compose(draw, Inputs.of(SQUARE)).shares());
    }
  }

  // piecemix

  /// The case that gives 0/0 where α is divided by k in whole numbers.
  @Test
  void fourPicturesOfFourPiecesWithAlphaAHalfHaveSharesOfQuarters() {
    Method method = new PieceMix(0.5, 4);
    Frame frame = new Frame(256, 256);
    for (int i = 0; i < 500; i++) {
      Draw draw = method.draw(RandomStreams.of(7, 0, i), 4);
      List<Double> shares = method.compose(draw, Inputs.of(frame)).shares();

      assertEquals(4, shares.size());
      assertEquals(1, shares.stream().mapToDouble(Double::doubleValue).sum());
      for (int k = 0; k < 4; k++) {
        assertEquals(Math.rint(4 * shares.get(k)), 4 * shares.get(k));
        assertEquals(draw.weights().get(k), shares.get(k), 0.25);
      }
    }
  }

  @Property(tries = 300)
  void piecesAreInProportionToTheWeights(
      @ForAll @IntRange(min = 2, max = 256) int pieces,
      @ForAll @IntRange(min = 2, max = 8) int sources,
      @ForAll @DoubleRange(min = 0.05, max = 8) double alpha,
      @ForAll long seed) {
    List<Double> weights = new KMixup(alpha).draw(RandomStreams.of(seed, 0, 0), sources).weights();

    int[] counts = Allotment.counts(pieces, weights);

    assertEquals(pieces, Arrays.stream(counts).sum());
    for (int k = 0; k < sources; k++) {
      assertEquals(weights.get(k) * pieces, counts[k], 1);
    }
  }

  @Test
  void largestRemaindersGetThePiecesThatAreLeft() {
    assertArrayEquals(new int[] {4, 3, 1}, Allotment.counts(8, List.of(0.5, 0.35, 0.15)));
    assertArrayEquals(new int[] {1, 1, 1}, Allotment.counts(3, List.of(0.5, 0.25, 0.25)));
    assertArrayEquals(new int[] {1, 1, 0}, Allotment.counts(2, List.of(0.34, 0.33, 0.33)));
  }

  @Test
  void noiseMovesThePiecesOnly() {
    Method method = new PieceMix(1, 16);
    Draw one = new Draw(0.5, 0, 0, 1);
    Draw other = new Draw(0.5, 0, 0, 2);

    assertEquals(
        method.compose(one, Inputs.of(SQUARE)).shares(),
        method.compose(other, Inputs.of(SQUARE)).shares());
    assertFalse(
        method.compose(one, Inputs.of(SQUARE)).equals(method.compose(other, Inputs.of(SQUARE))));
  }

  @Test
  void longerSideHasMorePieces() {
    assertEquals(8, widthOfAPiece(new Frame(24, 32)));
    assertEquals(8, widthOfAPiece(new Frame(32, 24)));
  }

  private static int widthOfAPiece(Frame frame) {
    Draw draw = new Draw(0.5, 0, 0, 5);
    Patchwork mix = (Patchwork) new PieceMix(1, 12).compose(draw, Inputs.of(frame));
    assertEquals(12, mix.patches().size());
    return mix.patches().getFirst().box().width();
  }

  // cutmix-minmax

  @Property(tries = 200)
  void sidesAreWithinTheirRangeAndTheBoxInsideTheFrame(
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other,
      @ForAll("frames") Frame frame,
      @ForAll long seed) {
    double min = Math.min(one, other);
    double max = Math.max(one, other);
    CutMixMinMax method = new CutMixMinMax(min, max);
    Box box = method.box(method.draw(RandomStreams.of(seed, 0, 0)), frame);

    assertEquals(box, box.clip(frame));
    assertWithin(box.width(), frame.width(), min, max);
    assertWithin(box.height(), frame.height(), min, max);
  }

  private static void assertWithin(int side, int dim, double min, double max) {
    int least = (int) (dim * min);
    assertTrue(side >= least);
    assertTrue(side <= Math.max(least, (int) (dim * max) - 1));
  }

  /// The figure for timm's box with sides from 0.2 to 0.8.
  @Test
  void meanShareIsTheKnownOne() {
    CutMixMinMax method = new CutMixMinMax(0.2, 0.8);
    boolean[] starts = new boolean[SQUARE.width()];
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      Draw draw = method.draw(RandomStreams.of(9, 0, i));
      sum += method.compose(draw, Inputs.of(SQUARE)).shares().getFirst();
      starts[method.box(draw, SQUARE).x2() - 1] = true;
    }

    assertEquals(0.7802, sum / DRAWS, 0.003);
    assertTrue(starts[SQUARE.width() - 1], "timm 1.0.28 never gets there");
  }

  @Property(tries = 200)
  void boxesGoWhereTheyAreMoved(
      @ForAll("boxMethods") BoxMethod method,
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 31) int x,
      @ForAll @IntRange(min = 0, max = 31) int y) {
    Draw draw = method.draw(RandomStreams.of(seed, 0, 0));
    Box box = method.box(draw, SQUARE);

    Box moved = method.box(method.moved(draw, x, y, SQUARE), SQUARE);

    assertEquals(box.width(), moved.width());
    assertEquals(Math.min(x, 32 - box.width()), moved.x1());
    assertEquals(Math.min(y, 32 - box.height()), moved.y1());
  }

  @Property(tries = 100)
  void boxPlacedByHandIsTheBox(@ForAll("boxMethods") BoxMethod method, @ForAll long seed) {
    Draw draw = method.draw(RandomStreams.of(seed, 0, 0));
    Draw placed = draw.within(Region.of(new Box(-3, 4, 10, 9), SQUARE));

    assertEquals(new Box(-3, 4, 10, 9), method.box(placed, SQUARE));
    assertEquals(
        List.of(1 - 50 / 1024.0, 50 / 1024.0), method.compose(placed, Inputs.of(SQUARE)).shares());
  }

  @Test
  void smallestSideAboveTheLargestIsRefused() {
    assertRefused(() -> new CutMixMinMax(0.5, 0.4), "min-side = 0.5");
    assertRefused(() -> new ResizeMix(0.5, 0.4, BoxRule.LEGACY, Resampling.AREA), "0.4");
    assertRefused(() -> new CutMixMinMax(-0.1, 0.4), "min-side = -0.1");
    assertRefused(() -> new Mosaic(0.6, TileFit.COVER, Resampling.AREA), "margin = 0.6");
    assertRefused(() -> new Ricap(0), "beta = 0.0");
    assertRefused(() -> new PieceMix(1, 1), "pieces = 1");
    assertRefused(() -> new GridMix(1, GridPattern.CELLS, 33), "cells = 33");
  }

  private static void assertRefused(Runnable maker, String part) {
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, maker::run);
    assertTrue(String.valueOf(refused.getMessage()).contains(part), refused::getMessage);
  }

  // gridmix

  @Property(tries = 100)
  void gridOfCellsIsAPairOfPieces(
      @ForAll @IntRange(min = 2, max = 16) int n,
      @ForAll("frames") Frame frame,
      @ForAll @DoubleRange(min = 0, max = 1) double lambda,
      @ForAll long noise) {
    Draw draw = new Draw(lambda, 0, 0, noise);

    Composition grid = new GridMix(1, GridPattern.CELLS, n).compose(draw, Inputs.of(frame));

    assertEquals(new PieceMix(1, n * n).compose(draw, Inputs.of(frame)), grid);
  }

  @Property(tries = 200)
  void holesShowLessThanWasDrawn(
      @ForAll @DoubleRange(min = 0, max = 0.99) double lambda,
      @ForAll @IntRange(min = 1, max = 8) int n,
      @ForAll long noise) {
    Frame frame = new Frame(96, 160);
    Draw draw = new Draw(lambda, 0.5, 0.5, noise);

    Composition mix = new GridMix(1, GridPattern.HOLES, n).compose(draw, Inputs.of(frame));

    // A hole that is cut by the edge of the part makes a difference of its own.
    assertTrue(mix.shares().getFirst() >= lambda * 0.5);
    assertTrue(mix.shares().getLast() > 0);
    assertTrue(mix.shares().getFirst() > 0);
  }

  // resizemix

  @Property(tries = 200)
  void sideOfTheBoxIsDrawnBetweenItsBounds(@ForAll long seed) {
    ResizeMix method = new ResizeMix(0.1, 0.8, BoxRule.UNBIASED, Resampling.AREA);
    Draw draw = method.draw(RandomStreams.of(seed, 0, 0));
    Patchwork mix = (Patchwork) method.compose(draw, Inputs.of(new Frame(100, 200)));
    Patch patch = mix.patches().getLast();

    assertTrue(draw.lambda() >= 1 - 0.64 - 1e-12 && draw.lambda() <= 1 - 0.01 + 1e-12);
    assertEquals(2 * patch.box().height(), patch.box().width(), 1);
    assertEquals(Box.of(mix.frame()), patch.from());
  }

  @Test
  void allOfBIsInTheClippedBox() {
    Frame frame = new Frame(20, 40);
    Draw draw = new Draw(0.75, 0, 0);

    Patchwork mix =
        (Patchwork)
            new ResizeMix(0.1, 0.8, BoxRule.LEGACY, Resampling.NEAREST)
                .compose(draw, Inputs.of(frame));

    assertEquals(
        List.of(
            new Patch(0, Box.of(frame)),
            new Patch(1, new Box(0, 0, 10, 5), Box.of(frame), Resampling.NEAREST)),
        mix.patches());
  }

  // mosaic and ricap

  @Test
  void mosaicOfFourHasTheAreasOfItsTiles() {
    Frame frame = new Frame(10, 20);
    Draw draw = new Draw(List.of(0.25, 0.25, 0.25, 0.25), 0.35, 0.5, 0, null);

    Patchwork mix =
        (Patchwork)
            new Mosaic(0.25, TileFit.SAME_PLACE, Resampling.AREA).compose(draw, Inputs.of(frame));

    assertEquals(
        List.of(
            new Patch(0, new Box(0, 0, 7, 5), new Box(0, 0, 7, 5), Resampling.AREA),
            new Patch(1, new Box(7, 0, 20, 5), new Box(7, 0, 20, 5), Resampling.AREA),
            new Patch(2, new Box(0, 5, 7, 10), new Box(0, 5, 7, 10), Resampling.AREA),
            new Patch(3, new Box(7, 5, 20, 10), new Box(7, 5, 20, 10), Resampling.AREA)),
        mix.patches());
    assertEquals(List.of(0.175, 0.325, 0.175, 0.325), mix.shares());
  }

  @Test
  void tileShowsItsPictureUndistortedOrAllOfIt() {
    Frame frame = new Frame(10, 20);
    Draw draw = new Draw(List.of(0.25, 0.25, 0.25, 0.25), 0.25, 0.5, 0, null);

    assertEquals(new Box(5, 0, 15, 10), shown(TileFit.COVER, draw, frame));
    assertEquals(Box.of(frame), shown(TileFit.STRETCH, draw, frame));
  }

  private static Box shown(TileFit tiles, Draw draw, Frame frame) {
    Method method = new Mosaic(0.25, tiles, Resampling.AREA);
    Patchwork mix = (Patchwork) method.compose(draw, Inputs.of(frame));
    assertEquals(new Box(0, 0, 5, 5), mix.patches().getFirst().box());
    return mix.patches().getFirst().from();
  }

  @Test
  void fewerThanFourPicturesShareTheTiles() {
    assertEquals(List.of(0, 1, 2, 3), owners(4));
    assertEquals(List.of(0, 1, 2, 0), owners(3));
    assertEquals(List.of(0, 1, 1, 0), owners(2));
  }

  private static List<Integer> owners(int sources) {
    Quadrants quadrants = new Quadrants(sources);
    return IntStream.range(0, Quadrants.TILES).map(quadrants::owner).boxed().toList();
  }

  @Property(tries = 200)
  void drawnWeightsAreTheAreasButForWholePixels(
      @ForAll("tiled") Method method,
      @ForAll @IntRange(min = 2, max = 4) int sources,
      @ForAll long seed) {
    Draw draw = method.draw(RandomStreams.of(seed, 0, 0), sources);
    List<Double> shares = method.compose(draw, Inputs.of(new Frame(500, 700))).shares();

    for (int k = 0; k < sources; k++) {
      assertEquals(draw.weights().get(k), shares.get(k), 0.003);
    }
  }

  @Property(tries = 200)
  void cropsHaveTheSizeOfTheirTileAndLieAnywhere(@ForAll("frames") Frame frame, @ForAll long seed) {
    Method method = new Ricap(0.3);
    Draw draw = method.draw(RandomStreams.of(seed, 0, 0), 4);
    Patchwork mix = (Patchwork) method.compose(draw, Inputs.of(frame));

    for (Patch patch : mix.patches()) {
      assertTrue(patch.isCopy());
      assertEquals(patch.from(), patch.from().clip(frame));
    }
    int x = (int) Math.rint(draw.u() * frame.width());
    int y = (int) Math.rint(draw.v() * frame.height());
    assertEquals((double) x * y / frame.pixels(), mix.shares().getFirst());
  }

  @Provide
  static Arbitrary<Method> tiled() {
    return Arbitraries.of(
        new Mosaic(0.1, TileFit.COVER, Resampling.AREA), new Ricap(0.3), new Ricap(1));
  }

  @Provide
  static Arbitrary<BoxMethod> boxMethods() {
    return Arbitraries.of(
        new CutMixMinMax(0.2, 0.8),
        new ResizeMix(0.1, 0.8, BoxRule.UNBIASED, Resampling.AREA),
        new CutMix(1, BoxRule.UNBIASED, true));
  }

  @Provide
  static Arbitrary<Method> methods() {
    List<Method> all = new ArrayList<>();
    for (BoxRule rule : BoxRule.values()) {
      all.add(new KCutMix(0.7, rule));
      all.add(new ResizeMix(0.1, 0.8, rule, Resampling.BILINEAR));
    }
    for (GridPattern pattern : GridPattern.values()) {
      all.add(new GridMix(1, pattern, 1));
      all.add(new GridMix(0.5, pattern, 4));
      all.add(new GridMix(0.5, pattern, 32));
    }
    for (TileFit tiles : TileFit.values()) {
      all.add(new Mosaic(0, tiles, Resampling.AREA));
      all.add(new Mosaic(0.5, tiles, Resampling.NEAREST));
    }
    all.add(new PieceMix(0.5, 4));
    all.add(new PieceMix(0.5, 7));
    all.add(new PieceMix(2, 256));
    all.add(new CutMixMinMax(0.2, 0.8));
    all.add(new CutMixMinMax(0, 1));
    all.add(new Ricap(0.3));
    all.add(new Ricap(0.01));
    return Arbitraries.of(all);
  }

  @Provide
  static Arbitrary<Frame> frames() {
    Arbitrary<Integer> side = Arbitraries.of(1, 2, 3, 5, 7, 16, 23, 31);
    return Combinators.combine(side, side).as(Frame::new);
  }

  @Provide
  static Arbitrary<Integer> channels() {
    return Arbitraries.of(1, 3, 4);
  }
}
