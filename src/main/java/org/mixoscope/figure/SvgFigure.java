package org.mixoscope.figure;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.image.PictureWriter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// A figure as SVG: text as text, in the faces of the app, of which the characters used are
/// embedded; pictures embedded pixel for pixel.
final class SvgFigure {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  /// Programs that ignore embedded fonts, Inkscape for one, take the first of these they have.
  private static final String OTHERS =
      ", Inter, 'Noto Sans SC', 'Noto Sans', Helvetica, Arial, sans-serif";

  /// Without the rules for marks and ligatures, which name glyphs by numbers that a subset changes.
  private static final List<String> TABLES =
      List.of(
          "OS/2", "cmap", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post");

  private static final double RESOLUTION = 600 / 72.0;

  private SvgFigure() {}

  static byte[] bytes(Figure figure) {
    try {
      Document document =
          DocumentBuilderFactory.newNSInstance()
              .newDocumentBuilder()
              .getDOMImplementation()
              .createDocument(NAMESPACE, "svg", null);
      SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
      context.setComment(null);
      context.setImageHandler(new EmbeddedPng());
      SVGGraphics2D graphics = new SVGGraphics2D(context, false);
      Pen pen = new Pen(graphics, RESOLUTION);
      figure.draw(pen);
      Element root = graphics.getRoot();
      size(root, figure);
      title(document, root, figure);
      fonts(document, root, pen.written());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(root), new StreamResult(bytes));
      return bytes.toByteArray();
    } catch (ParserConfigurationException | TransformerException e) {
      throw new IllegalStateException("Java's own XML", e);
    }
  }

  private static void size(Element root, Figure figure) {
    root.setAttribute("width", length(figure.width()) + "pt");
    root.setAttribute("height", length(figure.height()) + "pt");
    root.setAttribute(
        "viewBox", "0 0 %s %s".formatted(length(figure.width()), length(figure.height())));
  }

  private static String length(double points) {
    return String.format(Locale.ROOT, "%.3f", points);
  }

  /// What screen readers say, and the recipe.
  private static void title(Document document, Element root, Figure figure) {
    Element title = document.createElementNS(NAMESPACE, "title");
    title.setTextContent(figure.name());
    Element metadata = document.createElementNS(NAMESPACE, "metadata");
    metadata.setAttribute("id", EmbeddedRecipe.NAME);
    metadata.setTextContent(figure.recipe());
    root.insertBefore(metadata, root.getFirstChild());
    root.insertBefore(title, metadata);
  }

  private static void fonts(Document document, Element root, Map<Typeface, Set<Integer>> written) {
    StringBuilder faces = new StringBuilder();
    written.forEach(
        (face, characters) ->
            faces
                .append("@font-face{font-family:'")
                .append(face.font(1).getFamily(Locale.ROOT))
                .append("';font-weight:")
                .append(face.isBold() ? "bold" : "normal")
                .append(";src:url(data:font/ttf;base64,")
                .append(Base64.getEncoder().encodeToString(subset(face, characters)))
                .append(")}"));
    Element style = document.createElementNS(NAMESPACE, "style");
    style.setTextContent(faces.toString());
    NodeList all = root.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      String family = element.getAttribute("font-family");
      if (family.contains(Typeface.FAMILY)) {
        element.setAttribute("font-family", family + OTHERS);
      }
    }
    root.insertBefore(style, root.getFirstChild());
  }

  private static byte[] subset(Typeface face, Set<Integer> characters) {
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(face.open()))) {
      TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
      subsetter.addAll(characters);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      subsetter.writeToStream(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(face.name(), e);
    }
  }

  /// Batik's own encoder needs two libraries more.
  private static final class EmbeddedPng extends ImageHandlerBase64Encoder {
    @Override
    public void encodeImage(RenderedImage image, OutputStream out) throws SVGGraphics2DIOException {
      try {
        out.write(PictureWriter.png(Raster.pixels((BufferedImage) image), null));
      } catch (IOException e) {
        throw new SVGGraphics2DIOException("writing to memory", e);
      }
    }
  }
}
