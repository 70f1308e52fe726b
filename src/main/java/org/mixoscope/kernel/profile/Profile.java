package org.mixoscope.kernel.profile;

import java.util.List;
import org.mixoscope.kernel.KernelReason;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.batch.Granularity;
import org.mixoscope.kernel.batch.Pairing;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.batch.Policy.Choice;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.profile.TimmMixup.Version;

/// How another framework mixes, as a whole: the distribution of λ and for what it is drawn, who is
/// mixed with whom, boxes, labels, smoothing and rounding, with its defaults.
///
/// Where the label of a framework differs from what its pixels show, both are there: a
/// [org.mixoscope.kernel.batch.SampleMix] gives the weights of the label beside those of the
/// pixels.
///
/// @param id name and, where it matters, version
/// @param conventions its methods, Mixup first
/// @param pairing who is mixed with whom
/// @param smoothing ε of the label smoothing that is part of its mixing; 0 for none
/// @param rounding what its mixes are made of
public record Profile(
    String id, List<Convention> conventions, Pairing pairing, double smoothing, Rounding rounding) {
  private static final List<Profile> ALL =
      List.of(
          new Profile(
              "torchvision-v2",
              List.of(
                  Convention.mixup(1, LambdaLaw.BETA, Granularity.BATCH),
                  Convention.cutMix(1, LambdaLaw.BETA, BoxRule.LEGACY, true, Granularity.BATCH)),
              Pairing.ROLL,
              0,
              Rounding.FLOAT),
          timm(Version.V1_0_28),
          timm(Version.V1_0_29),
          new Profile(
              "clovaai-2019",
              List.of(
                  Convention.cutMix(1, LambdaLaw.BETA, BoxRule.LEGACY, true, Granularity.BATCH)),
              Pairing.PERMUTATION,
              0,
              Rounding.FLOAT),
          new Profile(
              "fastai",
              List.of(
                  Convention.mixup(0.4, LambdaLaw.LARGER_OF_BETA, Granularity.ELEMENT),
                  Convention.cutMix(1, LambdaLaw.BETA, BoxRule.FASTAI, true, Granularity.BATCH)),
              Pairing.PERMUTATION,
              0,
              Rounding.FLOAT),
          new Profile(
              "keras-3",
              List.of(
                  Convention.mixup(0.2, LambdaLaw.BETA, Granularity.ELEMENT),
                  Convention.cutMix(
                      1,
                      LambdaLaw.BETA_OF_RANDOM_ALPHA,
                      BoxRule.KERAS_3,
                      false,
                      Granularity.ELEMENT)),
              Pairing.PERMUTATION,
              0,
              Rounding.FLOAT),
          new Profile(
              "kerascv",
              List.of(
                  Convention.mixup(0.2, LambdaLaw.BETA, Granularity.ELEMENT),
                  Convention.cutMix(
                      1, LambdaLaw.BETA, BoxRule.KERAS_CV, false, Granularity.ELEMENT)),
              Pairing.PERMUTATION,
              0,
              Rounding.FLOAT),
          new Profile(
              "kornia",
              List.of(
                  Convention.mixup(1, LambdaLaw.UNIFORM, Granularity.ELEMENT),
                  Convention.cutMix(1, LambdaLaw.BETA, BoxRule.KORNIA, false, Granularity.ELEMENT)
                      .with(Place.SHARED)),
              Pairing.PERMUTATION,
              0,
              Rounding.FLOAT),
          new Profile(
              "unbiased",
              List.of(
                  Convention.mixup(1, LambdaLaw.BETA, Granularity.ELEMENT),
                  Convention.cutMix(
                      1, LambdaLaw.BETA, BoxRule.UNBIASED, true, Granularity.ELEMENT)),
              Pairing.DERANGEMENT,
              0,
              Rounding.HALF_EVEN));

  /// Keeps a copy of the conventions.
  public Profile {
    conventions = List.copyOf(conventions);
  }

  private static Profile timm(Version version) {
    return new Profile(
        version.id(),
        List.of(
            Convention.mixup(1, LambdaLaw.BETA, Granularity.BATCH),
            Convention.cutMix(1, LambdaLaw.BETA, version.boxRule(), true, Granularity.BATCH),
            // The range of darknet, which timm's documentation gives as the example.
            Convention.minMax(0.2, 0.8, version.place(), Granularity.BATCH)),
        Pairing.FLIP,
        0.1,
        Rounding.HALF_EVEN);
  }

  /// All profiles, in the order of tables.
  public static List<Profile> all() {
    return ALL;
  }

  /// @throws IllegalArgumentException if no profile has this name
  public static Profile of(String id) {
    return ALL.stream()
        .filter(profile -> profile.id.equals(id))
        .findFirst()
        .orElseThrow(
            () -> {
              String known = String.join(", ", ALL.stream().map(Profile::id).toList());
              return new RefusedException(KernelReason.UNKNOWN_PROFILE.of(id, known));
            });
  }

  /// How it does a method.
  ///
  /// @param method `mixup`, `cutmix` or `cutmix-minmax`
  /// @throws IllegalArgumentException if it has no such method
  public Convention convention(String method) {
    return conventions.stream()
        .filter(convention -> convention.id().equals(method))
        .findFirst()
        .orElseThrow(
            () -> {
              String known = String.join(", ", conventions.stream().map(Convention::id).toList());
              return new RefusedException(KernelReason.NOT_IN_PROFILE.of(method, id, known));
            });
  }

  /// What it does to batches with one method.
  ///
  /// @param method `mixup`, `cutmix` or `cutmix-minmax`
  /// @throws IllegalArgumentException if it has no such method
  public Policy policy(String method) {
    return policy(convention(method));
  }

  /// What it does to batches with one of its methods, adapted: another α, say.
  public Policy policy(Convention convention) {
    return policy(List.of(new Choice(convention, 1, 2)), convention.granularity());
  }

  /// What it does to batches with Mixup or CutMix, as timm's `switch_prob` and torchvision's
  /// `RandomChoice` have it. Which of the two is drawn for whatever λ is drawn for.
  ///
  /// @param switchProbability probability of CutMix, within [0, 1]
  /// @throws IllegalArgumentException if it is not, or the two cannot go together
  public Policy switching(double switchProbability) {
    Convention mixup = convention("mixup");
    Convention cutMix = convention("cutmix");
    if (!(switchProbability >= 0 && switchProbability <= 1)) {
      throw new IllegalArgumentException(
          "switch probability = " + switchProbability + ": must be within [0, 1]");
    }
    if (mixup.granularity() != cutMix.granularity()) {
      throw new IllegalArgumentException(
          "profile = %s: draws mixup per %s and cutmix per %s, take one of them"
              .formatted(id, mixup.granularity().id(), cutMix.granularity().id()));
    }
    return policy(
        List.of(
            new Choice(mixup, 1 - switchProbability, 2), new Choice(cutMix, switchProbability, 2)),
        mixup.granularity());
  }

  private Policy policy(List<Choice> choices, Granularity granularity) {
    return new Policy(choices, 1, granularity, pairing, Policy.NEVER);
  }
}
