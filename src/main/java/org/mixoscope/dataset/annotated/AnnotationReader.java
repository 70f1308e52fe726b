package org.mixoscope.dataset.annotated;

import org.mixoscope.image.PictureException;

/// Reads what a file says of one picture.
public final class AnnotationReader {
  /// What is where in a picture.
  ///
  /// @param file that says it
  /// @param picture its location, by which a file of many finds it
  /// @throws PictureException if the file cannot be read, is of no kind that is read, or says
  ///   nothing of the picture
  public Markings read(String file, String picture) throws PictureException {
    throw AnnotationReason.UNKNOWN_KIND.failure(file);
  }
}
