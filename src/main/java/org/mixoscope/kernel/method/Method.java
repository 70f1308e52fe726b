package org.mixoscope.kernel.method;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Beta;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;

/// How to mix. Drawing and applying are always two calls: a screen edits what was drawn, a batch
/// draws it, both apply it.
public sealed interface Method
    permits Mixup,
        BoxMethod,
        MaskMix,
        KMixup,
        KCutMix,
        PieceMix,
        FMix,
        GridMix,
        PatchCells,
        SmoothMix,
        SaliencyMix,
        GuidedMixup,
        SuperpixelMix,
        ClassMix,
        CarveMix,
        CopyPaste,
        Mosaic,
        Ricap {
  /// What kind of method it is.
  MethodType type();

  /// The values of its hyperparameters.
  Settings settings();

  /// Draws the random variables of one mix.
  ///
  /// @param random the stream of this sample; advanced
  /// @param sources how many sources there are, at least 2; the draw has a weight for each that the
  ///   method mixes, and one for what it fills in, [MethodType#weights]
  Draw draw(RandomGenerator random, int sources);

  /// Draws for a pair.
  default Draw draw(RandomGenerator random) {
    return draw(random, 2);
  }

  /// The distribution that λ comes from, null if it comes from no Beta(α, α). Among more than two
  /// sources λ is one of several weights.
  ///
  /// @param sources how many are mixed
  default @Nullable Beta density(int sources) {
    return sources == 2
            && type().uses(Trait.LAMBDA)
            && type().parameter("alpha") instanceof Parameter.Real alpha
        ? new Beta(settings().get(alpha))
        : null;
  }

  /// Makes a draw definite: the weight of every source at every pixel. Pure.
  ///
  /// @param inputs the frame, and what else the method looks at. Not modified
  /// @param workspace memory to work in; the composition may lie in it. Modified
  /// @throws IllegalArgumentException if the method needs an input that is not there
  Composition compose(Draw draw, Inputs inputs, Workspace workspace);

  /// Makes a draw definite in memory of its own.
  ///
  /// @throws IllegalArgumentException if the method needs an input that is not there
  default Composition compose(Draw draw, Inputs inputs) {
    return compose(draw, inputs, new Workspace());
  }

  /// The shares of [#compose], for frames so large that a weight per pixel is too much: to about
  /// seven digits, without one.
  ///
  /// @param inputs as for [#compose]. Not modified
  /// @param workspace memory to work in. Modified
  /// @throws IllegalArgumentException if the method needs an input that is not there
  default List<Double> shares(Draw draw, Inputs inputs, Workspace workspace) {
    return compose(draw, inputs, workspace).shares();
  }

  /// What a method puts in by itself, as the last source of its compositions; it has no label. Null
  /// for all that mix nothing but pictures.
  ///
  /// @param own the picture of the sample, or a smaller one that stands for it. Not modified
  /// @param whole the frame that it stands for
  /// @return of the same kind and frame
  default @Nullable Pixels filler(Draw draw, Pixels own, Frame whole) {
    return null;
  }

  /// Whether what it puts in lies between black and white, so that it says nothing among numbers
  /// that are no light.
  default boolean fillsLight() {
    return false;
  }

  /// Whether [#labelWeights] are always the shares of the pixels.
  default boolean labelFollowsPixels() {
    return type().maxSources() > 1;
  }

  /// The weight of every source in the label: the exact shares of the pixels, unless the method
  /// follows a convention that says otherwise.
  ///
  /// @param frame of the mix
  /// @param shares of what [#compose] made of the same draw
  default List<Double> labelWeights(Draw draw, Frame frame, List<Double> shares) {
    return shares;
  }
}
