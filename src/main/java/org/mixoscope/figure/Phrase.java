package org.mixoscope.figure;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Text on one line: runs that follow each other, each in a type and colour of its own.
record Phrase(List<Run> runs) {
  // Fractional, not hinted: text is as wide in every output and at every scale.
  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);
  private static final String ELLIPSIS = "…";

  /// @param size in points
  /// @param rgb its colour
  /// @param drop how far below the line it stands, in points
  record Run(String text, Typeface face, double size, int rgb, double drop) {
    Run {
      text = Glyphs.legible(text);
    }

    double width() {
      return Glyphs.pieces(text, face, size).stream().mapToDouble(Phrase::width).sum();
    }

    Run withText(String other) {
      return new Run(other, face, size, rgb, drop);
    }
  }

  Phrase {
    runs = List.copyOf(runs);
  }

  static Phrase of(String text, Typeface face, double size, int rgb) {
    return new Phrase(List.of(new Run(text, face, size, rgb, 0)));
  }

  /// This and then the other.
  Phrase and(Phrase other) {
    return new Phrase(Stream.concat(runs.stream(), other.runs.stream()).toList());
  }

  /// In points.
  double width() {
    return runs.stream().mapToDouble(Run::width).sum();
  }

  /// The phrase with its last run cut short so that it fits.
  Phrase within(double width) {
    if (width() <= width) {
      return this;
    }
    Run last = runs.getLast();
    int end = last.text().length();
    Phrase shorter = this;
    while (end > 1 && shorter.width() > width) {
      end = last.text().offsetByCodePoints(end, -1);
      List<Run> cut = new ArrayList<>(runs.subList(0, runs.size() - 1));
      cut.add(last.withText(last.text().substring(0, end).strip() + ELLIPSIS));
      shorter = new Phrase(cut);
    }
    return shorter;
  }

  /// The width of one piece in points.
  static double width(Glyphs.Piece piece) {
    Font font = piece.font();
    return font.createGlyphVector(MEASURE, piece.text()).getLogicalBounds().getWidth();
  }
}
