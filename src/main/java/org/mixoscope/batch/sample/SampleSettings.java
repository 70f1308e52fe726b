package org.mixoscope.batch.sample;

import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeReason;

/// What is made of a data set.
///
/// @param policy how samples are mixed; its granularity, pairing and epochs are for batches and
///   have no say here
/// @param partners who is mixed with whom
/// @param blending in which light values are blended
/// @param mask location of the mask for methods that mix by one, else null
/// @param frame of all samples; null for the size of each sample's own picture
/// @param fit how pictures of another size are brought to the frame
/// @param decoding how large pictures are decoded for the frame; where there is none, exactly
/// @param channels how many all samples have
/// @param labelling what samples are labelled with where pictures have objects or maps
/// @param smoothing label smoothing ε within [0, 1), over the classes of the data set
/// @param copies how many mixes are made of every picture, at least 1
/// @param keepOriginals whether every picture also comes as it is, after the mixes
/// @param seed key of all random streams
public record SampleSettings(
    Policy policy,
    Partners partners,
    Blending blending,
    @Nullable String mask,
    @Nullable Frame frame,
    Fit fit,
    Decoding decoding,
    Channels channels,
    Labelling labelling,
    double smoothing,
    int copies,
    boolean keepOriginals,
    long seed) {
  /// @throws IllegalArgumentException if the smoothing or the number of copies is out of range, or
  ///   the frame larger than 100 megapixels
  public SampleSettings {
    SoftLabels.requireSmoothing(smoothing);
    if (copies < 1) {
      throw new IllegalArgumentException("copies = " + copies + ": must be at least 1");
    }
    if (frame != null && frame.pixels() > Recipe.MAX_FRAME_PIXELS) {
      throw new RefusedException(RecipeReason.FRAME_TOO_LARGE.of(frame));
    }
  }

  /// Of pictures that are decoded exactly.
  ///
  /// @throws IllegalArgumentException as the form with everything does
  public SampleSettings(
      Policy policy,
      Partners partners,
      Blending blending,
      @Nullable String mask,
      @Nullable Frame frame,
      Fit fit,
      Channels channels,
      Labelling labelling,
      double smoothing,
      int copies,
      boolean keepOriginals,
      long seed) {
    this(
        policy,
        partners,
        blending,
        mask,
        frame,
        fit,
        Decoding.EXACT,
        channels,
        labelling,
        smoothing,
        copies,
        keepOriginals,
        seed);
  }

  /// With other partners.
  public SampleSettings with(Partners other) {
    return new SampleSettings(
        policy,
        other,
        blending,
        mask,
        frame,
        fit,
        decoding,
        channels,
        labelling,
        smoothing,
        copies,
        keepOriginals,
        seed);
  }

  /// With one mix of every picture and without originals, for whoever counts epochs instead.
  public SampleSettings once() {
    return new SampleSettings(
        policy, partners, blending, mask, frame, fit, decoding, channels, labelling, smoothing, 1,
        false, seed);
  }
}
