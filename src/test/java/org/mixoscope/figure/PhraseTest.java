package org.mixoscope.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/// Phrases and the lines that they are set in.
class PhraseTest {
  private static final double ROUNDING = 1e-3;

  private static final Type TYPE = Type.of(FigureStyle.of(Template.COLUMN));

  @Property(tries = 200)
  void widthIsThatOfItsRuns(
      @ForAll @StringLength(max = 12) String one, @ForAll @StringLength(max = 12) String other) {
    Phrase first = TYPE.plain(one);
    Phrase second = TYPE.bold(other, 0);

    assertEquals(first.width() + second.width(), first.and(second).width(), ROUNDING);
  }

  @Property(tries = 200)
  void widthGrowsWithTheSize(
      @ForAll @AlphaChars @StringLength(max = 12) String text,
      @ForAll @DoubleRange(min = 6, max = 20) double size) {
    double single = Phrase.of(text, Typeface.SANS, size, 0).width();
    double twice = Phrase.of(text, Typeface.SANS, 2 * size, 0).width();

    assertEquals(2 * single, twice, 0.01 * single + ROUNDING);
  }

  /// Only the last run is cut, to one character and the ellipsis at the least.
  @Property(tries = 200)
  void phraseIsCutToItsWidth(
      @ForAll @StringLength(min = 1, max = 40) String text,
      @ForAll @DoubleRange(min = 0, max = 150) double width) {
    Phrase phrase = TYPE.bold("A ", 0).and(TYPE.plain(text));

    Phrase within = phrase.within(width);

    if (phrase.width() <= width) {
      assertSame(phrase, within);
    } else {
      String whole = phrase.runs().getLast().text();
      String last = within.runs().getLast().text();
      assertTrue(within.width() <= width || last.codePointCount(0, last.length()) <= 2, last);
      assertTrue(last.equals(whole) || last.endsWith("…"), last);
      String kept = last.endsWith("…") ? last.substring(0, last.length() - 1) : last;
      assertTrue(whole.strip().startsWith(kept.strip()), last);
      assertEquals(phrase.runs().getFirst(), within.runs().getFirst());
    }
  }

  @Property(tries = 200)
  void linesHoldAllPhrasesInTheirOrderAndAreNotTooLong(
      @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 20) Integer> lengths,
      @ForAll @DoubleRange(min = 5, max = 200) double width) {
    List<Phrase> phrases =
        IntStream.range(0, lengths.size())
            .mapToObj(i -> TYPE.plain(String.valueOf((char) ('a' + i)).repeat(lengths.get(i))))
            .toList();

    Type.Lines lines = TYPE.lines(phrases, width);

    assertEquals(phrases, lines.lines().stream().flatMap(List::stream).toList());
    assertEquals(lines.lines().size() * TYPE.line(), lines.height());
    for (List<Phrase> line : lines.lines()) {
      assertTrue(line.size() == 1 || length(line, lines.gap()) <= width + ROUNDING);
    }
    for (int i = 1; i < lines.lines().size(); i++) {
      double before = length(lines.lines().get(i - 1), lines.gap());
      double next = lines.lines().get(i).getFirst().width();
      assertTrue(before + lines.gap() + next > width, "no line sooner than needed");
    }
  }

  private static double length(List<Phrase> line, double gap) {
    return line.stream().mapToDouble(Phrase::width).sum() + gap * (line.size() - 1);
  }

  @Test
  void quantityHasThreeDecimals() {
    List<String> texts = TYPE.quantity("λ", 0.82).runs().stream().map(Phrase.Run::text).toList();

    assertEquals(List.of("λ = ", "0.820"), texts);
  }

  @Test
  void smallerTypeIsNeverLarger() {
    assertEquals(5, TYPE.atMost(5).size());
    assertEquals(TYPE.size(), TYPE.atMost(50).size());
    assertTrue(TYPE.atMost(5).line() < TYPE.line());
    assertTrue(TYPE.baseline() < TYPE.line());
  }
}
