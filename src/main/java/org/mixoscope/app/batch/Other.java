package org.mixoscope.app.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.BatchReason;
import org.mixoscope.batch.ProgramVersion;
import org.mixoscope.batch.SerialJob;
import org.mixoscope.batch.clip.ClipJob;
import org.mixoscope.batch.clip.ClipJobSettings;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.batch.text.TextJob;
import org.mixoscope.batch.text.TextJobSettings;
import org.mixoscope.clip.ClipFolder;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.dataset.labelled.TextTable;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.batch.Drawing;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.text.Passage;

/// What is mixed as a whole and is no data set of pictures. Of what is chosen it takes what means
/// the same for it, as `mixoscope batch` does, and what is there for it alone. What it says of
/// itself can be asked when it is closed, too.
sealed interface Other extends Closeable {
  /// How many clips or texts there are.
  int size();

  /// How many classes they have.
  int classes();

  /// The job that a wish is about.
  ///
  /// @param threads at least 1
  /// @throws org.mixoscope.batch.BatchException if there are too few clips or texts
  /// @throws IllegalArgumentException if something is chosen that it cannot be mixed by
  SerialJob job(Survey.Wish wish, int threads) throws IOException;

  /// The same as it is now.
  Other reopened() throws IOException;

  private static void requireOrder(SampleSettings samples) {
    Partners partners = samples.partners();
    if (partners.who() != Partners.Who.ROLL || partners.background() != null) {
      throw new RefusedException(BatchReason.OTHERS_IN_ORDER.of());
    }
  }

  /// A folder of clips.
  ///
  /// @param areVolumes whether all of them are
  record Clips(Path source, ClipFolder folder, boolean areVolumes) implements Other {
    static Clips open(Path source) throws IOException {
      SourceReader pictures = new SourceReader(new PictureReader());
      ClipFolder folder = ClipFolder.open(source, new ClipReader(pictures));
      return new Clips(source, folder, folder.hasOnlyVolumes());
    }

    @Override
    public int size() {
      return folder.clips().size();
    }

    @Override
    public int classes() {
      return folder.classes().size();
    }

    @Override
    public Other reopened() throws IOException {
      return open(source);
    }

    @Override
    public SerialJob job(Survey.Wish wish, int threads) throws IOException {
      requireOrder(wish.settings().samples());
      ClipReader reader =
          new ClipReader(
              new SourceReader(PictureReader.upTo(wish.settings().maxMegapixels())),
              wish.others().clips().rate());
      ClipJobSettings settings = settings(wish.settings().samples(), wish.others().clips());
      return new ClipJob(source, folder, settings, reader, threads, ProgramVersion.read());
    }

    /// The method that all are mixed by; null where several are chosen.
    static @Nullable Method method(Policy policy) {
      Policy.Choice only = policy.choices().getFirst();
      return policy.choices().size() == 1 && only.drawing() instanceof Drawing.ByItself
          ? only.drawing().method()
          : null;
    }

    private ClipJobSettings settings(SampleSettings samples, ClipMaking making) {
      Policy policy = samples.policy();
      Method method = method(policy);
      if (method == null || method.type().uses(Trait.MARKS) || method.type().uses(Trait.MASK)) {
        throw new RefusedException(BatchReason.CLIPS_BY_ONE_METHOD.of());
      }
      return new ClipJobSettings(
          method,
          policy.choices().getFirst().sources(),
          making.along(method, areVolumes),
          policy.probability(),
          samples.copies(),
          samples.keepOriginals(),
          samples.frame(),
          samples.fit(),
          samples.blending(),
          making.frames(),
          making.rate(),
          samples.smoothing(),
          samples.seed(),
          making.format(areVolumes));
    }

    @Override
    public void close() {}
  }

  /// A table of texts.
  record Texts(Path source, TextTable table, ReadAs as) implements Other {
    static Texts open(Path source, String column, ReadAs as) throws IOException {
      return new Texts(source, TextTable.open(source, column, as, Passage::require), as);
    }

    @Override
    public int size() {
      return table.size();
    }

    @Override
    public int classes() {
      return table.classes().size();
    }

    @Override
    public Other reopened() throws IOException {
      return open(source, table.textColumn(), as);
    }

    @Override
    public SerialJob job(Survey.Wish wish, int threads) throws IOException {
      SampleSettings samples = wish.settings().samples();
      requireOrder(samples);
      TextMaking making = wish.others().texts();
      TextJobSettings settings =
          new TextJobSettings(
              making.method(),
              making.sources(),
              samples.policy().probability(),
              samples.copies(),
              samples.keepOriginals(),
              samples.smoothing(),
              samples.seed(),
              making.format());
      return new TextJob(source, as, table, settings, ProgramVersion.read());
    }

    @Override
    public void close() throws IOException {
      table.close();
    }
  }
}
