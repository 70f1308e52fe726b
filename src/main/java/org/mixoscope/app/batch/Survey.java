package org.mixoscope.app.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.BatchJob.Estimate;
import org.mixoscope.batch.BatchJob.Found;
import org.mixoscope.batch.JobSettings;
import org.mixoscope.batch.Retry;
import org.mixoscope.dataset.labelled.Background;
import org.mixoscope.dataset.labelled.Findings;
import org.mixoscope.dataset.labelled.PixelCounts;
import org.mixoscope.dataset.labelled.ReadAs;

/// What a job would do, before it is started: the same that `--dry-run` says.
///
/// @param wish what it is about
/// @param data what was found in the data set; null if it cannot be used
/// @param background what else is mixed; null if nothing is, or it cannot be used
/// @param target what the folder to write holds; null if none is chosen or it cannot be used
/// @param free bytes there are where it would write, −1 if that is not known
/// @param unread how many pictures a run in that folder could not read
/// @param retry what comes of trying these again; null if nobody asked for that
/// @param estimate how much would be written; null until a few samples were made
/// @param samples those few
/// @param problem what keeps the job from being started; null if nothing does
/// @param place which of the choices the problem is about
/// @param other what there is in place of a data set; null if there is one, or nothing
/// @param making how many samples are made of that
record Survey(
    Wish wish,
    @Nullable Data data,
    @Nullable Background background,
    @Nullable Found target,
    long free,
    int unread,
    @Nullable Retry retry,
    @Nullable Estimate estimate,
    List<Shown> samples,
    @Nullable Exception problem,
    Place place,
    @Nullable Other other,
    int making) {

  /// What is surveyed.
  ///
  /// @param source the data set, null if none is chosen
  /// @param as how it is read
  /// @param target the folder to write, null if none is chosen
  /// @param others what is chosen of what is no data set of pictures
  /// @param retried whether what could not be read is to be tried again
  /// @param visit differs where the same is to be looked at again
  record Wish(
      @Nullable Path source,
      ReadAs as,
      @Nullable Path target,
      JobSettings settings,
      OtherMaking others,
      boolean retried,
      int visit) {
    /// Whether it is about the same job.
    boolean isLike(Wish other) {
      return Objects.equals(source, other.source)
          && as.equals(other.as)
          && Objects.equals(target, other.target)
          && settings.equals(other.settings)
          && others.equals(other.others);
    }
  }

  /// A data set.
  ///
  /// @param kind as [org.mixoscope.dataset.labelled.DataSet#kind] has it
  /// @param pictures how many
  /// @param classes their names
  /// @param counts how many pictures have each
  /// @param findings what else was understood
  /// @param pixels how many have each class, if they have
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Data(
      String kind,
      int pictures,
      List<String> classes,
      int[] counts,
      Findings findings,
      Optional<PixelCounts> pixels) {}

  /// Where a problem is shown.
  enum Place {
    SOURCE,
    MAKING,
    TARGET
  }

  Survey of(Other what) {
    return changed(d -> d.other = what);
  }

  Survey making(int many) {
    return changed(d -> d.making = many);
  }

  Survey before(@Nullable Background all) {
    return changed(d -> d.background = all);
  }

  Survey at(Found there, long room) {
    return changed(
        d -> {
          d.target = there;
          d.free = room;
          d.place = Place.TARGET;
        });
  }

  /// Of a run in the folder.
  Survey leaving(int pictures) {
    return changed(d -> d.unread = pictures);
  }

  Survey trying(@Nullable Retry again) {
    return changed(d -> d.retry = again);
  }

  Survey with(Estimate found, List<Shown> made) {
    return changed(d -> d.estimate = found).showing(made);
  }

  Survey showing(List<Shown> others) {
    return changed(d -> d.samples = others);
  }

  Survey failed(Exception why, Place where) {
    return changed(
        d -> {
          d.problem = why;
          d.place = where;
        });
  }

  /// Whether everything is known that can be.
  boolean isFinal() {
    return problem != null || data == null || estimate != null;
  }

  /// Whether the job can be started or resumed.
  boolean isReady() {
    return problem == null
        && (data != null || other != null)
        && (target == Found.NOTHING || hasRest());
  }

  /// Whether the folder holds the job, of which something is still to be written.
  boolean hasRest() {
    return target == Found.PART || (target == Found.ALL && retry != null && retry.rewritten() > 0);
  }

  /// Whether the estimate is more than there is room for.
  boolean isTooLarge() {
    return estimate != null && free >= 0 && estimate.bytes() > free;
  }

  /// A copy that differs in what a change says.
  private Survey changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.survey();
  }

  /// What is being changed: a copy names only what differs.
  private static final class Draft {
    private final Wish wish;
    private final @Nullable Data data;
    private @Nullable Background background;
    private @Nullable Found target;
    private long free;
    private int unread;
    private @Nullable Retry retry;
    private @Nullable Estimate estimate;
    private List<Shown> samples;
    private @Nullable Exception problem;
    private Place place;
    private @Nullable Other other;
    private int making;

    Draft(Survey from) {
      wish = from.wish;
      data = from.data;
      background = from.background;
      target = from.target;
      free = from.free;
      unread = from.unread;
      retry = from.retry;
      estimate = from.estimate;
      samples = from.samples;
      problem = from.problem;
      place = from.place;
      other = from.other;
      making = from.making;
    }

    Survey survey() {
      return new Survey(
          wish,
          data,
          background,
          target,
          free,
          unread,
          retry,
          estimate,
          samples,
          problem,
          place,
          other,
          making);
    }
  }
}
