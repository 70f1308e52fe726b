package org.mixoscope.app.ui;

import org.mixoscope.kernel.Reason;

/// Why what was typed into a field is not taken.
public enum TypedReason implements Reason {
  /// What was typed.
  NO_NUMBER("{0} is no number: type one such as 0.25"),
  /// What was typed, least, most.
  NOT_WITHIN("{0}: must be a number from {1} to {2}"),
  /// What was typed, least, the first that is too large.
  NOT_BELOW("{0}: must be a number from {1} to below {2}"),
  /// What was typed.
  NOT_POSITIVE("{0}: must be a number above 0"),
  /// What was typed.
  NOT_WHOLE("{0} is no whole number: type one such as 42"),
  /// What was typed, least, most.
  NOT_WHOLE_WITHIN("{0}: must be a whole number from {1} to {2}"),
  /// What was typed.
  NO_PATH("{0} cannot be the name of a file or folder"),
  /// What was typed.
  NO_SIZE("{0} is no size: type width × height, such as 320×240"),
  /// What was typed, most pixels.
  SIZE_TOO_LARGE("{0}: a size has at least 1 and at most {1} pixels");

  private final String sentence;

  TypedReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String room() {
    return "typed";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
