package org.mixoscope.figure;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Which font has which character. Our faces hold Latin, Greek and the common Chinese; class names
/// may hold anything. What ours lack is drawn in a font of the system, and what that lacks too is
/// written as its code, U+1F408: no figure shows empty boxes.
public final class Glyphs {
  private Glyphs() {}

  /// Text that one font draws.
  ///
  /// @param own whether the font is one of ours
  record Piece(Font font, boolean own, String text) {}

  /// The text with every character that no font has as its code. Control characters become spaces,
  /// what only tells others how to look is left out.
  static String legible(String text) {
    if (Typeface.SANS.font(1).canDisplayUpTo(text) < 0
        && text.codePoints().noneMatch(Character::isISOControl)) {
      return text;
    }
    return text.codePoints()
        .filter(c -> !isInvisible(c))
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .mapToObj(c -> isMissing(c) ? "U+%04X".formatted(c) : Character.toString(c))
        .collect(Collectors.joining());
  }

  /// The characters of a text that no font of ours or of this machine has.
  public static List<String> missing(String text) {
    return text.codePoints()
        .filter(c -> !isInvisible(c) && !Character.isISOControl(c) && isMissing(c))
        .distinct()
        .mapToObj("U+%04X"::formatted)
        .toList();
  }

  /// Joiners, marks of direction, and the choice between an emoji's two forms.
  private static boolean isInvisible(int character) {
    return Character.getType(character) == Character.FORMAT
        || (character >= 0xFE00 && character <= 0xFE0F);
  }

  private static boolean isMissing(int character) {
    return !Typeface.SANS.font(1).canDisplay(character)
        && !system(Typeface.SANS, 1).canDisplay(character);
  }

  /// The text in the parts that the face draws and those that it leaves to the system.
  static List<Piece> pieces(String text, Typeface face, double size) {
    Font ours = face.font(size);
    if (ours.canDisplayUpTo(text) < 0) {
      return List.of(new Piece(ours, true, text));
    }
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      boolean own = ours.canDisplay(text.codePointAt(from));
      int to = from;
      while (to < text.length() && ours.canDisplay(text.codePointAt(to)) == own) {
        to = text.offsetByCodePoints(to, 1);
      }
      pieces.add(new Piece(own ? ours : system(face, size), own, text.substring(from, to)));
      from = to;
    }
    return pieces;
  }

  private static Font system(Typeface face, double size) {
    return new Font(Font.SANS_SERIF, face.isBold() ? Font.BOLD : Font.PLAIN, 1)
        .deriveFont((float) size);
  }
}
