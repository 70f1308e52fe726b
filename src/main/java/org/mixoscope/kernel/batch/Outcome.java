package org.mixoscope.kernel.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.method.BoxMethod;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.target.Target;

/// What a method makes of a draw for given pictures, and all that is said of it: screen, command
/// line, batch, tensors and replay show, write and train with this and nothing else.
///
/// @param composition the weight of every source at every pixel
/// @param weights what the label says and what the pixels show
/// @param paste the box of the partner; null where the method puts none into one box
public record Outcome(Composition composition, Weights weights, @Nullable Paste paste) {

  /// The box that a partner is put into.
  ///
  /// @param drawn as drawn or placed by hand; it may stick out of the frame
  /// @param clipped as the border leaves it, which is what the pixels show
  public record Paste(Box drawn, Box clipped) {}

  /// Makes a draw definite.
  ///
  /// @param inputs the frame, and what else the method looks at. Not modified
  /// @param workspace memory to work in; the composition may lie in it. Modified
  /// @throws IllegalArgumentException if the method needs an input that is not there
  public static Outcome of(Method method, Draw draw, Inputs inputs, Workspace workspace) {
    return of(method, draw, method.compose(draw, inputs, workspace));
  }

  /// What follows from a composition.
  ///
  /// @param composition what the method composed of the draw
  public static Outcome of(Method method, Draw draw, Composition composition) {
    List<Double> shares = composition.shares();
    return new Outcome(
        composition,
        new Weights(method.labelWeights(draw, composition.frame(), shares), shares),
        paste(method, draw, composition));
  }

  private static @Nullable Paste paste(Method method, Draw draw, Composition composition) {
    Frame frame = composition.frame();
    if (method instanceof BoxMethod boxed) {
      Box drawn = boxed.box(draw, frame);
      return new Paste(drawn, drawn.clip(frame));
    }
    return composition instanceof Patchwork(_, _, List<Patch> patches)
            && patches.size() == 2
            && patches.getFirst().box().equals(Box.of(frame))
        ? new Paste(patches.getLast().box(), patches.getLast().box())
        : null;
  }

  /// The same numbers, with the weights of another frame.
  public Outcome with(Composition other) {
    return new Outcome(other, weights, paste);
  }

  /// λ̂: the exact share of the own picture in the pixels.
  public double effectiveLambda() {
    return weights.pixels().getFirst();
  }

  /// Mixes into memory that the caller owns, as [Mixer#mix(Composition, Blending, List, Pixels,
  /// Workspace)] does.
  ///
  /// @param sources all that there are; those that are not mixed are ignored. Not modified
  /// @param out modified
  /// @throws IllegalArgumentException if a shape, type, layout or count differs
  public void mix(Blending blending, List<Pixels> sources, Pixels out, Workspace workspace) {
    Mixer.mix(composition, blending, mixed(sources), out, workspace);
  }

  /// Mixes into new heap memory.
  ///
  /// @param sources as for [#mix(Blending, List, Pixels, Workspace)]. Not modified
  /// @throws IllegalArgumentException as for [#mix(Blending, List, Pixels, Workspace)]
  public Pixels mix(Blending blending, List<Pixels> sources) {
    return Mixer.mix(composition, blending, mixed(sources));
  }

  /// What the mix is labelled with.
  ///
  /// @param targets those of all sources that there are, in their order, of one kind
  /// @throws IllegalArgumentException if kinds or sizes differ
  public Target target(List<Target> targets) {
    return targets.getFirst().mixed(mixed(targets), composition, weights.label());
  }

  /// Of what there is for each source, that of those that are mixed.
  private <T> List<T> mixed(List<T> all) {
    return all.subList(0, Math.min(composition.sources(), all.size()));
  }
}
