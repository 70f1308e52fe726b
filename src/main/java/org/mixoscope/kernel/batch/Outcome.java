package org.mixoscope.kernel.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
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
/// @param paste the box of the partner, or of what is filled in; null where the method puts none
///   into one box
/// @param pictures how many of the sources are pictures: all, or all but the last, which is what
///   the method fills in by itself
/// @param filler that, if there is such a source and it is known; of the frame of the composition
public record Outcome(
    Composition composition,
    Weights weights,
    @Nullable Paste paste,
    int pictures,
    @Nullable Pixels filler) {

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
    Outcome numbers = of(method, draw, method.compose(draw, inputs, workspace));
    return inputs.sources().isEmpty()
        ? numbers
        : numbers.filledBy(method.filler(draw, inputs.sources().getFirst(), inputs.whole()));
  }

  /// What follows from a composition; nothing is filled in yet.
  ///
  /// @param composition what the method composed of the draw
  public static Outcome of(Method method, Draw draw, Composition composition) {
    List<Double> shares = composition.shares();
    int pictures = method.type().mixed(composition.sources());
    List<Double> label = method.labelWeights(draw, composition.frame(), shares);
    return new Outcome(
        composition,
        new Weights(label, shares).labelled(k -> k < pictures),
        paste(method, draw, composition),
        pictures,
        null);
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

  /// The same where some sources have no label, as [Weights#labelled] has it.
  ///
  /// @param labelled whether a picture has a label, by its number
  public Outcome labelled(IntPredicate labelled) {
    return new Outcome(
        composition,
        weights.labelled(k -> k < pictures && labelled.test(k)),
        paste,
        pictures,
        filler);
  }

  /// The same numbers, with the weights of another frame.
  public Outcome with(Composition other) {
    return new Outcome(other, weights, paste, pictures, filler);
  }

  /// The same with what the method fills in.
  ///
  /// @param pixels of the frame of the composition and of the kind that is mixed; null for nothing
  public Outcome filledBy(@Nullable Pixels pixels) {
    return new Outcome(composition, weights, paste, pictures, pixels);
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
    Mixer.mix(composition, blending, sources(sources), out, workspace);
  }

  /// Mixes into new heap memory.
  ///
  /// @param sources as for [#mix(Blending, List, Pixels, Workspace)]. Not modified
  /// @throws IllegalArgumentException as for [#mix(Blending, List, Pixels, Workspace)]
  public Pixels mix(Blending blending, List<Pixels> sources) {
    return Mixer.mix(composition, blending, sources(sources));
  }

  /// What the mix is labelled with.
  ///
  /// @param targets those of all sources that there are, in their order, of one kind; of an
  ///   unlabelled one, which must not be the first, null
  /// @throws IllegalArgumentException if kinds or sizes differ
  public Target target(List<? extends @Nullable Target> targets) {
    Target own = Objects.requireNonNull(targets.getFirst(), "the own picture has no label");
    List<Target> all = new ArrayList<>();
    for (int k = 0; k < composition.sources(); k++) {
      Target target = k < Math.min(pictures, targets.size()) ? targets.get(k) : null;
      all.add(target == null ? own.unlabelled() : target);
    }
    return own.mixed(all, composition, weights.label());
  }

  /// What the composition mixes: the pictures among those that there are, and what is filled in.
  ///
  /// @param all pictures. Not modified
  public List<Pixels> sources(List<Pixels> all) {
    List<Pixels> mixed = new ArrayList<>(all.subList(0, Math.min(pictures, all.size())));
    if (filler != null) {
      mixed.add(filler);
    }
    return mixed;
  }
}
