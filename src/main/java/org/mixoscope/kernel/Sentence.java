package org.mixoscope.kernel;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts with places for details. `{0}` is the first of them, and `{0:picture|pictures}` the word
/// for that many: the first of the two words where the detail is 1.
///
/// Not [java.text.MessageFormat]: it groups and rounds numbers by itself, counts no text, and
/// swallows apostrophes.
public final class Sentence {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?::([^|{}]*)\\|([^|{}]*))?}");

  private Sentence() {}

  /// A pattern with its details.
  ///
  /// @throws IndexOutOfBoundsException if it has a place for one that is not there
  public static String filled(String pattern, List<?> details) {
    return PLACE
        .matcher(pattern)
        .replaceAll(place -> Matcher.quoteReplacement(detail(place, details)));
  }

  private static String detail(MatchResult place, List<?> details) {
    String detail = String.valueOf(details.get(Integer.parseInt(place.group(1))));
    return place.group(2) == null ? detail : place.group(detail.equals("1") ? 2 : 3);
  }
}
