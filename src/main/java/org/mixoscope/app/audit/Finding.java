package org.mixoscope.app.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.profile.Convention;
import org.mixoscope.kernel.profile.LabelRule;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// What one framework's CutMix makes of a draw: its box, its label and the true share of pixels.
///
/// @param profile the framework
/// @param method its CutMix
/// @param frame the frame of the mix
/// @param draw the draw it is applied to
/// @param drawn the box before the border clips it
/// @param label the weight of A in the label, before smoothing
/// @param share the share of the pixels that A has
/// @param smoothed what the label vector has for A's class in the end
/// @param disagrees whether the label says something else than the pixels
/// @param seen the share of A in what can be seen of the objects of both; null where nothing is
///   known of them, or nothing of them can be seen
record Finding(
    Profile profile,
    CutMix method,
    Frame frame,
    Draw draw,
    Box drawn,
    double label,
    double share,
    double smoothed,
    boolean disagrees,
    @Nullable Double seen) {
  /// Why label and pixels are as they are.
  enum Cause {
    /// Nothing is pasted.
    EMPTY,
    /// Everything is pasted.
    FULL,
    /// The border clips the box, and the label counts what is left.
    CLIPPED_AND_COUNTED,
    /// The border clips the box, and the label counts the whole of it.
    CLIPPED_NOT_COUNTED,
    /// The border clips the box, and the label is λ as drawn.
    CLIPPED_AS_DRAWN,
    /// An odd side has lost a pixel, and the label counts the box as it is.
    ODD_SIDE,
    /// The label is λ as drawn, the box has whole pixels.
    WHOLE_PIXELS,
    /// The box lies inside and is counted.
    COUNTED
  }

  /// @param objects what stands for the labels in the pictures; null where nothing is known
  static Finding of(Profile profile, Recipe recipe, Frame frame, @Nullable VisibleObjects objects) {
    Convention convention = profile.convention("cutmix");
    if (!(convention.method() instanceof CutMix method)) {
      throw new IllegalStateException(profile.id() + " has a CutMix that is none");
    }
    Draw pair = recipe.draw().forSources(2);
    // The weight of A is told, whatever soft label A has.
    List<Source> hard =
        recipe.sources().stream().map(one -> one.withClassName(one.className())).toList();
    Recipe asThere = recipe.withSources(hard).with(method).withSmoothing(profile.smoothing());
    Mix mix = asThere.mix(Inputs.of(frame));
    Box box = method.box(pair, frame);
    int ownClass = mix.classes().indexOf(recipe.sources().getFirst().className());
    return new Finding(
        profile,
        method,
        frame,
        pair,
        box,
        mix.labelWeights().getFirst(),
        mix.effectiveLambda(),
        ownClass < 0 ? 0 : mix.label().get(ownClass),
        mix.labelDisagrees(),
        objects == null ? null : objects.shareOfA(box.clip(frame), frame));
  }

  /// The box as the border leaves it.
  Box clipped() {
    return drawn.clip(frame);
  }

  /// How much too large the label's weight of A is; below 0 if it is too small.
  double difference() {
    return label - share;
  }

  /// How much more A has in the label than in what can be seen of the objects; null where that is
  /// not known.
  @Nullable Double aboveSeen() {
    return seen == null ? null : label - seen;
  }

  /// Whether the sample stays unmixed: nothing of B is in it.
  boolean isUnmixed() {
    return clipped().isEmpty();
  }

  boolean isClipped() {
    return clipped().area() < drawn.area();
  }

  Cause cause() {
    if (isUnmixed()) {
      return Cause.EMPTY;
    }
    if (clipped().area() == frame.pixels()) {
      return Cause.FULL;
    }
    LabelRule rule = profile.convention("cutmix").labelRule();
    if (isClipped()) {
      return switch (rule) {
        case PIXELS -> Cause.CLIPPED_AND_COUNTED;
        case UNCLIPPED_BOX -> Cause.CLIPPED_NOT_COUNTED;
        case DRAWN_LAMBDA -> Cause.CLIPPED_AS_DRAWN;
      };
    }
    if (disagrees) {
      return Cause.WHOLE_PIXELS;
    }
    return losesAPixel() ? Cause.ODD_SIDE : Cause.COUNTED;
  }

  /// Whether the rule made a side shorter than λ has it, by more than is lost by rounding down.
  private boolean losesAPixel() {
    double r = Math.sqrt(1 - draw.lambda());
    return draw.region() == null
        && (drawn.width() < (int) (frame.width() * r)
            || drawn.height() < (int) (frame.height() * r));
  }
}
