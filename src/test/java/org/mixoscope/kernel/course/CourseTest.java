package org.mixoscope.kernel.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.kernel.batch.Weights;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.FMix;
import org.mixoscope.kernel.method.FMixField;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;

/// How a draw runs over frames.
@BesideWindows
class CourseTest {
  private static final CutMix CUTMIX = new CutMix(1);

  @Provide
  Arbitrary<CourseType> types() {
    return Arbitraries.of(CourseType.class);
  }

  /// Whatever the course, the label is the mean of the weights over space and time, counted weight
  /// by weight.
  @Property(tries = 200)
  void labelIsTheMeanOfAllWeightsOverSpaceAndTime(
      @ForAll("types") CourseType type,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 9) int frames,
      @ForAll @IntRange(min = 1, max = 12) int height,
      @ForAll @IntRange(min = 1, max = 12) int width) {
    for (Method method : List.of(CUTMIX, new Mixup(0.7), new FMix(1, 3, 0, FMixField.ISOTROPIC))) {
      if (!type.suits(method)) {
        continue;
      }
      RandomGenerator random = RandomStreams.of(seed, 0, 0);
      Draw draw = method.draw(random);
      Course course = type.draw(method, 2, random);
      Frame frame = new Frame(height, width);
      MeanWeights mean = new MeanWeights();
      double sum = 0;
      for (int t = 0; t < frames; t++) {
        Draw now = course.at(draw, t, frames);
        Composition composition = method.compose(now, Inputs.of(frame));
        mean.add(Outcome.of(method, now, composition).weights());
        for (int y = 0; y < height; y++) {
          for (int x = 0; x < width; x++) {
            sum += composition.weightAt(0, y, x);
          }
        }
      }
      Weights weights = mean.weights();
      assertEquals(sum / ((double) frames * height * width), weights.pixels().getFirst(), 1e-12);
      assertEquals(weights.pixels(), weights.label());
      assertEquals(1, weights.pixels().get(0) + weights.pixels().get(1), 1e-12);
    }
  }

  @Property(tries = 100)
  void clipOfFramesThatAreAlikeHasTheWeightsOfEachToTheLastBit(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int frames) {
    Draw draw = CUTMIX.draw(RandomStreams.of(seed, 0, 0));
    Weights one =
        Outcome.of(CUTMIX, draw, CUTMIX.compose(draw, Inputs.of(new Frame(7, 11)))).weights();
    MeanWeights mean = new MeanWeights();
    for (int t = 0; t < frames; t++) {
      mean.add(one);
    }
    assertEquals(one, mean.weights());
  }

  private static List<Box> boxes(Course course, Draw draw, int frames, Frame frame) {
    List<Box> boxes = new ArrayList<>();
    for (int t = 0; t < frames; t++) {
      boxes.add(CUTMIX.box(course.at(draw, t, frames), frame).clip(frame));
    }
    return boxes;
  }

  @Test
  void runOfFramesIsWhollyOfBAndCutOffAtTheEnds() {
    Frame frame = new Frame(4, 6);
    Box whole = Box.of(frame);
    Box none = new Box(0, 0, 0, 0);
    // λ = 0.6 of ten frames: four of B's, around frame 5.
    assertEquals(
        List.of(none, none, none, whole, whole, whole, whole, none, none, none),
        boxes(new FrameRun(0.5), new Draw(0.6, 0.1, 0.9), 10, frame));
    assertEquals(
        List.of(whole, whole, none, none, none, none, none, none, none, none),
        boxes(new FrameRun(0), new Draw(0.6, 0.1, 0.9), 10, frame));
  }

  @Test
  void cuboidHasTheShareOfTheVolumeThatWasDrawn() {
    // An eighth of the volume: half of every side.
    List<Box> boxes = boxes(new Cuboid(0.5), new Draw(1 - 0.125, 0.5, 0.5), 8, new Frame(16, 32));
    Box half = new Box(8, 4, 24, 12);
    Box none = new Box(0, 0, 0, 0);
    assertEquals(List.of(none, none, half, half, half, half, none, none), boxes);
  }

  @Test
  void boxThatWasPlacedByHandStaysInACuboidAndMovesAsItIs() {
    Frame frame = new Frame(20, 20);
    Draw draw = new Draw(0.5, 0, 0).within(new Region(0, 0, 0.5, 0.5));
    for (Box box : boxes(new Cuboid(0.5), draw, 6, frame)) {
      assertTrue(box.isEmpty() || box.equals(new Box(0, 0, 10, 10)), box::toString);
    }
    assertEquals(
        List.of(new Box(0, 0, 10, 10), new Box(4, 2, 14, 12), new Box(8, 4, 18, 14)),
        boxes(new MovingBox(0.65, 0.45), draw, 3, frame));
  }

  @Test
  void boxMovesEvenlyFromItsPlaceToTheOther() {
    List<Box> boxes =
        boxes(new MovingBox(0.75, 0.5), new Draw(0.75, 0.25, 0.5), 5, new Frame(40, 80));
    assertEquals(
        List.of(
            new Box(0, 10, 40, 30),
            new Box(10, 10, 50, 30),
            new Box(20, 10, 60, 30),
            new Box(30, 10, 70, 30),
            new Box(40, 10, 80, 30)),
        boxes);
  }

  @Test
  void lambdaChangesEvenlyFromTheDrawnOneToTheOther() {
    Draw draw = new Draw(0.2, 0.5, 0.5);
    Course course = new ChangingLambda(1);
    assertEquals(draw, course.at(draw, 0, 5));
    assertEquals(0.6, course.at(draw, 2, 5).lambda(), 1e-15);
    assertEquals(1, course.at(draw, 4, 5).lambda());
    assertEquals(draw, course.at(draw, 0, 1), "one frame has no time to change");
  }

  @Test
  void courseRefusesMethodsThatHaveNothingForItToChange() {
    for (CourseType type : List.of(CourseType.RUN, CourseType.BOTH, CourseType.PATH)) {
      assertThrows(IllegalArgumentException.class, () -> type.require(new Mixup(1)));
    }
    Method mask = MethodType.of("mask").initial();
    assertThrows(IllegalArgumentException.class, () -> CourseType.FADE.require(mask));
    CourseType.FADE.require(MethodType.of("fmix").initial());
    CourseType.ALL.require(mask);
    Method published = MethodType.of("fmix").initial();
    assertThrows(IllegalArgumentException.class, () -> CourseType.FIELD.require(published));
  }

  @Test
  void placesOutOfRangeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new FrameRun(1));
    assertThrows(IllegalArgumentException.class, () -> new Cuboid(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new MovingBox(-0.1, 0));
    assertThrows(IllegalArgumentException.class, () -> new ChangingLambda(1.01));
    assertNull(new Draw(1, 0, 0).region());
  }
}
