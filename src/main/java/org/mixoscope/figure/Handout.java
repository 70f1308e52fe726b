package org.mixoscope.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/// Numbered steps on pages of A4, each with what to do and, where it has one, a figure beside it.
///
/// @param title at the top of the first page
/// @param summary below it
/// @param parts in their order
/// @param locale by whose rules lines are broken
public record Handout(String title, String summary, List<Part> parts, Locale locale) {
  private static final double WIDTH = PDRectangle.A4.getWidth();
  private static final double HEIGHT = PDRectangle.A4.getHeight();
  private static final double MARGIN = 50;
  private static final double NUMBER = 22;
  private static final double SIZE = 10.5;
  private static final double TITLE = 19;
  private static final double LINE = 1.45 * SIZE;
  private static final double GAP = 20;
  private static final double TICK = 9;

  /// The width of figures, as a part of their own.
  private static final double ZOOM = 0.82;

  private static final double RESOLUTION = 300 / 72.0;

  /// One step.
  ///
  /// @param text what it says
  /// @param task what to do, empty for nothing
  /// @param figure beside it, of the width of a column; null for none
  public record Part(String text, String task, @Nullable Figure figure) {}

  /// Keeps a copy.
  public Handout {
    parts = List.copyOf(parts);
  }

  /// As a PDF.
  public byte[] bytes() {
    try (PDDocument document = new PDDocument()) {
      PdfBoxGraphics2DFontTextDrawer faces = PdfFigure.faces(document);
      List<List<Part>> pages = pages();
      int number = 1;
      for (int page = 0; page < pages.size(); page++) {
        PDPage sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, (float) WIDTH, (float) HEIGHT);
        graphics.setFontTextDrawer(faces);
        draw(new Pen(graphics, RESOLUTION), page, pages.get(page), number);
        number += pages.get(page).size();
        graphics.dispose();
        try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
          content.drawForm(graphics.getXFormObject());
        }
      }
      document.getDocumentInformation().setTitle(Glyphs.legible(title));
      document.getDocumentInformation().setCreator("Mixoscope");
      // The same handout gives the same bytes.
      document.setDocumentId(0L);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  /// Parts stay whole.
  private List<List<Part>> pages() {
    List<List<Part>> pages = new ArrayList<>(List.of(new ArrayList<>()));
    double y = MARGIN + head();
    for (Part part : parts) {
      double height = height(part);
      if (y + height > HEIGHT - MARGIN && !pages.getLast().isEmpty()) {
        pages.add(new ArrayList<>());
        y = MARGIN;
      }
      pages.getLast().add(part);
      y += height + GAP;
    }
    return pages;
  }

  private double head() {
    return 1.5 * TITLE + LINE * broken(summary, Typeface.SANS, WIDTH - 2 * MARGIN).size() + GAP;
  }

  private double height(Part part) {
    Figure figure = part.figure();
    double width = width(part);
    double words = LINE * broken(part.text(), Typeface.SANS, width).size();
    if (!part.task().isEmpty()) {
      words += LINE * (0.4 + broken(part.task(), Typeface.BOLD, width - 2 * TICK).size());
    }
    return Math.max(words, figure == null ? 0 : ZOOM * figure.height());
  }

  /// Of the words.
  private static double width(Part part) {
    Figure figure = part.figure();
    double all = WIDTH - 2 * MARGIN - NUMBER;
    return figure == null ? all : all - ZOOM * figure.width() - GAP;
  }

  private void draw(Pen pen, int page, List<Part> some, int first) {
    double y = MARGIN;
    if (page == 0) {
      Phrase name = Phrase.of(title, Typeface.BOLD, TITLE, Paper.LIGHT.text());
      pen.text(name.within(WIDTH - 2 * MARGIN), MARGIN, y + TITLE);
      text(
          pen,
          summary,
          Typeface.SANS,
          Paper.LIGHT.muted(),
          MARGIN,
          y + 1.5 * TITLE,
          WIDTH - 2 * MARGIN);
      y += head();
    }
    int number = first;
    for (Part part : some) {
      draw(pen, part, number, y);
      y += height(part) + GAP;
      number++;
    }
  }

  private void draw(Pen pen, Part part, int number, double top) {
    Phrase count = Phrase.of(Integer.toString(number), Typeface.BOLD, SIZE, Paper.LIGHT.curve());
    pen.text(count, MARGIN, top + SIZE);
    double x = MARGIN + NUMBER;
    double width = width(part);
    double y = text(pen, part.text(), Typeface.SANS, Paper.LIGHT.text(), x, top, width);
    if (!part.task().isEmpty()) {
      y += 0.4 * LINE;
      pen.stroke(
          new Rectangle2D.Double(x, y + (SIZE - TICK) / 2 + 1, TICK, TICK),
          Paper.LIGHT.muted(),
          0.8,
          0);
      text(pen, part.task(), Typeface.BOLD, Paper.LIGHT.text(), x + 2 * TICK, y, width - 2 * TICK);
    }
    Figure figure = part.figure();
    if (figure != null) {
      pen.zoomed(WIDTH - MARGIN - ZOOM * figure.width(), top, ZOOM, figure::draw);
    }
  }

  /// @return where the next line begins
  private double text(
      Pen pen, String words, Typeface face, int rgb, double x, double top, double width) {
    double y = top;
    for (String line : broken(words, face, width)) {
      pen.text(Phrase.of(line, face, SIZE, rgb), x, y + SIZE);
      y += LINE;
    }
    return y;
  }

  /// The lines of a text, none wider than there is room.
  private List<String> broken(String words, Typeface face, double width) {
    List<String> lines = new ArrayList<>();
    BreakIterator places = BreakIterator.getLineInstance(locale);
    places.setText(words);
    String line = "";
    for (int from = places.first(), to = places.next(); to >= 0; from = to, to = places.next()) {
      String longer = line + words.substring(from, to);
      if (!line.isEmpty() && Phrase.of(longer.strip(), face, SIZE, 0).width() > width) {
        lines.add(line.strip());
        line = words.substring(from, to);
      } else {
        line = longer;
      }
    }
    lines.add(line.strip());
    return lines;
  }
}
