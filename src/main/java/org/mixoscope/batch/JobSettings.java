package org.mixoscope.batch;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.batch.sample.BackgroundSource;
import org.mixoscope.batch.sample.Labelling;
import org.mixoscope.batch.sample.Made;
import org.mixoscope.batch.sample.Made.Missed;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.batch.sample.Made.Skipped;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.dataset.labelled.Background;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.DataSetException;
import org.mixoscope.dataset.labelled.TargetKind;
import org.mixoscope.image.PictureCache;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;

/// All that decides which bytes a job writes.
///
/// @param edition by whose meaning
/// @param samples what is made
/// @param output how it is written
/// @param strict whether the first picture that cannot be read ends the job
/// @param maxMegapixels above which a picture counts as one that cannot be read, within [1, 700]
public record JobSettings(
    Edition edition,
    SampleSettings samples,
    OutputSettings output,
    boolean strict,
    int maxMegapixels) {
  /// @throws IllegalArgumentException if the limit is out of range
  public JobSettings {
    if (maxMegapixels < 1 || maxMegapixels > PictureReader.MOST_MEGAPIXELS) {
      throw new RefusedException(
          BatchReason.MEGAPIXELS.of(maxMegapixels, PictureReader.MOST_MEGAPIXELS));
    }
  }

  /// With the usual limit.
  public JobSettings(
      Edition edition, SampleSettings samples, OutputSettings output, boolean strict) {
    this(edition, samples, output, strict, PictureReader.DEFAULT_MAX_MEGAPIXELS);
  }

  /// The same by another edition.
  public JobSettings as(Edition other) {
    return new JobSettings(other, samples, output, strict, maxMegapixels);
  }

  /// The same for a stream: epochs instead of copies, in a tar.
  ///
  /// @param encoding how pixels are stored; null for as the job does, or in arrays of NumPy where
  ///   it writes no file for a picture
  public JobSettings streamed(@Nullable Encoding encoding) {
    Encoding own = output.encoding() instanceof Encoding.File file ? file : Encoding.Deep.NPY;
    OutputSettings tar =
        new OutputSettings(OutputFormat.WEBDATASET, encoding == null ? own : encoding, false);
    return new JobSettings(edition, samples.once(), tar, strict, maxMegapixels);
  }

  /// The same with another background.
  JobSettings with(BackgroundSource background) {
    return new JobSettings(
        edition, samples.with(Partners.from(background)), output, strict, maxMegapixels);
  }

  /// The background that they name; null if they name none.
  ///
  /// @throws DataSetException if it has no pictures
  public @Nullable Background openBackground() throws DataSetException {
    BackgroundSource named = samples.partners().background();
    return named == null ? null : Background.open(named.path());
  }

  /// The same with what is in the background.
  ///
  /// @param background as they name it; null if they do not
  /// @throws BatchException if they say that something else is in it
  JobSettings seeing(@Nullable Background background) throws BatchException {
    BackgroundSource named = samples.partners().background();
    if (named == null || background == null) {
      return this;
    }
    BackgroundSource seen = named.seen(background);
    Difference difference =
        named.contents() == null
            ? null
            : Difference.between(
                SettingsJson.tree(new BackgroundSource(seen.path(), named.contents())),
                SettingsJson.tree(seen));
    if (difference != null) {
      throw new BatchException(
          BatchReason.OTHER_BACKGROUND.of(named.path(), difference.path(), difference.values()));
    }
    return with(seen);
  }

  /// Reads the pictures of the job.
  public PictureReader reader() {
    return reader(null);
  }

  /// The same by way of a cache.
  ///
  /// @param cache null for none
  PictureReader reader(@Nullable PictureCache cache) {
    PictureReader plain = PictureReader.upTo(maxMegapixels).with(samples.decoding());
    return cache == null ? plain : plain.with(cache);
  }

  /// @throws IllegalArgumentException if samples may be larger than recipes can be of
  void requireRoomForRecipes() {
    if (output.recipes()
        && samples.frame() == null
        && maxMegapixels > PictureReader.DEFAULT_MAX_MEGAPIXELS) {
      throw new RefusedException(BatchReason.RECIPES_NEED_A_SIZE.of(maxMegapixels));
    }
  }

  /// @throws IllegalArgumentException if a recipe could not say what is where in its pictures,
  ///   though its method mixes by that
  void requireFilesForRecipes(DataSet data) {
    Optional<MethodType> marked =
        samples.policy().choices().stream()
            .map(choice -> choice.drawing().method().type())
            .filter(type -> type.uses(Trait.MARKS))
            .findFirst();
    if (output.recipes() && marked.isPresent() && data.annotation(0) == null) {
      throw new RefusedException(BatchReason.RECIPES_NEED_FILES.of(marked.get()));
    }
  }

  /// Nothing may be amiss where the job is strict. What a partner of the data set is amiss in is
  /// said when it is a sample's own; a picture of the background never is.
  ///
  /// @param backed whether partners are of a background
  void requireTolerated(Made made, boolean backed) throws PictureException {
    if (!strict) {
      return;
    }
    switch (made) {
      case Skipped skipped -> throw skipped.problem();
      case Sample sample -> {
        if (backed && !sample.missed().isEmpty()) {
          throw sample.missed().getFirst().problem();
        }
      }
    }
  }

  /// Whether what becomes of objects is counted.
  boolean countsObjects(DataSet data) {
    return data.findings().target() == TargetKind.OBJECTS
        || samples.labelling().by() == Labelling.By.OBJECTS;
  }

  /// The partners that a sample had to do without, as far as the edition names them.
  List<Missed> reported(Sample sample) {
    return edition.namesAllThatIsMissed() ? sample.missed() : List.of();
  }

  /// Whether samples say the weights of their sources in the label: all or none, so that every row
  /// has the same columns.
  boolean saysLabelWeights() {
    return edition.saysLabelWeights()
        && (samples.partners().background() != null
            || samples.policy().choices().stream()
                .anyMatch(choice -> !choice.drawing().method().labelFollowsPixels()));
  }
}
