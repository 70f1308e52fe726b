package org.mixoscope.dataset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.image.PictureNames;
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
      Path path = Path.of(location);
      return Files.isDirectory(path) ? frames(path) : Files.newInputStream(path);
    } catch (InvalidPathException e) {
      throw new IOException(e);
    }
  }

  /// The pictures of a folder, which is a clip, one behind the other.
  @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing else
  private static InputStream frames(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Iterator<Path> pictures =
          files
              .filter(file -> PictureNames.isPicture(file.toString()))
              .sorted()
              .toList()
              .iterator();
      return new SequenceInputStream(
          new Enumeration<InputStream>() {
            @Override
            public boolean hasMoreElements() {
              return pictures.hasNext();
            }

            @Override
            public InputStream nextElement() {
              try {
                return Files.newInputStream(pictures.next());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
          });
    }
  }
}
