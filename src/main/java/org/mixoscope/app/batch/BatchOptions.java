package org.mixoscope.app.batch;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.Edition;
import org.mixoscope.batch.JobDocument;
import org.mixoscope.batch.JobSettings;
import org.mixoscope.batch.JobSource;
import org.mixoscope.batch.clip.ClipJobDocument;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.Encoding.Numbers;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.batch.text.TextJobDocument;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.image.PictureReader;
import org.mixoscope.recipe.Recipe;

/// Everything that is chosen on the screen.
///
/// @param source the data set, null as long as none is chosen
/// @param as how it is read
/// @param target the folder to write, null as long as none is chosen
/// @param making what is made
/// @param others what is made of what is no data set of pictures
/// @param output how it is written
/// @param strict whether the first picture that cannot be read ends the job
/// @param maxMegapixels above which a picture counts as one that cannot be read
/// @param threads at least 1; they change no byte
public record BatchOptions(
    @Nullable Path source,
    ReadAs as,
    @Nullable Path target,
    Making making,
    OtherMaking others,
    OutputSettings output,
    boolean strict,
    int maxMegapixels,
    int threads) {
  /// As many as `mixoscope batch` allows.
  static final int MOST_THREADS = 256;

  /// Nothing is chosen yet.
  public static final BatchOptions USUAL =
      new BatchOptions(
          null,
          ReadAs.USUAL,
          null,
          Making.USUAL,
          OtherMaking.USUAL,
          new OutputSettings(OutputFormat.IMAGEFOLDER, Encoding.USUAL, false),
          false,
          PictureReader.DEFAULT_MAX_MEGAPIXELS,
          usualThreads());

  /// What `mixoscope batch` takes where nothing is said.
  static int usualThreads() {
    return Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
  }

  /// The settings of the job.
  ///
  /// @param recipe of Explore
  /// @throws IllegalArgumentException if a value is out of its range
  public JobSettings settings(Recipe recipe) {
    return new JobSettings(Edition.PRESENT, making.settings(recipe), output, strict, maxMegapixels);
  }

  /// The settings of a job, and its data set if it names one; blending, mask and seed are left to
  /// Explore.
  ///
  /// @param policy that of the job
  BatchOptions like(JobDocument job, PolicyChoice policy) {
    JobSettings settings = job.settings();
    return changed(
        d -> {
          d.from(job.source());
          d.others = others.ofAnother();
          d.making = Making.like(settings.samples(), policy);
          d.output = settings.output();
          d.strict = settings.strict();
          d.maxMegapixels = settings.maxMegapixels();
        });
  }

  /// The settings of a job of clips, and its folder if it names one; blending and seed are left to
  /// Explore.
  ///
  /// @param policy that of the job
  BatchOptions like(ClipJobDocument job, PolicyChoice policy) {
    return changed(
        d -> {
          d.from(job.source());
          d.making = making.like(job.settings(), policy);
          d.others = others.like(job.settings());
          d.maxMegapixels = job.maxMegapixels();
        });
  }

  /// The settings of a job of texts, and its table if it names one; the seed is left to Explore.
  BatchOptions like(TextJobDocument job) {
    return changed(
        d -> {
          d.from(job.source());
          d.making = making.like(job.settings());
          d.others = others.like(job.settings(), job.column());
        });
  }

  /// Another data set, of which nothing is said yet.
  public BatchOptions from(@Nullable Path other) {
    return changed(
        d -> {
          boolean same = Objects.equals(other, source);
          d.source = other;
          d.as = same ? as : ReadAs.USUAL;
          d.others = same ? others : others.ofAnother();
        });
  }

  /// Read in another way.
  BatchOptions read(ReadAs other) {
    return changed(d -> d.as = other);
  }

  /// Another folder to write.
  public BatchOptions to(@Nullable Path other) {
    return changed(d -> d.target = other);
  }

  /// Other samples.
  public BatchOptions with(Making other) {
    return changed(d -> d.making = other);
  }

  /// Other choices for what is no data set of pictures.
  BatchOptions with(OtherMaking other) {
    return changed(d -> d.others = other);
  }

  /// Written in another way.
  public BatchOptions with(OutputSettings other) {
    return changed(d -> d.output = other);
  }

  /// Another layout; pixels are stored as is usual in it if they cannot stay as they are.
  BatchOptions with(OutputFormat format) {
    boolean same = format.isArray() == output.format().isArray();
    Encoding usual = format.isArray() ? Numbers.UINT8 : Encoding.USUAL;
    return with(
        new OutputSettings(
            format, same ? output.encoding() : usual, output.recipes() && !format.isArray()));
  }

  BatchOptions with(Encoding encoding) {
    boolean recipes = output.recipes() && encoding.holdsRecipes();
    return with(new OutputSettings(output.format(), encoding, recipes));
  }

  BatchOptions embeddingRecipes(boolean recipes) {
    return with(new OutputSettings(output.format(), output.encoding(), recipes));
  }

  BatchOptions strictly(boolean other) {
    return changed(d -> d.strict = other);
  }

  BatchOptions upTo(int megapixels) {
    return changed(d -> d.maxMegapixels = megapixels);
  }

  BatchOptions withThreads(int other) {
    return changed(d -> d.threads = other);
  }

  /// A copy that differs in what a change says.
  private BatchOptions changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.options();
  }

  /// What is being changed: a copy names only what differs.
  private static final class Draft {
    private @Nullable Path source;
    private ReadAs as;
    private @Nullable Path target;
    private Making making;
    private OtherMaking others;
    private OutputSettings output;
    private boolean strict;
    private int maxMegapixels;
    private int threads;

    Draft(BatchOptions from) {
      source = from.source;
      as = from.as;
      target = from.target;
      making = from.making;
      others = from.others;
      output = from.output;
      strict = from.strict;
      maxMegapixels = from.maxMegapixels;
      threads = from.threads;
    }

    /// The source of a job, if it names one.
    void from(@Nullable JobSource its) {
      source = its == null ? source : its.path();
      as = its == null ? as : its.as();
    }

    BatchOptions options() {
      return new BatchOptions(
          source, as, target, making, others, output, strict, maxMegapixels, threads);
    }
  }
}
