package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiPredicate;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;

/// The recipe in the metadata of an SVG, and in the XMP of a PDF, which lies in the file as it is.
final class RecipeInXml {
  private static final String NAMESPACE = "urn:mixoscope:recipe:1/";
  private static final String XMP_START = "<x:xmpmeta";
  private static final String XMP_END = "</x:xmpmeta>";

  private RecipeInXml() {}

  /// An XMP packet that holds a recipe.
  static byte[] xmp(String recipe) {
    String escaped = recipe.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return """
    <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:mixoscope="%s">
    <mixoscope:recipe>%s</mixoscope:recipe>
    </rdf:Description>
    </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="r"?>
    """
        .formatted(NAMESPACE, escaped)
        .getBytes(UTF_8);
  }

  static Optional<String> inSvg(byte[] svg) {
    return first(
        svg,
        (element, id) ->
            element.getLocalPart().equals("metadata") && EmbeddedRecipe.NAME.equals(id));
  }

  static Optional<String> inPdf(byte[] pdf) {
    String bytes = new String(pdf, ISO_8859_1);
    for (int from = bytes.indexOf(XMP_START); from >= 0; ) {
      int end = bytes.indexOf(XMP_END, from);
      if (end < 0) {
        return Optional.empty();
      }
      byte[] packet = bytes.substring(from, end + XMP_END.length()).getBytes(ISO_8859_1);
      Optional<String> recipe =
          first(packet, (element, id) -> NAMESPACE.equals(element.getNamespaceURI()));
      if (recipe.isPresent()) {
        return recipe;
      }
      from = bytes.indexOf(XMP_START, end);
    }
    return Optional.empty();
  }

  /// The text of the first element whose name and id are wanted; none if there is none or this is
  /// no XML so far.
  private static Optional<String> first(byte[] document, BiPredicate<QName, String> wanted) {
    Text text = new Text(wanted);
    try {
      XmlDocument.read(new ByteArrayInputStream(document), text);
    } catch (SAXException | IOException _) {
      // What came before the fault counts.
    }
    return Optional.ofNullable(text.found);
  }

  private static final class Text extends DefaultHandler2 {
    private final BiPredicate<QName, String> wanted;
    private @Nullable StringBuilder heard;
    private @Nullable String found;

    private Text(BiPredicate<QName, String> wanted) {
      this.wanted = wanted;
    }

    @Override
    public void startElement(String space, String name, String prefixed, Attributes attributes) {
      String id = attributes.getValue("id");
      if (found == null && wanted.test(new QName(space, name), id)) {
        heard = new StringBuilder();
      }
    }

    @Override
    public void characters(char[] from, int start, int length) {
      if (heard != null) {
        heard.append(from, start, length);
      }
    }

    @Override
    public void endElement(String space, String name, String prefixed) {
      if (heard != null) {
        found = heard.toString();
        heard = null;
      }
    }
  }
}
