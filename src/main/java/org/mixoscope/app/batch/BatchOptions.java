package org.mixoscope.app.batch;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.Edition;
import org.mixoscope.batch.JobDocument;
import org.mixoscope.batch.JobSettings;
import org.mixoscope.batch.JobSource;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.Encoding.Numbers;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.image.PictureReader;
import org.mixoscope.recipe.Recipe;

/// Everything that is chosen on the screen.
///
/// @param source the data set, null as long as none is chosen
/// @param as how it is read
/// @param target the folder to write, null as long as none is chosen
/// @param making what is made
/// @param output how it is written
/// @param strict whether the first picture that cannot be read ends the job
/// @param maxMegapixels above which a picture counts as one that cannot be read
/// @param threads at least 1; they change no byte
public record BatchOptions(
    @Nullable Path source,
    ReadAs as,
    @Nullable Path target,
    Making making,
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
    JobSource its = job.source();
    return new BatchOptions(
        its == null ? source : its.path(),
        its == null ? as : its.as(),
        target,
        Making.like(settings.samples(), policy),
        settings.output(),
        settings.strict(),
        settings.maxMegapixels(),
        threads);
  }

  /// Another data set, of which nothing is said yet.
  public BatchOptions from(@Nullable Path other) {
    return new BatchOptions(
        other,
        Objects.equals(other, source) ? as : ReadAs.USUAL,
        target,
        making,
        output,
        strict,
        maxMegapixels,
        threads);
  }

  /// Read in another way.
  BatchOptions read(ReadAs other) {
    return new BatchOptions(source, other, target, making, output, strict, maxMegapixels, threads);
  }

  /// Another folder to write.
  public BatchOptions to(@Nullable Path other) {
    return new BatchOptions(source, as, other, making, output, strict, maxMegapixels, threads);
  }

  /// Other samples.
  public BatchOptions with(Making other) {
    return new BatchOptions(source, as, target, other, output, strict, maxMegapixels, threads);
  }

  /// Written in another way.
  public BatchOptions with(OutputSettings other) {
    return new BatchOptions(source, as, target, making, other, strict, maxMegapixels, threads);
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
    return new BatchOptions(source, as, target, making, output, other, maxMegapixels, threads);
  }

  BatchOptions upTo(int megapixels) {
    return new BatchOptions(source, as, target, making, output, strict, megapixels, threads);
  }

  BatchOptions withThreads(int other) {
    return new BatchOptions(source, as, target, making, output, strict, maxMegapixels, other);
  }
}
