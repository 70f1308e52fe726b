package org.mixoscope.kernel.method;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// What a draw is made definite for. Most methods look at the frame only.
///
/// A preview or a count looks at less than the frame of the mix, so that it is quick. It then
/// stands for the whole: sizes in pixels are those of the whole, and what stands out in a picture
/// is looked for there.
///
/// @param frame the frame that weights are wanted for
/// @param sources the pictures, of that frame; empty where only geometry is wanted
/// @param mask a one-channel picture of that frame for methods that mix by it, else null
/// @param larger the inputs of the mix that these stand for, of the same ratio; null where these
///   are the whole
public record Inputs(
    Frame frame, List<Pixels> sources, @Nullable Pixels mask, @Nullable Inputs larger) {
  /// @throws IllegalArgumentException if a picture or the mask has another frame, or what these
  ///   stand for is smaller
  public Inputs {
    sources = List.copyOf(sources);
    if (larger != null
        && (larger.frame.height() < frame.height() || larger.frame.width() < frame.width())) {
      throw new IllegalArgumentException(
          "larger = %s: is less than %s".formatted(larger.frame, frame));
    }
    for (Pixels source : sources) {
      requireFrame("source", source, frame);
    }
    if (mask != null) {
      requireFrame("mask", mask, frame);
    }
  }

  /// Of pictures that stand for nothing but themselves.
  ///
  /// @throws IllegalArgumentException if a picture or the mask has another frame
  public Inputs(Frame frame, List<Pixels> sources, @Nullable Pixels mask) {
    this(frame, sources, mask, null);
  }

  /// Geometry only.
  public static Inputs of(Frame frame) {
    return new Inputs(frame, List.of(), null);
  }

  /// The same, standing for what is larger.
  ///
  /// @throws IllegalArgumentException if it is smaller
  public Inputs standingFor(Inputs whole) {
    return new Inputs(frame, sources, mask, whole);
  }

  /// The same, standing for a larger frame whose pictures are not at hand.
  ///
  /// @throws IllegalArgumentException if it is smaller
  public Inputs standingFor(Frame whole) {
    return standingFor(of(whole));
  }

  /// The frame of the mix, in which sizes are given.
  public Frame whole() {
    return larger == null ? frame : larger.whole();
  }

  /// The pictures to look at for what they show: the largest at hand.
  public List<Pixels> originals() {
    List<Pixels> there = larger == null ? List.of() : larger.originals();
    return there.isEmpty() ? sources : there;
  }

  private static void requireFrame(String name, Pixels pixels, Frame frame) {
    if (!pixels.frame().equals(frame)) {
      throw new IllegalArgumentException(
          "%s = %s: must be %s like the frame".formatted(name, pixels.frame(), frame));
    }
  }
}
