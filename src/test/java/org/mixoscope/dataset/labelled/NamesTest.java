package org.mixoscope.dataset.labelled;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NamesTest {
  @Test
  void textsComeBackAsTheyWereWhereverTheyLie() {
    Names names = new Names();
    for (int i = 0; i < 3000; i++) {
      names.add(text(i));
    }

    assertEquals(3000, names.size());
    for (int i = 0; i < 3000; i++) {
      assertEquals(text(i), names.get(i));
    }
  }

  /// Some are empty, and one is longer than a megabyte.
  private static String text(int i) {
    return "图".repeat(i == 2000 ? 1_000_000 : i % 700);
  }
}
