package org.mixoscope.cli;

import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.kernel.profile.TimmMixup.MinMax;
import picocli.CommandLine.Option;

/// Whose convention to follow.
final class ProfileOptions {
  @Option(
      names = "--profile",
      paramLabel = "NAME",
      converter = ProfileChoice.class,
      description =
          "Mix as a framework does: its distribution of λ and its α unless --alpha is given, its"
              + " boxes, label and smoothing. With --method mixup or cutmix, the default;"
              + " mixoscope profiles lists all names.")
  @Nullable Profile profile;

  @Option(
      names = "--cutmix-minmax",
      paramLabel = "MIN,MAX",
      converter = TimmReplayOptions.Range.class,
      description =
          "For the profiles of timm: the range that the sides of a CutMix box are drawn from, as"
              + " shares of those of the mix.")
  @Nullable MinMax cutmixMinmax;

  static final class ProfileChoice extends Choice<Profile> {
    ProfileChoice() {
      super(Profile.all().toArray(new Profile[0]), Profile::id);
    }
  }
}
