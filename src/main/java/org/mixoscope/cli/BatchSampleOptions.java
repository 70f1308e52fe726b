package org.mixoscope.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.BackgroundSource;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.Labelling;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.target.Hidden;
import org.mixoscope.kernel.target.Objects.Keeping;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which samples are made of a data set.
final class BatchSampleOptions {
  /// Not annotated: who makes the command adds the group of its methods.
  @Mixin final PolicyOptions policy = new PolicyOptions();

  @Option(
      names = "--pairing",
      paramLabel = "WHO",
      converter = PartnersChoice.class,
      description =
          "Who is mixed with whom: roll, each with the one before it in a shuffled order, which"
              + " decodes each picture once; random; same-class; other-class; balanced, anyone of a"
              + " class that is drawn evenly, for long tails; near-label, anyone whose number is"
              + " near, for --target number; far-saliency, of eight others the one in which other"
              + " places stand out, which decodes each picture once more. The default is roll.")
  Partners.Who who = Partners.Who.ROLL;

  @Option(
      names = "--bandwidth",
      paramLabel = "SIGMA",
      description =
          "Of near-label: how near, in units of the label. A partner's odds are"
              + " exp(-d*d/(2*SIGMA*SIGMA)).")
  @Nullable Double bandwidth;

  @Option(
      names = "--background",
      paramLabel = "FILE|DIR",
      description =
          "Mix with pictures that have no label instead of with those of the data set: one, or all"
              + " in a folder and its folders. Each sample draws its own; its label stays that of"
              + " its own picture. Not with --pairing.")
  @Nullable Path background;

  @Option(
      names = "--size",
      paramLabel = "WIDTHxHEIGHT",
      converter = Values.Size.class,
      description =
          "The size of all samples in pixels. The default is that of the recipe, else of each"
              + " sample's own picture.")
  @Nullable Frame size;

  @Option(
      names = "--fit",
      paramLabel = "HOW",
      converter = PictureOptions.FitChoice.class,
      description =
          "How a picture of another size is brought to that of the sample: cover, contain or"
              + " stretch. The default is that of the recipe, else cover.")
  @Nullable Fit fit;

  @Option(
      names = "--decode",
      paramLabel = "HOW",
      converter = PictureOptions.DecodingChoice.class,
      description =
          "exact: all pixels of all pictures; fast: a JPEG that --size makes at least 8 times"
              + " smaller is decoded smaller, so that at least 4 times are left: faster, of"
              + " nearly the same bytes. The default is that of the recipe, else exact.")
  @Nullable Decoding decoding;

  @Option(
      names = "--channels",
      paramLabel = "N",
      converter = ChannelsChoice.class,
      description =
          "keep: grey pictures stay grey, with one channel; where grey and colour meet, in a sample"
              + " or in the array of npy and npz, grey is repeated; 1: the brightness of all;"
              + " 3: colour for all. The default is keep.")
  @Nullable Channels channels;

  @Option(
      names = "--min-visible",
      paramLabel = "SHARE",
      converter = Values.Unit.class,
      description =
          "Of objects: the least share, within [0, 1], that must be seen of one, of its mask where"
              + " it has one, else of its box; what is exactly as much is kept. The default is"
              + " 0.1.")
  double minVisible = Keeping.USUAL.minVisible();

  @Option(
      names = "--hidden",
      paramLabel = "HOW",
      converter = HiddenChoice.class,
      description =
          "What becomes of objects of which less is seen: drop; ignore, kept and marked so; or"
              + " keep. The default is drop. One without a pixel to be seen is dropped always.")
  Hidden hidden = Keeping.USUAL.hidden();

  @Option(
      names = "--label",
      paramLabel = "BY",
      converter = LabelChoice.class,
      description =
          "pixels: what pictures are labelled with goes where their pixels go; objects: the"
              + " sample's label is the share of each class in the visible pixels of objects or"
              + " class maps. The default is pixels.")
  Labelling.By label = Labelling.USUAL.by();

  @Option(
      names = "--smoothing",
      paramLabel = "ε",
      converter = Values.Smoothing.class,
      description =
          "Label smoothing ε within [0, 1) over all classes of the data set. The default is that of"
              + " the recipe or profile, else 0.")
  @Nullable Double smoothing;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = Values.Seed.class,
      description = "The seed of everything random. The default is that of the recipe, else 42.")
  @Nullable Long seed;

  /// What all these options together say.
  ///
  /// @param usual the channels where nothing is said of them
  /// @param copies how many samples are made of every picture
  /// @param keepOriginals whether every picture is one, too
  SampleSettings settings(Channels usual, int copies, boolean keepOriginals)
      throws RecipeException, PictureException {
    Recipe recipe = policy.recipe();
    Frame frame = size != null || recipe == null ? size : recipe.frame();
    Fit how = Objects.requireNonNullElse(fit, recipe == null ? Fit.COVER : recipe.fit());
    double epsilon =
        Objects.requireNonNullElse(
            smoothing, recipe == null ? policy.smoothing() : recipe.smoothing());
    long key = Objects.requireNonNullElse(seed, recipe == null ? 42 : recipe.seed());
    return new SampleSettings(
        policy.policy(recipe),
        new Partners(
            who, bandwidth, background == null ? null : new BackgroundSource(background, null)),
        recipe == null ? policy.how.blending() : recipe.blending(),
        recipe == null ? policy.how.mask() : recipe.mask(),
        frame,
        how,
        Objects.requireNonNullElse(decoding, recipe == null ? Decoding.EXACT : recipe.decoding()),
        Objects.requireNonNullElse(channels, usual),
        new Labelling(label, new Keeping(minVisible, hidden)),
        epsilon,
        copies,
        keepOriginals,
        key);
  }

  static final class PartnersChoice extends Choice<Partners.Who> {
    PartnersChoice() {
      super(Partners.Who.values(), Partners.Who::id);
    }
  }

  static final class ChannelsChoice extends Choice<Channels> {
    ChannelsChoice() {
      super(Channels.values(), Channels::id);
    }
  }

  static final class HiddenChoice extends Choice<Hidden> {
    HiddenChoice() {
      super(Hidden.values(), Hidden::id);
    }
  }

  static final class LabelChoice extends Choice<Labelling.By> {
    LabelChoice() {
      super(Labelling.By.values(), Labelling.By::id);
    }
  }
}
