package org.mixoscope.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.mixoscope.image.EmbeddedRecipe;

/// A figure as a PDF of one page: text as text, in the faces of the app, of which the characters
/// used are embedded. Text in a font of the system becomes outlines.
final class PdfFigure {
  private static final double RESOLUTION = 600 / 72.0;

  private PdfFigure() {}

  static byte[] bytes(Figure figure) {
    float width = (float) figure.width();
    float height = (float) figure.height();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(new PDRectangle(width, height));
      document.addPage(page);
      PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, width, height);
      graphics.setFontTextDrawer(faces(document));
      figure.draw(new Pen(graphics, RESOLUTION));
      graphics.dispose();
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(graphics.getXFormObject());
      }
      describe(document, figure);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  /// Our faces, for all pages of a document.
  static PdfBoxGraphics2DFontTextDrawer faces(PDDocument document) throws IOException {
    PdfBoxGraphics2DFontTextDrawer drawer = new PdfBoxGraphics2DFontTextDrawer();
    for (Typeface face : Typeface.values()) {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(face.open()));
      // A ligature such as that of λ̂ has no character to copy or search for; our faces have their
      // marks where they belong without any shaping.
      font.setEnableGsub(false);
      document.registerTrueTypeFontForClosing(font);
      drawer.registerFont(face.font(1).getFontName(), PDType0Font.load(document, font, true));
    }
    return drawer;
  }

  private static void describe(PDDocument document, Figure figure) throws IOException {
    document.getDocumentInformation().setTitle(figure.name());
    document.getDocumentInformation().setCreator("Mixoscope");
    PDMetadata metadata = new PDMetadata(document);
    metadata.importXMPMetadata(EmbeddedRecipe.xmp(figure.recipe()));
    document.getDocumentCatalog().setMetadata(metadata);
    // Without these the time of day would be in the file: the same figure gives the same bytes.
    document.setDocumentId(0L);
  }
}
