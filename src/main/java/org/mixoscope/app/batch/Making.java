package org.mixoscope.app.batch;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.clip.ClipJobSettings;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.Labelling;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.batch.text.TextJobSettings;
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

  /// The samples of a job of clips, but for seed and blending.
  ///
  /// @param its policy
  Making like(ClipJobSettings job, PolicyChoice its) {
    return changed(
        d -> {
          d.policy = its;
          d.probability = job.probability();
          d.size = job.frame();
          d.fit = job.fit();
          d.like(job.smoothing(), job.copies(), job.keepOriginals());
        });
  }

  /// The samples of a job of texts, but for the seed.
  Making like(TextJobSettings job) {
    return changed(
        d -> {
          d.probability = job.probability();
          d.like(job.smoothing(), job.copies(), job.keepOriginals());
        });
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
    return changed(
        d -> {
          d.policy = other;
          d.smoothing = null;
        });
  }

  Making withProbability(double other) {
    return changed(d -> d.probability = other);
  }

  Making with(Partners other) {
    return changed(d -> d.partners = other);
  }

  Making with(@Nullable Frame otherSize, Fit otherFit) {
    return changed(
        d -> {
          d.size = otherSize;
          d.fit = otherFit;
        });
  }

  Making with(Decoding other) {
    return changed(d -> d.decoding = other);
  }

  Making with(Channels other) {
    return changed(d -> d.channels = other);
  }

  Making with(Labelling other) {
    return changed(d -> d.labelling = other);
  }

  Making withSmoothing(@Nullable Double other) {
    return changed(d -> d.smoothing = other);
  }

  Making withCopies(int other) {
    return changed(d -> d.copies = other);
  }

  Making keepingOriginals(boolean keep) {
    return changed(d -> d.keepOriginals = keep);
  }

  /// A copy that differs in what a change says.
  private Making changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.made();
  }

  /// What is being changed: a copy names only what differs.
  private static final class Draft {
    private PolicyChoice policy;
    private double probability;
    private Partners partners;
    private @Nullable Frame size;
    private Fit fit;
    private Decoding decoding;
    private Channels channels;
    private Labelling labelling;
    private @Nullable Double smoothing;
    private int copies;
    private boolean keepOriginals;

    Draft(Making from) {
      policy = from.policy;
      probability = from.probability;
      partners = from.partners;
      size = from.size;
      fit = from.fit;
      decoding = from.decoding;
      channels = from.channels;
      labelling = from.labelling;
      smoothing = from.smoothing;
      copies = from.copies;
      keepOriginals = from.keepOriginals;
    }

    /// As a job of clips or texts, which are mixed in order always.
    void like(double itsSmoothing, int itsCopies, boolean itsOriginals) {
      partners = Partners.ROLL;
      smoothing = itsSmoothing;
      copies = itsCopies;
      keepOriginals = itsOriginals;
    }

    Making made() {
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
          keepOriginals);
    }
  }
}
