package org.mixoscope.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UnsupportedEncodingException;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/// XML from anywhere. Nothing outside of a document is looked at, and nothing is printed: Java's
/// streaming parser writes to standard error when bytes are not of the encoding that they should
/// be.
public final class XmlDocument {
  private static final String LEXICAL = "http://xml.org/sax/properties/lexical-handler";

  private XmlDocument() {}

  /// Reads a document to its end, or until the handler throws.
  ///
  /// @param handler is told of elements, with their namespaces, and of a document type
  /// @throws SAXParseException if it is no XML
  /// @throws SAXException as the handler throws
  /// @throws IOException if it cannot be read
  public static void read(InputStream document, DefaultHandler2 handler)
      throws SAXException, IOException {
    XMLReader parser = parser();
    parser.setContentHandler(handler);
    parser.setErrorHandler(handler);
    parser.setEntityResolver((publicId, systemId) -> new InputSource(Reader.nullReader()));
    parser.setProperty(LEXICAL, handler);
    try {
      parser.parse(new InputSource(document));
    } catch (UnsupportedEncodingException e) {
      throw new SAXParseException("unknown encoding", null, e);
    }
  }

  private static XMLReader parser() throws SAXException {
    try {
      SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();
      parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return parsers.newSAXParser().getXMLReader();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Java's own parser of XML is not as it always is", e);
    }
  }
}
