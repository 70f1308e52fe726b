package org.mixoscope.figure;

import org.mixoscope.kernel.Reason;

/// Why a figure cannot be drawn.
enum FigureReason implements Reason {
  /// Scale, sides of the figure.
  TOO_LARGE("scale = {0}: a figure of {1} pixels is too large; let its name end in .svg or .pdf"),
  /// Scale, sides of the figure, the largest scale that is possible.
  SCALE_TOO_LARGE(
      "scale = {0}: a figure of {1} pixels is too large, at most {2}, or let its name end in .svg"
          + " or .pdf"),
  /// Method.
  NO_LAMBDA("sweep = lambda: {0} draws no λ, sweep draws"),
  /// How many frames, the least, the most.
  FRAMES("frames = {0}: must be {1} to {2}");

  private final String sentence;

  FigureReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String room() {
    return "figure";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
