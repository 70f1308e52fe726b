package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {
  @Test
  void detailsGoToTheirPlacesInAnyOrder() {
    assertEquals("b of a, b", Sentence.filled("{1} of {0}, {1}", List.of("a", "b")));
  }

  @ParameterizedTest
  @CsvSource({"0, 0 pictures are", "1, 1 picture is", "2, 2 pictures are", "11, 11 pictures are"})
  void wordFollowsItsNumber(int count, String text) {
    String pattern = "{0} {0:picture is|pictures are}";
    assertEquals(text, Sentence.filled(pattern, List.of(count)));
    assertEquals(text, Sentence.filled(pattern, List.of(Integer.toString(count))));
  }

  @Test
  void wordsMayBeEmpty() {
    assertEquals("1 sheep, 1 box", Sentence.filled("{0} sheep{0:|}, {0} box{0:|es}", List.of(1)));
    assertEquals("2 sheep, 2 boxes", Sentence.filled("{0} sheep{0:|}, {0} box{0:|es}", List.of(2)));
  }

  /// No sign of a text has a meaning but these; no number is rounded or grouped.
  @Test
  void everythingElseStaysAsItIs() {
    assertEquals("it's { … } 12 %", Sentence.filled("it's { … } 12 %", List.of()));
    assertEquals(
        "1234567 0.00012345 {0} $1 \\",
        Sentence.filled("{0} {1} {2}", List.of(1234567, "0.00012345", "{0} $1 \\")));
  }

  @Test
  void placeWithoutADetailIsADefect() {
    assertThrows(IndexOutOfBoundsException.class, () -> Sentence.filled("{1}", List.of("a")));
  }
}
