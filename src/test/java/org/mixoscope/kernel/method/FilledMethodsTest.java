package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Fill;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.TestPictures;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.ClassWeights;

/// Cutout and RandomErasing: one picture, and what is filled in.
class FilledMethodsTest {
  @Provide
  static Arbitrary<BoxMethod> methods() {
    return Arbitraries.of(Fill.values())
        .flatMap(
            fill ->
                Arbitraries.of(
                    new Cutout(0.5, fill),
                    new Cutout(1.7, fill),
                    new RandomErasing(0.02, 0.33, 0.3, fill),
                    new RandomErasing(0.6, 1, 0.05, fill)));
  }

  @Property(tries = 200)
  void outsideTheBoxItIsTheOwnPictureAndItsLabelStays(
      @ForAll("methods") BoxMethod method,
      @ForAll ElementType type,
      @ForAll Layout layout,
      @ForAll @IntRange(min = 1, max = 30) int height,
      @ForAll @IntRange(min = 1, max = 30) int width,
      @ForAll long seed) {
    Frame frame = new Frame(height, width);
    Random random = new Random(seed);
    Pixels own = TestPictures.random(random, 1, frame, 3, type, layout).getFirst();
    Draw draw = method.draw(RandomStreams.of(seed, 0, 0));

    Outcome outcome =
        Outcome.of(method, draw, new Inputs(frame, List.of(own), null), new Workspace());
    Pixels mixed = outcome.mix(Blending.SRGB, List.of(own));

    Pixels filler = outcome.filler();
    assertNotNull(filler);
    Box box = method.box(draw, frame).clip(frame);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < 3; channel++) {
          Pixels expected = box.contains(x, y) ? filler : own;
          assertEquals(expected.valueAt(y, x, channel), mixed.valueAt(y, x, channel));
        }
      }
    }
    assertEquals(List.of(1.0, 0.0), outcome.weights().label());
    assertEquals(1 - (double) box.area() / frame.pixels(), outcome.effectiveLambda(), 1e-12);
    ClassWeights label = ClassWeights.of(0.25, 0.75);
    assertEquals(label, outcome.target(List.of(label)));
  }

  @Property(tries = 60)
  void inAMapOfClassesItCountsForNobody(@ForAll("methods") BoxMethod method, @ForAll long seed) {
    Frame frame = new Frame(12, 9);
    Pixels map = TestPictures.empty(frame, 1, ElementType.UINT8, Layout.HWC);
    map.fill(3);
    Draw draw = method.draw(RandomStreams.of(seed, 0, 0));

    Outcome outcome = Outcome.of(method, draw, Inputs.of(frame), new Workspace());
    ClassMap mixed = (ClassMap) outcome.target(List.of(ClassMap.of(map)));

    Box box = method.box(draw, frame).clip(frame);
    for (int y = 0; y < 12; y++) {
      for (int x = 0; x < 9; x++) {
        assertEquals(box.contains(x, y) ? 255 : 3, mixed.indices().valueAt(y, x, 0));
      }
    }
  }

  /// The rule of the public code, for even sides: y ± 8 around a centre anywhere, clipped.
  @Property
  void cutoutIsTheSquareOfThePaper(
      @ForAll @IntRange(min = 0, max = 31) int y, @ForAll @IntRange(min = 0, max = 31) int x) {
    Box box = new Cutout(0.5, Fill.MEAN).box(at(x, y), new Frame(32, 32)).clip(new Frame(32, 32));
    assertEquals(
        new Box(Math.max(0, x - 8), Math.max(0, y - 8), Math.min(32, x + 8), Math.min(32, y + 8)),
        box);
  }

  private static Draw at(int x, int y) {
    return new Draw(0.75, (x + 0.5) / 32, (y + 0.5) / 32);
  }

  @Property
  void rectangleHasTheAreaAndShapeThatWereAskedFor(
      @ForAll @DoubleRange(min = 0.02, max = 0.4) double area,
      @ForAll @DoubleRange(min = 0.3, max = 1) double aspect,
      @ForAll long seed) {
    RandomErasing method = new RandomErasing(area, area, aspect, Fill.MEAN);
    Frame frame = new Frame(400, 300);
    Box box = method.box(method.draw(RandomStreams.of(seed, 0, 0)), frame);

    double rounding = 0.5 * (box.width() + box.height()) + 1;
    assertEquals(area * 400 * 300, box.area(), rounding);
    double ratio = (double) box.height() / box.width();
    assertTrue(ratio > aspect * 0.95 && ratio < 1.05 / aspect, () -> "" + ratio);
    assertEquals(box, box.clip(frame));
  }

  /// Over many draws every share of the area and every log of the ratio is as likely.
  @Test
  void areasAndLogsOfRatiosAreUniform() {
    RandomErasing method = new RandomErasing(0.02, 0.33, 0.3, Fill.MEAN);
    Frame frame = new Frame(4000, 4000);
    int draws = 4000;
    double areas = 0;
    double logs = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      Box box = method.box(method.draw(RandomStreams.of(9, 0, i)), frame);
      areas += (double) box.area() / frame.pixels();
      double log = Math.log((double) box.height() / box.width());
      logs += log;
      squares += log * log;
    }
    assertEquals(0.175, areas / draws, 0.006);
    assertEquals(0, logs / draws, 0.05);
    assertEquals(Math.pow(Math.log(0.3), 2) / 3, squares / draws, 0.03);
  }

  @Test
  void whatFitsNowhereErasesNothing() {
    RandomErasing all = new RandomErasing(1, 1, 1, Fill.MEAN);
    Frame frame = new Frame(10, 10);
    assertTrue(all.box(all.draw(RandomStreams.of(1, 0, 0)), frame).isEmpty());
  }

  @Test
  void boxCanBeDraggedAndPlacedByHand() {
    Frame frame = new Frame(60, 80);
    for (BoxMethod method :
        List.of(new Cutout(0.5, Fill.BLACK), new RandomErasing(0.1, 0.2, 0.5, Fill.BLACK))) {
      Draw draw = method.draw(RandomStreams.of(4, 0, 0));
      Box moved = method.box(method.moved(draw, 7, 11, frame), frame);
      assertEquals(7, moved.x1());
      assertEquals(11, moved.y1());
    }
  }

  @Test
  void meanBlackAndNoiseAreWhatTheySay() {
    Frame frame = new Frame(64, 64);
    Pixels own =
        TestPictures.random(new Random(3), 1, frame, 3, ElementType.UINT8, Layout.HWC).getFirst();
    Box all = Box.of(frame);

    Pixels mean = Fill.MEAN.of(own, all, 5, frame);
    Pixels black = Fill.BLACK.of(own, all, 5, frame);
    Pixels noise = Fill.NOISE.of(own, all, 5, frame);

    for (int channel = 0; channel < 3; channel++) {
      double sum = 0;
      double noises = 0;
      double squares = 0;
      for (int i = 0; i < 64 * 64; i++) {
        sum += own.valueAt(i / 64, i % 64, channel);
        double value = noise.valueAt(i / 64, i % 64, channel);
        noises += value;
        squares += value * value;
        assertEquals(0, black.valueAt(i / 64, i % 64, channel));
      }
      assertEquals(Math.rint(sum / 4096), mean.valueAt(17, 5, channel));
      double average = noises / 4096;
      assertEquals(127.5, average, 5);
      assertEquals(255.0 * 255 / 12, squares / 4096 - average * average, 300);
    }
    assertTrue(noise.sameAs(Fill.NOISE.of(own, all, 5, frame)));
    assertTrue(!noise.sameAs(Fill.NOISE.of(own, all, 6, frame)));
  }

  /// A preview shows the noise of the whole made small, not coarser noise.
  @Test
  void noiseOfASmallerPictureIsThatOfTheWholeMadeSmall() {
    Frame whole = new Frame(40, 60);
    Frame small = new Frame(20, 30);
    Pixels large =
        Fill.NOISE.of(
            TestPictures.empty(whole, 1, ElementType.FLOAT32, Layout.HWC), Box.of(whole), 8, whole);
    Pixels shown =
        Fill.NOISE.of(
            TestPictures.empty(small, 1, ElementType.FLOAT32, Layout.HWC), Box.of(small), 8, whole);
    for (int y = 0; y < 20; y++) {
      for (int x = 0; x < 30; x++) {
        double mean = 0;
        for (int i = 0; i < 4; i++) {
          mean += large.valueAt(2 * y + i / 2, 2 * x + i % 2, 0) / 4;
        }
        assertEquals(mean, shown.valueAt(y, x, 0), 1e-6);
      }
    }
  }
}
