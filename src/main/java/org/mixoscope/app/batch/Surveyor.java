package org.mixoscope.app.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.batch.Survey.Data;
import org.mixoscope.app.batch.Survey.Place;
import org.mixoscope.app.batch.Survey.Wish;
import org.mixoscope.batch.BatchJob;
import org.mixoscope.batch.BatchJob.Beginning;
import org.mixoscope.batch.BatchJob.Estimate;
import org.mixoscope.batch.Edition;
import org.mixoscope.batch.JobDocument;
import org.mixoscope.batch.JobSettings;
import org.mixoscope.batch.ProgramVersion;
import org.mixoscope.batch.RunSettings;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.sample.BackgroundSource;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.dataset.labelled.Background;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.DataSetException;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.image.PictureException;

/// Finds out what a job would do: first what is there, then, from a few samples, how much it will
/// be. Keeps the data set open that it has listed, until the next visit. One thread at a time.
final class Surveyor {
  private static final int TRIES = 16;

  private @Nullable Path opened;
  private ReadAs openedAs = ReadAs.USUAL;
  private int visit;
  private @Nullable DataSet data;
  private @Nullable BackgroundSource backgroundNamed;
  private int backgroundVisit;
  private @Nullable Background background;

  /// One step further.
  ///
  /// @param before what the step before found, null for the first
  Survey step(Wish wish, @Nullable Survey before) throws IOException, InterruptedException {
    Path source = wish.source();
    if (source == null) {
      close();
      return nothing(wish, null);
    }
    return before == null ? look(wish, source) : weigh(before, source);
  }

  private Survey look(Wish wish, Path source) throws IOException {
    DataSet found;
    try {
      found = open(wish, source);
    } catch (IOException e) {
      return instead(nothing(wish, null), source, e);
    }
    Data facts =
        new Data(
            found.kind(),
            found.size(),
            found.classes(),
            found.counts(),
            found.findings(),
            found.pixels());
    Survey listed = nothing(wish, facts);
    Path target = wish.target();
    try {
      listed = listed.leaving(target == null ? 0 : BatchJob.unreadable(target));
      Edition edition = target == null ? Edition.PRESENT : JobDocument.editionIn(target);
      Background background = background(wish);
      listed = listed.before(background);
      BatchJob job = job(wish.as(), wish.settings().as(edition), source, found, background);
      if (target == null) {
        return listed;
      }
      Beginning beginning = wish.retried() ? Beginning.RETRIED : Beginning.RESUMED;
      Survey looked = listed.at(job.look(target, beginning), room(target));
      return wish.retried() ? looked.trying(job.retry(target).orElse(null)) : looked;
    } catch (PictureException | DataSetException | IllegalArgumentException e) {
      return listed.failed(e, Place.MAKING);
    } catch (IOException e) {
      // A folder with a job of texts is none for a table that was taken for one of pictures.
      Other other = Files.isDirectory(source) ? null : other(source);
      return other == null
          ? listed.failed(e, Place.TARGET)
          : look(nothing(wish, null).of(other), other, source);
    }
  }

  /// Where there are no pictures there may be something else.
  private static Survey instead(Survey found, Path source, IOException why) {
    Other other = other(source);
    return other == null
        ? found.failed(why, Place.SOURCE)
        : look(nothing(found.wish(), null).of(other), other, source);
  }

  private static @Nullable Other other(Path source) {
    try {
      return OtherSources.of(source);
    } catch (IOException _) {
      return null; // why there are no pictures says more
    }
  }

  /// What a job of clips or texts would do. Whether a part that is there is of the same job is seen
  /// when it goes on.
  private static Survey look(Survey found, Other other, Path source) {
    Path target = found.wish().target();
    try {
      other.require(found.wish().settings().samples());
      return target == null ? found : found.at(RunSettings.look(target, source), room(target));
    } catch (IllegalArgumentException e) {
      return found.failed(e, Place.MAKING);
    } catch (IOException e) {
      return found.failed(e, Place.TARGET);
    }
  }

  private static Survey nothing(Wish wish, @Nullable Data facts) {
    return new Survey(
        wish, facts, null, null, -1, 0, null, null, List.of(), null, Place.SOURCE, null);
  }

  private Survey weigh(Survey listed, Path source) throws IOException, InterruptedException {
    try {
      DataSet found = open(listed.wish(), source);
      List<Sample> made = new ArrayList<>();
      Estimate estimate =
          job(listed.wish().as(), listed.wish().settings(), source, found, listed.background())
              .estimate(TRIES, made::add);
      List<Shown> samples = new ArrayList<>();
      for (Sample sample : made) {
        Encoding encoding = listed.wish().settings().output().encoding();
        samples.add(Shown.of(sample, found, encoding, listed.wish().settings().reader()));
      }
      return listed.with(estimate, samples);
    } catch (IOException e) {
      return instead(listed, source, e); // tables of texts name no pictures that are there
    }
  }

  private BatchJob job(
      ReadAs as, JobSettings settings, Path source, DataSet found, @Nullable Background background)
      throws IOException {
    return new BatchJob(source, as, found, background, settings, ProgramVersion.read());
  }

  /// Listed once a visit, like the data set.
  private @Nullable Background background(Wish wish) throws DataSetException {
    BackgroundSource named = wish.settings().samples().partners().background();
    if (!Objects.equals(named, backgroundNamed) || wish.visit() != backgroundVisit) {
      background = wish.settings().openBackground();
      backgroundNamed = named;
      backgroundVisit = wish.visit();
    }
    return background;
  }

  private DataSet open(Wish wish, Path source) throws IOException {
    DataSet present = data;
    if (present != null
        && source.equals(opened)
        && wish.as().equals(openedAs)
        && wish.visit() == visit) {
      return present;
    }
    close();
    DataSet next = DataSet.open(source, wish.as());
    data = next;
    opened = source;
    openedAs = wish.as();
    visit = wish.visit();
    return next;
  }

  private void close() throws IOException {
    DataSet present = data;
    data = null;
    opened = null;
    if (present != null) {
      present.close();
    }
  }

  /// Of the disk that a folder lies on, or will.
  private static long room(Path folder) throws IOException {
    Path there =
        Stream.iterate(folder.toAbsolutePath(), Objects::nonNull, Path::getParent)
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    return Files.getFileStore(there).getUsableSpace();
  }
}
