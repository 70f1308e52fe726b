package org.mixoscope.dataset.labelled;

import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Reason;

/// Why the mask of a picture cannot be used. The first detail is the file of the mask.
enum MaskReason implements Reason {
  /// The size of the mask, that of the picture.
  OTHER_SIZE("{0} is {1}, its picture {2}: use the pictures that the masks were made for"),
  /// A colour, where it is.
  COLOURS(
      "{0} has colours, such as {1} at x = {2}, y = {3}: needs a labelmap.txt beside the folders,"
          + " with a line name:r,g,b for each class, or --classes with such a file"),
  /// A colour, where it is, the file that has the colours.
  UNKNOWN_COLOUR("{0}: colour {1} at x = {2}, y = {3}: {4} does not list it, add it there"),
  /// An index, how many classes are declared.
  NOT_DECLARED(
      "{0}: class {1}: must be below {2}, as many as are declared, or 255 (65535 of 16 bits) for"
          + " pixels without class");

  private final String sentence;

  MaskReason(String sentence) {
    this.sentence = sentence;
  }

  PictureException failure(Object... details) {
    return new PictureException(PictureException.Kind.UNSUPPORTED_FORMAT, of(details), null);
  }

  @Override
  public String room() {
    return "dataset.mask";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
