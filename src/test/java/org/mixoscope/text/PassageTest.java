package org.mixoscope.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.RefusedException;

class PassageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The cat sat, didn't it? | The/cat/sat/didn't/it",
        "(12.5 % of 1,000) — e.g. … | 12.5/of/1,000/e.g",
        "今天天气很好。 | 今天/天气/很好",
        "私は東京に住んでいます。 | 私/は/東京/に/住/んで/い/ます",
        "ฉันรักแมว | ฉัน/รัก/แมว",
        "naïve 🐈 café | naïve/café",
        "今天 Monday 见 | 今天/Monday/见"
      })
  void wordsAreWhatHasLettersOrDigits(String text, String words) {
    Passage passage = Passage.of("A", text.strip());

    assertEquals(List.of(words.strip().split("/")), words(passage));
  }

  @Test
  void sentencesBeginWithTheirQuotationMarks() {
    Passage passage = Passage.of("A", "He came. “Go!” she said. … (So he went.)");

    assertEquals(List.of(0, 2, 3, 5), passage.sentences());
    assertEquals("“Go!” she", passage.text().substring(passage.opening(2), 18));
    assertEquals("(So", passage.text().substring(passage.opening(5), 30));
  }

  @Test
  void chineseAndJapaneseSentencesEndWithTheirOwnStops() {
    assertEquals(3, Passage.of("A", "今天很好。我们走吧！你来吗？").sentences().size());
    assertEquals(2, Passage.of("A", "雨です。家にいます。").sentences().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "… !?", "🐈"})
  void textWithoutAWordIsRefusedByItsName(String text) {
    String message = assertThrows(RefusedException.class, () -> Passage.of("B", text)).getMessage();

    assertEquals("B: has no word, that is nothing with a letter or a digit; write one", message);
  }

  @Test
  void longestTextIsTakenAndNoLonger() {
    String longest = "ab ".repeat(Passage.MOST_CHARACTERS / 3) + "x";

    assertEquals(Passage.MOST_CHARACTERS, longest.length());
    assertEquals(Passage.MOST_CHARACTERS / 3 + 1, Passage.of("A", longest).size());
    assertThrows(RefusedException.class, () -> Passage.of("A", longest + "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"half \ud83d a pair", "\udc08 low", "end \ud800"})
  void halfOfACharacterIsRefusedSinceNoFileCouldHoldIt(String text) {
    String message = assertThrows(RefusedException.class, () -> Passage.of("B", text)).getMessage();

    assertEquals("B: has half of a character, a surrogate alone; write it again", message);
  }

  static List<String> words(Passage passage) {
    return passage.words().stream()
        .map(word -> passage.text().substring(word.start(), word.end()))
        .toList();
  }
}
