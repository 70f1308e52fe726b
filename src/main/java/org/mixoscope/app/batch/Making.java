package org.mixoscope.app.batch;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.Labelling;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Recipe;

/// What is made of the pictures. Seed, blending and mask are those of Explore.
///
/// @param policy how samples are mixed
/// @param probability that a sample is mixed at all, within [0, 1]
/// @param partners who is mixed with whom
/// @param size of all samples; null for the size of each sample's own picture
/// @param fit how pictures are brought to the size
/// @param decoding how large pictures are decoded for the size
/// @param channels how many all samples have
/// @param labelling what samples are labelled with where pictures have objects or maps
/// @param smoothing ε within [0, 1); null for that which goes with the policy
/// @param copies how many mixes are made of every picture, at least 1
/// @param keepOriginals whether every picture also comes as it is
public record Making(
    PolicyChoice policy,
    double probability,
    Partners partners,
    @Nullable Frame size,
    Fit fit,
    Decoding decoding,
    Channels channels,
    Labelling labelling,
    @Nullable Double smoothing,
    int copies,
    boolean keepOriginals) {
  /// What is made where nothing is said.
  public static final Making USUAL =
      new Making(
          new PolicyChoice.Explore(),
          1,
          Partners.ROLL,
          new Frame(224, 224),
          Fit.COVER,
          Decoding.EXACT,
          Channels.KEEP,
          Labelling.USUAL,
          null,
          1,
          false);

  /// The samples of a job, but for seed, blending and mask.
  ///
  /// @param policy that of the job
  static Making like(SampleSettings samples, PolicyChoice policy) {
    return new Making(
        policy,
        samples.policy().probability(),
        samples.partners().unseen(),
        samples.frame(),
        samples.fit(),
        samples.decoding(),
        samples.channels(),
        samples.labelling(),
        samples.smoothing(),
        samples.copies(),
        samples.keepOriginals());
  }

  /// The settings of a job.
  ///
  /// @param recipe of Explore
  /// @throws IllegalArgumentException if a value is out of its range
  public SampleSettings settings(Recipe recipe) {
    Policy mixed = policy.policy(recipe).withProbability(probability);
    return new SampleSettings(
        mixed,
        partners,
        recipe.blending(),
        needsMask(mixed) ? recipe.mask() : null,
        size,
        fit,
        decoding,
        channels,
        labelling,
        smoothing(recipe),
        copies,
        keepOriginals,
        recipe.seed());
  }

  /// ε as it takes effect.
  ///
  /// @param recipe of Explore
  double smoothing(Recipe recipe) {
    return Objects.requireNonNullElseGet(smoothing, () -> policy.smoothing(recipe));
  }

  private static boolean needsMask(Policy policy) {
    return policy.choices().stream()
        .anyMatch(choice -> choice.drawing().method().type().uses(Trait.MASK));
  }

  /// Another policy, with the smoothing that goes with it.
  Making with(PolicyChoice other) {
    return new Making(
        other,
        probability,
        partners,
        size,
        fit,
        decoding,
        channels,
        labelling,
        null,
        copies,
        keepOriginals);
  }

  Making withProbability(double other) {
    return new Making(
        policy,
        other,
        partners,
        size,
        fit,
        decoding,
        channels,
        labelling,
        smoothing,
        copies,
        keepOriginals);
  }

  Making with(Partners other) {
    return new Making(
        policy,
        probability,
        other,
        size,
        fit,
        decoding,
        channels,
        labelling,
        smoothing,
        copies,
        keepOriginals);
  }

  Making with(@Nullable Frame otherSize, Fit otherFit) {
    return new Making(
        policy,
        probability,
        partners,
        otherSize,
        otherFit,
        decoding,
        channels,
        labelling,
        smoothing,
        copies,
        keepOriginals);
  }

  Making with(Decoding other) {
    return new Making(
        policy,
        probability,
        partners,
        size,
        fit,
        other,
        channels,
        labelling,
        smoothing,
        copies,
        keepOriginals);
  }

  Making with(Channels other) {
    return new Making(
        policy,
        probability,
        partners,
        size,
        fit,
        decoding,
        other,
        labelling,
        smoothing,
        copies,
        keepOriginals);
  }

  Making with(Labelling other) {
    return new Making(
        policy,
        probability,
        partners,
        size,
        fit,
        decoding,
        channels,
        other,
        smoothing,
        copies,
        keepOriginals);
  }

  Making withSmoothing(@Nullable Double other) {
    return new Making(
        policy,
        probability,
        partners,
        size,
        fit,
        decoding,
        channels,
        labelling,
        other,
        copies,
        keepOriginals);
  }

  Making withCopies(int other) {
    return new Making(
        policy,
        probability,
        partners,
        size,
        fit,
        decoding,
        channels,
        labelling,
        smoothing,
        other,
        keepOriginals);
  }

  Making keepingOriginals(boolean keep) {
    return new Making(
        policy,
        probability,
        partners,
        size,
        fit,
        decoding,
        channels,
        labelling,
        smoothing,
        copies,
        keep);
  }
}
