package org.mixoscope.app.state;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.kernel.batch.Weights;
import org.mixoscope.kernel.course.AllFrames;
import org.mixoscope.kernel.course.MeanWeights;
import org.mixoscope.kernel.method.FMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// The label of a mix of clips over all their frames, of which only one is there.
///
/// @param inputs of any frame, with pictures or without: what methods make of a frame follows from
///   its size and the mask, unless they look at the pictures
record ClipLabel(Recipe recipe, int frames, Inputs inputs) {
  /// Of what is shown; null if it is no clip, or cannot be mixed.
  static @Nullable ClipLabel of(Recipe recipe, Pictures pictures) {
    Moment moment = pictures.moment();
    Prepared ready = pictures.prepared();
    return moment == null || ready == null
        ? null
        : new ClipLabel(recipe, moment.timing().frames(), ready.geometry());
  }

  /// What follows from one frame: where all have the same draw they are alike, and a field through
  /// all of them is cut at λ. A label that is dragged is then never that of a moment ago.
  ///
  /// @param mix of one frame, null while there is none
  /// @return null if frames differ, or have to be looked at
  @Nullable List<Double> atOnce(@Nullable Mix mix) {
    Recipe first = recipe.at(0, frames);
    if (looks() || first.lackingRoom(frame()) != null) {
      return null;
    }
    if (first.draw().slice() != null && recipe.method() instanceof FMix method) {
      return recipe.label(method.sharesOfAll(first.draw(), frame()));
    }
    boolean alike = recipe.along() == null || recipe.along() instanceof AllFrames;
    return alike && mix != null ? mix.label() : null;
  }

  private boolean looks() {
    return recipe.method().type().uses(Trait.PICTURES) || recipe.method().type().uses(Trait.MARKS);
  }

  /// Slow where each of many frames has a draw of its own.
  ///
  /// @return empty if all frames would have to be looked at
  Optional<List<Double>> label() {
    if (looks()
        || recipe.method().type().lacking(inputs) != null
        || recipe.at(0, frames).lackingRoom(inputs.frame()) != null) {
      return Optional.empty();
    }
    Workspace workspace = new Workspace();
    MeanWeights mean = new MeanWeights();
    Draw before = null;
    Weights weights = null;
    for (int t = 0; t < frames; t++) {
      Draw draw = recipe.at(t, frames).draw();
      if (weights == null || !draw.equals(before)) {
        weights = Outcome.of(recipe.method(), draw, inputs, workspace).weights();
        before = draw;
      }
      mean.add(weights);
    }
    return Optional.of(recipe.label(mean.weights().label()));
  }

  /// The same for any frame of the same size and mask.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClipLabel that
        && recipe.equals(that.recipe)
        && frames == that.frames
        && frame().equals(that.frame())
        && (mask() == null) == (that.mask() == null);
  }

  @Override
  public int hashCode() {
    return Objects.hash(recipe, frames, frame());
  }

  private Frame frame() {
    return inputs.frame();
  }

  private @Nullable Pixels mask() {
    return inputs.mask();
  }
}
