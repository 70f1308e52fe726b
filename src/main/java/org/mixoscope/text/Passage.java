package org.mixoscope.text;

import com.ibm.icu.text.BreakIterator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.RefusedException;

/// A text that was cut into words and sentences by the rules of Unicode (UAX #29) and, for Chinese,
/// Japanese, Thai and others that leave no room between words, by ICU's dictionaries.
///
/// A word is what has a letter or a digit. What lies between is no word; it stays with its text.
/// Passages of the same text are equal.
public final class Passage {
  /// The longest text, in UTF-16 code units.
  public static final int MOST_CHARACTERS = 100_000;

  private final String text;
  private final List<Stretch> words;

  private Passage(String text, List<Stretch> words) {
    this.text = text;
    this.words = words;
  }

  /// A part of a text.
  ///
  /// @param start its first UTF-16 code unit
  /// @param end the first after it
  public record Stretch(int start, int end) {}

  /// Cuts a text.
  ///
  /// @param name of the text in refusals: its letter, or a file
  /// @throws RefusedException as [#require] does
  public static Passage of(String name, String text) {
    require(name, text);
    List<Stretch> words = cut(text, BreakIterator.getWordInstance(Locale.ROOT));
    words.removeIf(part -> !hasWords(text.substring(part.start, part.end)));
    return new Passage(text, List.copyOf(words));
  }

  /// Whether a text can be cut into words, without doing it.
  ///
  /// @param name of the text in refusals
  /// @throws RefusedException if it has no word, is too long, or has half of a character, which no
  ///   file could hold
  public static void require(Object name, String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new RefusedException(TextReason.TOO_LONG.of(name, MOST_CHARACTERS));
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new RefusedException(TextReason.HALF.of(name));
    }
    if (!hasWords(text)) {
      throw new RefusedException(TextReason.NO_WORDS.of(name));
    }
  }

  static boolean hasWords(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static List<Stretch> cut(String text, BreakIterator iterator) {
    iterator.setText(text);
    List<Stretch> parts = new ArrayList<>();
    int start = iterator.first();
    for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
      parts.add(new Stretch(start, end));
      start = end;
    }
    return parts;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Passage passage && passage.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /// The whole of it.
  public String text() {
    return text;
  }

  /// Where its words are, in their order: at least one.
  public List<Stretch> words() {
    return words;
  }

  /// How many words it has, at least 1.
  public int size() {
    return words.size();
  }

  /// Sentences in words: where each begins, the first at 0. What has no word belongs to the
  /// sentence before it.
  List<Integer> sentences() {
    List<Integer> starts = new ArrayList<>(List.of(0));
    int word = 0;
    for (Stretch sentence : cut(text, BreakIterator.getSentenceInstance(Locale.ROOT))) {
      while (word < words.size() && words.get(word).start < sentence.end) {
        word++;
      }
      if (word > starts.getLast() && word < words.size()) {
        starts.add(word);
      }
    }
    return starts;
  }

  /// Where the sentence that begins with a word begins in the text, with the quotation marks and
  /// brackets before the word.
  int opening(int word) {
    int opening = words.get(word).start;
    int before = word == 0 ? 0 : words.get(word - 1).end;
    while (opening > before && opens(text.charAt(opening - 1))) {
      opening--;
    }
    return opening;
  }

  private static boolean opens(char sign) {
    return switch (Character.getType(sign)) {
      case Character.START_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION -> true;
      default -> sign == '¿' || sign == '¡';
    };
  }
}
