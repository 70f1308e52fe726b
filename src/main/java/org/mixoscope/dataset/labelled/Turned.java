package org.mixoscope.dataset.labelled;

/// Pictures that are stored lying or mirrored, and are turned upright by EXIF when they are read.
///
/// @param pictures how many
/// @param markedAsStored of how many the objects or the mask are those of the stored picture, as
///   sizes tell: they are turned with it
/// @param unseen of how many the sizes do not tell: their objects or masks are taken for those of
///   the upright picture
public record Turned(int pictures, int markedAsStored, int unseen) {
  static final Turned NONE = new Turned(0, 0, 0);

  Turned plus(Turned other) {
    return new Turned(
        pictures + other.pictures, markedAsStored + other.markedAsStored, unseen + other.unseen);
  }
}
