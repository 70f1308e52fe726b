package org.mixoscope.recipe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// Where a picture lies, as JSON. A [Reference] has fields of its own, so that whoever reads them
/// need not take a location apart.
final class LocationJson {
  private static final String IMAGE = "image";
  private static final String BYTES = "bytes";
  private static final String SHA_256 = "sha256";

  private LocationJson() {}

  /// @param node to put it into. Modified
  static ObjectNode write(String location, ObjectNode node) {
    Optional<Reference> reference = Reference.at(location);
    node.put(IMAGE, reference.map(Reference::path).orElse(location));
    reference
        .map(Reference::contents)
        .ifPresent(known -> node.put(BYTES, known.bytes()).put(SHA_256, known.sha256()));
    return node;
  }

  /// @throws IllegalArgumentException if it makes no sense
  static String read(Fields fields) {
    String image = fields.text(IMAGE);
    return fields.has(SHA_256)
        ? new Reference(image, new Fingerprint(fields.integer(BYTES), fields.text(SHA_256)))
            .location()
        : image;
  }

  /// A field that is a text where a text will do.
  ///
  /// @param node to put it into. Modified
  static void write(String name, String location, ObjectNode node) {
    if (Reference.at(location).isPresent()) {
      write(location, node.putObject(name));
    } else {
      node.put(name, location);
    }
  }

  /// @throws IllegalArgumentException if it makes no sense
  static String read(Fields fields, String name) {
    if (!fields.isObject(name)) {
      return fields.text(name);
    }
    Fields inner = fields.object(name);
    String location = read(inner);
    inner.requireNoOthers();
    return location;
  }
}
