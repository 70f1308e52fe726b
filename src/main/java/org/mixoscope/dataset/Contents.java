package org.mixoscope.dataset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.recipe.Fingerprint;

/// Knows what the pictures at locations are known by.
@FunctionalInterface
public interface Contents {
  /// The fingerprint of the picture at a location.
  ///
  /// @throws IOException if it cannot be had
  Fingerprint of(String location) throws IOException;

  /// Reads the picture that is there now: a sample, a file, or a picture inside a file.
  static Fingerprint read(String location) throws IOException {
    try (InputStream stream = open(location)) {
      return Fingerprint.of(stream);
    }
  }

  private static InputStream open(String location) throws IOException {
    Optional<byte[]> sample = Sample.bytesAt(location);
    if (sample.isPresent()) {
      return new ByteArrayInputStream(sample.get());
    }
    Optional<PackedPicture> packed = PackedPicture.at(location);
    if (packed.isPresent()) {
      return new ByteArrayInputStream(packed.get().contents());
    }
    try {
      return Files.newInputStream(Path.of(location));
    } catch (InvalidPathException e) {
      throw new IOException(e);
    }
  }
}
