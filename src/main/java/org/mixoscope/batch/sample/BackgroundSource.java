package org.mixoscope.batch.sample;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.labelled.Background;

/// The pictures without a label that samples are mixed with.
///
/// @param path of one, or of a folder
/// @param contents what is there; null where nobody has looked yet
public record BackgroundSource(Path path, @Nullable Contents contents) {

  /// What is in a background, so that one that was changed is noticed.
  ///
  /// @param pictures how many
  /// @param sha256 of all names, in hexadecimal
  public record Contents(int pictures, String sha256) {}

  /// As it is now.
  public BackgroundSource seen(Background background) {
    return new BackgroundSource(
        path.toAbsolutePath(), new Contents(background.size(), background.digest()));
  }
}
