package org.mixoscope.text;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;

/// A run of a mixed text that comes from one place of one source, with what lies between its words.
///
/// @param source whose text it is, from 0
/// @param from its first word in the source
/// @param to the first word after it; as large as `from` where there is none, only what lies
///   between
/// @param start its first UTF-16 code unit in the source
/// @param end the first after it
/// @param apart whether a space goes before it, of no source, since its first word would run
///   together with that before
public record Segment(int source, int from, int to, int start, int end, boolean apart) {
  /// Scripts whose words may touch those of any script.
  private static final Set<UnicodeScript> TOUCHING =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO);

  /// Scripts whose words may touch each other.
  private static final Set<UnicodeScript> JOINED =
      Set.of(UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

  /// A run with nothing before it.
  Segment(int source, int from, int to, int start, int end) {
    this(source, from, to, start, end, false);
  }

  /// How many words it has.
  public int words() {
    return to - from;
  }

  /// What it adds to the mixed text.
  ///
  /// @param passages the sources
  public String text(List<Passage> passages) {
    String own = passages.get(source).text().substring(start, end);
    return apart ? " " + own : own;
  }

  /// The same, apart from what it would run together with.
  Segment after(CharSequence before, List<Passage> passages) {
    int last = lastLetter(before);
    int first = passages.get(source).text().codePointAt(start);
    boolean together = canRun(last) && canRun(first) && !(isJoined(last) && isJoined(first));
    return new Segment(source, from, to, start, end, together);
  }

  /// The last code point but for the marks on it; a space if there is none.
  private static int lastLetter(CharSequence text) {
    int at = text.length();
    int letter = ' ';
    do {
      if (at == 0) {
        return ' ';
      }
      letter = Character.codePointBefore(text, at);
      at -= Character.charCount(letter);
    } while (isMark(letter));
    return letter;
  }

  private static boolean isMark(int sign) {
    return switch (Character.getType(sign)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  private static boolean isJoined(int sign) {
    return JOINED.contains(UnicodeScript.of(sign));
  }

  /// Whether a word that begins or ends so may run together with another. The mark that makes
  /// vowels of Japanese long is a modifier of several scripts.
  private static boolean canRun(int sign) {
    return Character.isLetterOrDigit(sign)
        && Character.getType(sign) != Character.MODIFIER_LETTER
        && !TOUCHING.contains(UnicodeScript.of(sign));
  }
}
