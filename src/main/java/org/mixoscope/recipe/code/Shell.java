package org.mixoscope.recipe.code;

import java.util.regex.Pattern;

/// Words of a command line.
final class Shell {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:,=+@-]+");

  /// What every shell reads alike between double quotes, cmd of Windows too: a backslash stays one
  /// unless something follows that it could escape.
  private static final Pattern SAFE_IN_QUOTES =
      Pattern.compile("(?:[^\"$`!%\\\\]|\\\\(?![\"$`\\\\]|$))*");

  private Shell() {}

  /// A word as it must be typed, in double quotes where they will do, else in single ones.
  static String quote(String word) {
    if (PLAIN.matcher(word).matches()) {
      return word;
    }
    return SAFE_IN_QUOTES.matcher(word).matches()
        ? "\"" + word + "\""
        : "'" + word.replace("'", "'\\''") + "'";
  }
}
