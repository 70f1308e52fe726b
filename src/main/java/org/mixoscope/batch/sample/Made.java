package org.mixoscope.batch.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.batch.SampleMix;
import org.mixoscope.kernel.batch.Weights;
import org.mixoscope.kernel.target.Target;

/// What became of a sample.
public sealed interface Made {
  /// The number of the sample.
  long index();

  /// A mixed sample.
  ///
  /// @param index its number
  /// @param mix what was mixed and how; the sources are numbers of pictures of the data set
  /// @param names of the sources
  /// @param weights of the sources, in the label and in the pixels
  /// @param box of the partner, clipped, in pixels; null where there is none
  /// @param target what the sample is labelled with
  /// @param pixels HWC, RGB or grey
  /// @param type of their numbers
  /// @param missed pictures that would have been mixed, but cannot be read
  record Sample(
      long index,
      SampleMix mix,
      List<String> names,
      Weights weights,
      @Nullable Box box,
      Target target,
      Pixels pixels,
      NumberType type,
      List<Missed> missed)
      implements Made {
    /// λ̂, the exact share of the own picture in the pixels.
    public double effectiveLambda() {
      return weights.pixels().getFirst();
    }
  }

  /// A picture that a sample has to do without.
  ///
  /// @param name of the picture
  /// @param problem what is wrong with it
  record Missed(String name, PictureException problem) {}

  /// A sample that is left out, because its own picture cannot be read.
  ///
  /// @param index its number
  /// @param name of the picture
  /// @param problem what is wrong with it
  record Skipped(long index, String name, PictureException problem) implements Made {}
}
