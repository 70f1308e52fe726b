package org.mixoscope.batch.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.batch.SampleMix;

/// What became of a sample.
public sealed interface Made {
  /// The number of the sample.
  int index();

  /// A mixed sample.
  ///
  /// @param index its number
  /// @param mix what was mixed and how; the sources are numbers of pictures of the data set
  /// @param names of the sources
  /// @param lambda λ as drawn; null where the method draws none
  /// @param effectiveLambda λ̂, the exact share of the own picture in the pixels
  /// @param box of the partner, clipped, in pixels; null where there is none
  /// @param label the soft label over the classes of the data set
  /// @param pixels uint8 RGB HWC
  @SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
  record Sample(
      int index,
      SampleMix mix,
      List<String> names,
      @Nullable Double lambda,
      double effectiveLambda,
      @Nullable Box box,
      double[] label,
      Pixels pixels)
      implements Made {}

  /// A sample that is left out, because its own picture cannot be read.
  ///
  /// @param index its number
  /// @param name of the picture
  /// @param problem what is wrong with it
  record Skipped(int index, String name, PictureException problem) implements Made {}
}
