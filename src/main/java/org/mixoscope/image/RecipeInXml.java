package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

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
        xml ->
            xml.getLocalName().equals("metadata")
                && EmbeddedRecipe.NAME.equals(xml.getAttributeValue(null, "id")));
  }

  static Optional<String> inPdf(byte[] pdf) {
    String bytes = new String(pdf, ISO_8859_1);
    for (int from = bytes.indexOf(XMP_START); from >= 0; ) {
      int end = bytes.indexOf(XMP_END, from);
      if (end < 0) {
        return Optional.empty();
      }
      byte[] packet = bytes.substring(from, end + XMP_END.length()).getBytes(ISO_8859_1);
      Optional<String> recipe = first(packet, xml -> NAMESPACE.equals(xml.getNamespaceURI()));
      if (recipe.isPresent()) {
        return recipe;
      }
      from = bytes.indexOf(XMP_START, end);
    }
    return Optional.empty();
  }

  /// The text of the first element that is wanted; none if there is none or this is no XML.
  private static Optional<String> first(byte[] document, Predicate<XMLStreamReader> wanted) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    // A file from anywhere must not make us read others.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(document));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT && wanted.test(xml)) {
          return Optional.of(xml.getElementText());
        }
      }
      return Optional.empty();
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }
}
