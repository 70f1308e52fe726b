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
import org.mixoscope.batch.SerialJob;
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
  private boolean openedAsClips;
  private @Nullable String openedColumn;
  private int visit;
  private @Nullable DataSet data;
  private @Nullable Other other;
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
    Other known = other;
    if (known != null && isOpen(wish, source)) {
      return look(nothing(wish, null).of(known), known);
    }
    if (wish.others().asClips() || wish.others().column() != null) {
      return lookAtOther(nothing(wish, null), source);
    }
    DataSet found;
    try {
      found = open(wish, source);
    } catch (IOException e) {
      return instead(nothing(wish, null), source, e, Place.SOURCE);
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
      return Files.isDirectory(source)
          ? listed.failed(e, Place.TARGET)
          : instead(listed, source, e, Place.TARGET);
    }
  }

  /// Somebody says that there are clips, or texts.
  private Survey lookAtOther(Survey bare, Path source) throws IOException {
    close();
    Wish wish = bare.wish();
    String column = wish.others().column();
    try {
      Other there =
          column == null ? Other.Clips.open(source) : Other.Texts.open(source, column, wish.as());
      other = there;
      opened(wish, source);
      return look(bare.of(there), there);
    } catch (IOException | IllegalArgumentException e) {
      return bare.failed(e, Place.SOURCE);
    }
  }

  /// Where there are no pictures there may be something else.
  ///
  /// @param why it cannot be used as pictures
  /// @param where that is shown if there is nothing else
  private Survey instead(Survey found, Path source, IOException why, Place where) {
    Survey bare = nothing(found.wish(), null);
    try {
      Other there = other(found.wish(), source);
      return there == null ? found.failed(why, where) : look(bare.of(there), there);
    } catch (IOException | IllegalArgumentException e) {
      return bare.failed(e, Place.SOURCE);
    }
  }

  /// Opened once a visit, like the data set.
  private @Nullable Other other(Wish wish, Path source) throws IOException {
    close();
    Other next = OtherSources.of(source, wish.as());
    other = next;
    opened(wish, source);
    return next;
  }

  /// What a job of clips or texts would do.
  private static Survey look(Survey found, Other other) {
    Path target = found.wish().target();
    SerialJob job;
    try {
      job = other.job(found.wish(), 1);
    } catch (IllegalArgumentException e) {
      return found.failed(e, Place.MAKING);
    } catch (IOException e) {
      return found.failed(e, Place.SOURCE);
    }
    Survey counted = found.making(job.size());
    try {
      return target == null ? counted : counted.at(job.look(target), room(target));
    } catch (IOException e) {
      return counted.failed(e, Place.TARGET);
    }
  }

  private static Survey nothing(Wish wish, @Nullable Data facts) {
    return new Survey(
        wish, facts, null, null, -1, 0, null, null, List.of(), null, Place.SOURCE, null, 0);
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
      return instead(
          listed, source, e, Place.SOURCE); // tables of texts name no pictures that are there
    }
  }

  private BatchJob job(
      ReadAs as, JobSettings settings, Path source, DataSet found, @Nullable Background background)
      throws IOException {
    return new BatchJob(source, as, found, background, settings, null, ProgramVersion.read());
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
    if (present != null && isOpen(wish, source)) {
      return present;
    }
    close();
    DataSet next = DataSet.open(source, wish.as());
    data = next;
    opened(wish, source);
    return next;
  }

  private boolean isOpen(Wish wish, Path source) {
    return source.equals(opened)
        && wish.as().equals(openedAs)
        && wish.others().asClips() == openedAsClips
        && Objects.equals(wish.others().column(), openedColumn)
        && wish.visit() == visit;
  }

  private void opened(Wish wish, Path source) {
    opened = source;
    openedAs = wish.as();
    openedAsClips = wish.others().asClips();
    openedColumn = wish.others().column();
    visit = wish.visit();
  }

  private void close() throws IOException {
    try (DataSet _ = data;
        Other _ = other) {
      data = null;
      other = null;
      opened = null;
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
