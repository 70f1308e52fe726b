package org.mixoscope.kernel.method;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.Target;

/// What a draw is made definite for. Most methods look at the frame only.
///
/// A preview or a count looks at less than the frame of the mix, so that it is quick. It then
/// stands for the whole: sizes in pixels are those of the whole, and what stands out in a picture
/// is looked for there.
///
/// @param frame the frame that weights are wanted for
/// @param sources the pictures, of that frame; empty where only geometry is wanted
/// @param mask a one-channel picture of that frame for methods that mix by it, else null
/// @param targets what is where in the pictures, for methods that mix by it: of one kind, over the
///   same classes, in that frame, one for each picture; empty where nothing is known
/// @param larger the inputs of the mix that these stand for, of the same ratio; null where these
///   are the whole
public record Inputs(
    Frame frame,
    List<Pixels> sources,
    @Nullable Pixels mask,
    List<Target> targets,
    @Nullable Inputs larger) {
  /// @throws IllegalArgumentException if a picture or the mask has another frame, or what these
  ///   stand for is smaller
  public Inputs {
    sources = List.copyOf(sources);
    targets = List.copyOf(targets);
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
    this(frame, sources, mask, List.of(), null);
  }

  /// Geometry only.
  public static Inputs of(Frame frame) {
    return new Inputs(frame, List.of(), null);
  }

  /// The same, standing for what is larger.
  ///
  /// @throws IllegalArgumentException if it is smaller
  public Inputs standingFor(Inputs whole) {
    return new Inputs(frame, sources, mask, targets, whole);
  }

  /// The same, of which is known what is where.
  ///
  /// @param all one for each picture
  public Inputs with(List<Target> all) {
    return new Inputs(frame, sources, mask, all, larger);
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

  /// What is where in the largest pictures at hand, in the frame [#whole]; empty where nothing is
  /// known.
  public List<Target> marked() {
    return larger == null ? targets : larger.marked();
  }

  private static void requireFrame(String name, Pixels pixels, Frame frame) {
    if (!pixels.frame().equals(frame)) {
      throw new IllegalArgumentException(
          "%s = %s: must be %s like the frame".formatted(name, pixels.frame(), frame));
    }
  }
}
