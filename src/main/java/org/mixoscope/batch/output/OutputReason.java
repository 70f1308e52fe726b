package org.mixoscope.batch.output;

import org.mixoscope.kernel.Reason;

/// Why samples cannot be written as asked for.
enum OutputReason implements Reason {
  /// Encoding, format.
  NOT_NUMBERS("image = {0}: must be uint8, uint16 or float32 for {1}"),
  /// Encoding, format.
  NOT_A_FILE("image = {0}: must be jpg:QUALITY, png, png16, tiff or npy for {1}"),
  /// Nothing.
  NO_RECIPES("recipes: only picture files carry them, not an array"),
  /// A picture, its frame, that of the others.
  FRAMES_DIFFER("{0} is {1}, others are {2}: an array needs pictures of one size, give --size"),
  /// The array of a part, the shape of its samples, that of the parts before.
  PARTS_DIFFER(
      "{0} is of {1}, others are of {2}: an array needs pictures of one size, give --size"),
  /// Format, kind of target.
  NEEDS_MAPS("format = {0}: holds class maps, the labels are {1}: choose another format"),
  /// Frame, classes.
  MAPS_TOO_LARGE(
      "{0} of {1} {1:class|classes} is more than memory holds in one piece: give a smaller"
          + " --size"),
  /// File.
  CUT_SHORT("{0} is shorter than this run left it: it was changed since"),
  /// Format, kind of target.
  NEEDS_OBJECTS("format = {0}: holds objects, the labels are {1}: choose another format"),
  /// Format, kind of target.
  NO_PLACE("format = {0}: has no place for {1}: choose imagefolder or webdataset");

  private final String sentence;

  OutputReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String room() {
    return "batch.output";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
