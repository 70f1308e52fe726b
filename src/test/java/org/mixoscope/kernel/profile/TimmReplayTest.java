package org.mixoscope.kernel.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.batch.SampleMix;
import org.mixoscope.kernel.method.BoxMethod;
import org.mixoscope.kernel.profile.TimmMixup.MinMax;
import org.mixoscope.kernel.profile.TimmMixup.Mode;
import org.mixoscope.kernel.profile.TimmMixup.Version;

class TimmReplayTest {
  private static final Frame FRAME = new Frame(30, 47);
  private static final int BATCH = 6;

  @ParameterizedTest
  @EnumSource
  void everySampleMeetsItsMirrorImage(Mode mode) {
    List<SampleMix> mixes = replay(settings(mode, 1)).next(BATCH, FRAME);

    assertEquals(
        IntStream.range(0, mode == Mode.HALF ? BATCH / 2 : BATCH)
            .mapToObj(i -> List.of(i, BATCH - 1 - i))
            .toList(),
        mixes.stream().map(SampleMix::sources).toList());
  }

  @Test
  void samplesShareWhatTheirModeSays() {
    TimmReplay batch = replay(settings(Mode.BATCH, 1));
    TimmReplay pair = replay(settings(Mode.PAIR, 1));
    TimmReplay elem = replay(settings(Mode.ELEM, 1));

    for (int step = 0; step < 20; step++) {
      assertEquals(1, draws(batch).distinct().count());
      List<Draw> pairs = draws(pair).toList();
      assertEquals(pairs, pairs.reversed());
      assertEquals(BATCH / 2, pairs.stream().distinct().count());
      assertEquals(BATCH, draws(elem).distinct().count());
    }
  }

  @ParameterizedTest
  @EnumSource
  void probabilityZeroLeavesAllAlone(Mode mode) {
    List<SampleMix> mixes = replay(settings(mode, 0)).next(BATCH, FRAME);

    assertTrue(mixes.stream().allMatch(SampleMix::untouched));
  }

  @ParameterizedTest
  @EnumSource
  void minMaxBoxesAreInsideAndReachTheLastRowFromVersion29On(Version version) {
    TimmMixup settings = new TimmMixup(0, 0, new MinMax(0.5, 1), 1, 0.5, Mode.ELEM, false, version);
    Frame tiny = new Frame(4, 4); // sides of 2 or 3
    TimmReplay replay = replay(settings);
    List<Box> boxes =
        Stream.generate(() -> replay.next(BATCH, tiny))
            .limit(50)
            .flatMap(List::stream)
            .map(mix -> ((BoxMethod) mix.method()).box(mix.draw(), tiny))
            .toList();

    assertTrue(boxes.stream().allMatch(box -> box.equals(box.clip(tiny))));
    assertEquals(2, boxes.stream().mapToInt(Box::width).min().orElseThrow());
    assertEquals(3, boxes.stream().mapToInt(Box::height).max().orElseThrow());
    int last = version == Version.V1_0_28 ? 3 : 4;
    assertEquals(last, boxes.stream().mapToInt(Box::x2).max().orElseThrow());
    assertEquals(last, boxes.stream().mapToInt(Box::y2).max().orElseThrow());
  }

  @Test
  void minMaxSwitchesCutMixOnWithAlphaOneAndALabelThatFollowsThePixels() {
    TimmMixup settings =
        new TimmMixup(0.3, 0, new MinMax(0.2, 0.8), 1, 1, Mode.BATCH, false, Version.V1_0_29);

    assertEquals(1, settings.cutmixAlpha());
    assertTrue(settings.correctLam());
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 0, 1, 7})
  void batchSizeMustBeEven(int size) {
    assertRefused(
        "batch size = " + size + ": must be even, at least 2",
        () -> replay(settings(Mode.BATCH, 1)).next(size, FRAME));
  }

  @Test
  void frameMustHaveRoomForMinMaxBoxes() {
    TimmMixup settings =
        new TimmMixup(0, 1, new MinMax(0.2, 0.3), 1, 0.5, Mode.BATCH, true, Version.V1_0_29);

    assertRefused(
        "cutmix-minmax = 0.2,0.3: no side of a frame of 3×20 pixels lies between",
        () -> replay(settings).next(2, new Frame(20, 3)));
    assertEquals(2, replay(settings).next(2, new Frame(20, 10)).size());
  }

  @ParameterizedTest
  @MethodSource("badSettings")
  void badSettingIsNamed(String message, Executable settings) {
    assertRefused(message, settings);
  }

  static Stream<Arguments> badSettings() {
    return Stream.of(
        bad("mixup_alpha = -0.1: must be at least 0 and finite", -0.1, 1, 1, 0.5),
        bad("cutmix_alpha = NaN: must be at least 0 and finite", 1, Double.NaN, 1, 0.5),
        bad(
            "mixup_alpha = 0, cutmix_alpha = 0: one must be above 0, or cutmix_minmax given",
            0,
            0,
            1,
            0.5),
        bad("prob = 1.5: must be within [0, 1]", 1, 1, 1.5, 0.5),
        bad("switch_prob = -1.0: must be within [0, 1]", 1, 1, 1, -1),
        badRange("cutmix_minmax = 0.5,0.5: needs 0 ≤ min < max ≤ 1", 0.5, 0.5),
        badRange("cutmix_minmax = -0.1,0.5: needs 0 ≤ min < max ≤ 1", -0.1, 0.5),
        badRange("cutmix_minmax = 0.5,1.1: needs 0 ≤ min < max ≤ 1", 0.5, 1.1),
        badRange("cutmix_minmax = NaN,1.0: needs 0 ≤ min < max ≤ 1", Double.NaN, 1));
  }

  private static Arguments bad(
      String message, double mixup, double cutmix, double prob, double switchProb) {
    Executable settings =
        () ->
            new TimmMixup(mixup, cutmix, null, prob, switchProb, Mode.BATCH, true, Version.V1_0_29);
    return Arguments.of(message, settings);
  }

  private static Arguments badRange(String message, double min, double max) {
    Executable range = () -> new MinMax(min, max);
    return Arguments.of(message, range);
  }

  private static Stream<Draw> draws(TimmReplay replay) {
    return replay.next(BATCH, FRAME).stream().map(SampleMix::draw);
  }

  private static TimmMixup settings(Mode mode, double prob) {
    return new TimmMixup(0.8, 1, null, prob, 0.5, mode, true, Version.V1_0_29);
  }

  private static TimmReplay replay(TimmMixup settings) {
    return new TimmReplay(settings, new NumpyRandom(42));
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
