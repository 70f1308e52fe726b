package org.mixoscope.app.command;

import org.mixoscope.kernel.Reason;

/// Why what somebody typed, opened or named cannot be used.
public enum InputReason implements Reason {
  /// File.
  NO_RECIPE("{0} holds no recipe: choose a .json file or a picture that Mixoscope saved"),
  /// File, or what a text without one is called; what is wrong with it: an objection.
  NO_EXPERIMENT("{0} is not an experiment that can be opened: {1}"),
  /// File, or what a text without one is called; what is wrong with it: an objection.
  NO_LESSON("{0} is not a lesson that can be opened: {1}"),
  /// What a text is called that has no file.
  TEXT("the text"),
  /// File.
  MOVING_CURVES("{0}: curves cannot move, let the name end in .png, .svg or .pdf"),
  /// File.
  MOVING_SHEET("{0}: a sheet cannot move, let the name end in .png, .svg or .pdf");

  private final String sentence;

  InputReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String room() {
    return "input";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
