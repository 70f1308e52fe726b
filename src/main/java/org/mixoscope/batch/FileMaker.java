package org.mixoscope.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.output.MapForm;
import org.mixoscope.batch.output.Output;
import org.mixoscope.batch.output.ShardWriter;
import org.mixoscope.batch.output.ShardWriter.Form;
import org.mixoscope.batch.output.Storage;
import org.mixoscope.batch.output.Storage.Draft;
import org.mixoscope.batch.sample.Made;
import org.mixoscope.batch.sample.Made.Missed;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.batch.sample.Made.Skipped;
import org.mixoscope.batch.sample.SampleKind;
import org.mixoscope.batch.sample.SampleMaker;
import org.mixoscope.batch.sample.Stock;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.recipe.RecipeText;

/// Makes files of a job each by itself, on any machine that can read the pictures. For one thread,
/// which may use others.
public final class FileMaker {
  private final DataSet data;
  private final JobSettings settings;
  private final boolean backed;
  private final SampleMaker maker;
  private final Form form;

  /// @param settings of the job, with what is in the background
  /// @param mask that they name; null if they name none. Not modified
  /// @param settled as [SampleMaker#settled] of the whole job
  /// @throws IllegalArgumentException if the settings do not go with the pictures
  public FileMaker(
      Stock stock, JobSettings settings, @Nullable Pixels mask, @Nullable SampleKind settled) {
    data = stock.data();
    backed = stock.background() != null;
    this.settings = settings;
    maker =
        new SampleMaker(
            stock,
            settings.samples(),
            settings.output().format().isArray(),
            settings.output().encoding().depth(),
            settings.edition().ordering(),
            settings.reader(),
            mask,
            settled);
    form = form(settings, data, maker);
  }

  static Form form(JobSettings settings, DataSet data, SampleMaker maker) {
    return new Form(
        settings.output(),
        data.classes(),
        settings.samples().seed(),
        settings.saysLabelWeights(),
        MapForm.of(maker.target(), data, settings.samples().policy()));
  }

  /// Of the job.
  public JobSettings settings() {
    return settings;
  }

  /// Makes one sample.
  ///
  /// @throws org.mixoscope.image.PictureException if the job is strict and a picture cannot be read
  /// @throws InterruptedIOException if the thread was interrupted
  public Made make(long index) throws IOException {
    try {
      Made made = maker.make(index);
      settings.requireTolerated(made, backed);
      return made;
    } catch (InterruptedException e) {
      throw (IOException) new InterruptedIOException().initCause(e);
    }
  }

  /// The samples of a file.
  public LongStream samples(int number) {
    long begin = (long) number * ShardWriter.SAMPLES;
    return LongStream.range(begin, Math.min(begin + ShardWriter.SAMPLES, maker.plan().size()));
  }

  /// How many files there are.
  public static int files(SampleMaker maker) {
    return Math.ceilDiv(maker.plan().size(), ShardWriter.SAMPLES);
  }

  /// Makes one file, and in the end says beside it what became of its samples. Whoever else makes
  /// the same one at the same time does not matter.
  ///
  /// @param number which
  /// @param folder of the job
  /// @param threads at least 1
  /// @throws org.mixoscope.image.PictureException if the job is strict and a picture cannot be read
  /// @throws InterruptedIOException if the thread was interrupted before all was written
  public FileReport make(int number, Path folder, Storage storage, int threads) throws IOException {
    Map<String, Draft> drafts = new LinkedHashMap<>();
    Path pieces = folder.resolve(FileJob.FOLDER);
    ShardWriter.Streams streams =
        name -> {
          Draft draft = storage.draft(folder.resolve(name), pieces);
          drafts.put(name, draft);
          return draft.out();
        };
    try (ShardWriter writer = ShardWriter.open(number, form, FileJob.FOLDER, streams)) {
      Count count = new Count();
      count.run(number, writer, folder, threads);
      writer.finish();
      Map<String, Long> files = new LinkedHashMap<>();
      for (Map.Entry<String, Draft> file : drafts.entrySet()) {
        file.getValue().commit();
        files.put(file.getKey(), Files.size(folder.resolve(file.getKey())));
      }
      FileReport report = count.report(number, writer, files);
      say(report, folder, storage);
      return report;
    } finally {
      for (Draft draft : drafts.values()) {
        draft.close();
      }
    }
  }

  private static void say(FileReport report, Path folder, Storage storage) throws IOException {
    Path file = FileJob.reportFile(folder, report.number());
    try (Draft draft = storage.draft(file, folder.resolve(FileJob.FOLDER))) {
      draft.out().write(report.text().getBytes(UTF_8));
      draft.commit();
    }
  }

  /// What is made and waits for its turn.
  private record Ready(Made made, Output.@Nullable Part part) {}

  /// Counts while it writes. One thread at a time.
  private final class Count {
    private final List<String> errors = new ArrayList<>();
    private final Set<String> named = new HashSet<>();
    private int samples;
    private int skipped;
    private ObjectCounts objects = ObjectCounts.NONE;

    void run(int number, ShardWriter writer, Path folder, int threads) throws IOException {
      long begin = (long) number * ShardWriter.SAMPLES;
      long end = Math.min(begin + ShardWriter.SAMPLES, maker.plan().size());
      Pipeline<Ready> pipeline =
          new Pipeline<>(
              index -> ready(maker.make(index), writer, writer.folder(folder)),
              this::take,
              threads,
              begin,
              end);
      try {
        pipeline.run();
      } catch (IOException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException(e);
      }
      if (samples < end - begin) {
        throw new InterruptedIOException();
      }
    }

    private Ready ready(Made made, ShardWriter writer, Path folder) throws IOException {
      if (!(made instanceof Sample sample)) {
        return new Ready(made, null);
      }
      String recipe =
          settings.output().recipes() ? RecipeText.json(maker.recipe(sample, folder)) : null;
      return new Ready(made, writer.prepare(sample, recipe));
    }

    private void take(Ready ready) throws IOException {
      Made made = ready.made;
      settings.requireTolerated(made, backed);
      if (ready.part != null) {
        ready.part.append();
      }
      switch (made) {
        case Sample sample -> settings.reported(sample).forEach(one -> miss(made.index(), one));
        case Skipped left -> {
          skipped++;
          miss(left.index(), new Missed(left.name(), left.problem()));
        }
      }
      if (settings.countsObjects(data)) {
        objects = objects.plus(made, settings.output().format());
      }
      samples++;
    }

    private void miss(long sample, Missed picture) {
      if (named.add(picture.name())) {
        errors.add(ErrorFile.line(sample, picture, settings.edition()));
      }
    }

    FileReport report(int number, ShardWriter writer, Map<String, Long> files) {
      return new FileReport(number, samples, skipped, errors, objects, writer.frame(), files);
    }
  }
}
