package org.mixoscope.kernel.method;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// What a draw is made definite for. Most methods look at the frame only.
///
/// @param frame the frame of the mix
/// @param sources the pictures, of that frame; empty where only geometry is wanted
/// @param mask a one-channel picture of that frame for methods that mix by it, else null
public record Inputs(Frame frame, List<Pixels> sources, @Nullable Pixels mask) {
  /// @throws IllegalArgumentException if a picture or the mask has another frame
  public Inputs {
    sources = List.copyOf(sources);
    for (Pixels source : sources) {
      requireFrame("source", source, frame);
    }
    if (mask != null) {
      requireFrame("mask", mask, frame);
    }
  }

  /// Geometry only.
  public static Inputs of(Frame frame) {
    return new Inputs(frame, List.of(), null);
  }

  private static void requireFrame(String name, Pixels pixels, Frame frame) {
    if (!pixels.frame().equals(frame)) {
      throw new IllegalArgumentException(
          "%s = %s: must be %s like the frame".formatted(name, pixels.frame(), frame));
    }
  }
}
