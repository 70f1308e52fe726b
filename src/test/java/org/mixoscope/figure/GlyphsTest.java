package org.mixoscope.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GlyphsTest {
  @Property(tries = 300)
  void legibleTextHasOnlyCharactersThatAFontHas(@ForAll("texts") String text) {
    String legible = Glyphs.legible(text);

    assertEquals(List.of(), Glyphs.missing(legible));
    assertTrue(legible.codePoints().noneMatch(Character::isISOControl));
    assertEquals(legible, Glyphs.legible(legible), "twice is once");
  }

  @Property(tries = 300)
  void missingCharactersAreThoseThatAreWrittenAsTheirCode(@ForAll("texts") String text) {
    for (String code : Glyphs.missing(text)) {
      assertTrue(Glyphs.legible(text).contains(code), code);
    }
    assertEquals(Glyphs.missing(text).size(), Glyphs.missing(text).stream().distinct().count());
  }

  @Property(tries = 300)
  void piecesAreTheWholeTextAndEachIsOfOneKind(
      @ForAll("texts") String text, @ForAll Typeface face) {
    List<Glyphs.Piece> pieces = Glyphs.pieces(text, face, 9);

    assertEquals(text, pieces.stream().map(Glyphs.Piece::text).collect(Collectors.joining()));
    for (Glyphs.Piece piece : pieces) {
      assertEquals(9, piece.font().getSize2D());
      assertTrue(
          piece
              .text()
              .codePoints()
              .allMatch(character -> face.font(9).canDisplay(character) == piece.own()),
          piece.text());
    }
    for (int i = 1; i < pieces.size(); i++) {
      assertTrue(pieces.get(i).own() != pieces.get(i - 1).own(), "no piece more than needed");
    }
  }

  /// Letters of ours, of others, of nobody, and characters that are not seen.
  @Provide
  static Arbitrary<String> texts() {
    Arbitrary<Integer> characters =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 0x17F),
            Arbitraries.of(0x3BB, 0x302, 0x676F, 0x1F408, 0x3FFFD, 0xFE0F, 0x200D, 0x202E, 0x378),
            Arbitraries.integers().between(0x4E00, 0x9FFF));
    return characters
        .list()
        .ofMaxSize(12)
        .map(all -> all.stream().map(Character::toString).collect(Collectors.joining()));
  }
}
