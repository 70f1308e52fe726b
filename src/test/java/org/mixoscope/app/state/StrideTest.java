package org.mixoscope.app.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrideTest {
  private final Stride stride = new Stride();

  /// @param most frames a second that the machine shows
  private int after(int seconds, int most) {
    for (int i = 0; i < seconds; i++) {
      stride.follow(new PaceCount.Rate(Math.min(most, 30 / stride.every()), 30));
    }
    return stride.every();
  }

  @Test
  void allFramesAreShownWhereTheMachineCan() {
    assertEquals(1, after(9, 30));
  }

  @Test
  void whoCanShowHalfOfThemShowsEverySecondAndSeldomTriesMore() {
    long tries = IntStream.range(0, 120).filter(i -> after(1, 17) != 2).count();
    assertTrue(tries < 30, tries + " of 120 seconds");
  }

  @Test
  void whatIsSlowAtFirstOnlyShowsAllSoon() {
    assertEquals(6, after(5, 5));
    assertEquals(1, after(15, 30));
  }

  @Test
  void noMoreAreLeftOutThanCanBeDecoded() {
    assertEquals(Stride.MOST, after(20, 1));
  }
}
