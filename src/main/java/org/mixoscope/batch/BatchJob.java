package org.mixoscope.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.Journal.State;
import org.mixoscope.batch.output.MapForm;
import org.mixoscope.batch.output.Output;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.Stretch;
import org.mixoscope.batch.sample.Made;
import org.mixoscope.batch.sample.Made.Missed;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.batch.sample.Mass;
import org.mixoscope.batch.sample.SampleKind;
import org.mixoscope.batch.sample.SampleMaker;
import org.mixoscope.batch.sample.Stock;
import org.mixoscope.dataset.labelled.Background;
import org.mixoscope.dataset.labelled.Census;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.DataSetException;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.image.PictureCache;
import org.mixoscope.image.PictureException;
import org.mixoscope.recipe.RecipeText;

/// A data set in, mixed samples out. What is written depends on the data set and the settings
/// alone: not on threads, interruptions or the time of day. Recipes inside pictures also say the
/// way from there to the data set.
///
/// ```java
/// try (DataSet data = DataSet.open(source, ReadAs.USUAL)) {
///   BatchJob job = new BatchJob(source, ReadAs.USUAL, data, settings, "1.0");
///   Progress end = job.run(folder, 4, false, (made, progress) -> bar.show(progress));
/// }
/// ```
public final class BatchJob {
  private final Path source;
  private final ReadAs as;
  private final DataSet data;
  private final @Nullable Background background;
  private final JobSettings settings;
  private final String version;
  private final SampleMaker maker;
  private final @Nullable MapForm maps;
  private final Work work;

  /// Lists the background of the settings, if there is one.
  ///
  /// @throws DataSetException if it has no pictures
  /// @throws IOException as for the form with a background
  public BatchJob(Path source, ReadAs as, DataSet data, JobSettings settings, String version)
      throws IOException {
    this(source, as, data, settings.openBackground(), settings, null, version);
  }

  /// @param source where the data set is, as the user named it
  /// @param as how it was read
  /// @param background as the settings name it; null if they do not
  /// @param cache of the pictures, which changes no byte; null for none
  /// @param version of this program, for `run.json`
  /// @throws BatchException if the background is another one than the settings say
  /// @throws PictureException if the mask cannot be read
  /// @throws IllegalArgumentException if the settings do not go with the data set
  public BatchJob(
      Path source,
      ReadAs as,
      DataSet data,
      @Nullable Background background,
      JobSettings settings,
      @Nullable PictureCache cache,
      String version)
      throws IOException {
    this.source = source;
    this.as = as;
    this.data = data;
    this.background = background;
    this.settings = settings.seeing(background);
    this.version = version;
    settings.requireRoomForRecipes();
    settings.requireFilesForRecipes(data);
    maker =
        new SampleMaker(
            new Stock(data, background),
            settings.samples(),
            settings.output().format().isArray(),
            settings.output().encoding().depth(),
            settings.edition().ordering(),
            settings.reader(cache));
    settings.output().format().require(maker.target());
    maps = MapForm.of(maker.target(), data, settings.samples().policy());
    work = new Work(this, data.classes(), settings, maker, maps, this::recipe);
  }

  /// All that decides what is written, with what is in the background.
  public JobSettings settings() {
    return settings;
  }

  /// Makes the samples.
  public SampleMaker maker() {
    return maker;
  }

  /// Where the data set is, as the user named it.
  public Path source() {
    return source;
  }

  /// How it was read.
  public ReadAs as() {
    return as;
  }

  /// The pictures that samples are made of.
  public Stock stock() {
    return maker.stock();
  }

  /// What there will be.
  ///
  /// @param samples how many
  /// @param bytes on disk, estimated from a few samples
  /// @param census as [BatchJob#census] has it
  /// @param mass of the classes; empty where labels are no weights of classes
  /// @param maps how an array holds class maps; none if there are no such, or files hold them
  /// @param shrunk as [BatchJob#shrunk] has it
  public record Estimate(
      int samples,
      long bytes,
      Optional<Census> census,
      Optional<Mass> mass,
      Optional<MapForm> maps,
      OptionalInt shrunk) {
    /// Of so many of the samples only.
    public Estimate of(int some) {
      long share = samples == 0 ? 0 : Math.round((double) bytes / samples * some);
      return new Estimate(some, share, census, mass, maps, shrunk);
    }
  }

  /// What pictures there are, where that decides how many channels all samples have. Looks at the
  /// headers of all of them the first time.
  public Optional<Census> census() {
    return maker.census();
  }

  /// How many pictures are decoded smaller than they are; empty if the settings do not permit it.
  /// Looks at all headers.
  public OptionalInt shrunk() {
    return maker.shrunk();
  }

  /// What the pixels of all samples are. Looks at all headers the first time, where the pictures
  /// decide that.
  public SampleKind kind() {
    return maker.kind();
  }

  /// How class maps are written; none where samples have no such.
  public Optional<MapForm> maps() {
    return Optional.ofNullable(maps);
  }

  /// Makes a few samples in memory to say what the job would write.
  ///
  /// @param tries how many, at least 1, spread over all
  /// @param seen gets each that could be made
  /// @throws BatchException if none of the pictures tried can be read
  public Estimate estimate(int tries, Consumer<Sample> seen)
      throws IOException, InterruptedException {
    return new Forecast(
            maker, settings.output(), data.classes().size(), maps, sample -> recipe(sample, null))
        .estimate(tries, seen)
        .orElseThrow(
            () -> {
              int tried = Math.min(tries, maker.plan().size());
              return new BatchException(BatchReason.NOTHING_READABLE.of(source, tried));
            });
  }

  /// @param folder of the file that will carry it; null if it is not known
  private @Nullable String recipe(Sample sample, @Nullable Path folder) {
    return settings.output().recipes() ? RecipeText.json(maker.recipe(sample, folder)) : null;
  }

  /// What a folder holds.
  public enum Found {
    /// Nothing: a job can begin.
    NOTHING,
    /// A part of this job: it can be resumed.
    PART,
    /// All of this job.
    ALL,
    /// Parts of a job that are still to be merged, of this or another.
    SHARDS,
    /// Something else.
    OTHER,
    /// What lies in the data set or the background, where nothing may be written: it would be found
    /// as input.
    INPUT
  }

  /// What the job would find in a folder. Writes nothing.
  ///
  /// @param beginning how it would begin where a part of it is there
  /// @throws BatchException if it is a job with other settings or of another data set
  public Found look(Path folder, Beginning beginning) throws IOException {
    Found found = new Target(folder).look(source, background);
    if (found != Found.PART) {
      return found;
    }
    RunFile run = runFile(folder);
    Optional<Progress> complete =
        beginning == Beginning.RETRIED ? run.requireSameButForErrors() : run.requireSame();
    return complete.isPresent() ? Found.ALL : Found.PART;
  }

  RunFile runFile(Path folder) {
    JobDocument job = new JobDocument(JobSource.of(source, as, data), settings);
    return new RunFile(folder, job, data.findings(), background, census(), version);
  }

  /// Begins nothing new; [#run] returns when what is under way is written. From any thread, at any
  /// time.
  public void cancel() {
    work.cancel();
  }

  /// How many pictures the run in a folder, if there is one, could not read.
  public static int unreadable(Path folder) throws IOException {
    return RunFile.isIn(folder) ? ErrorFile.lines(folder, Long.MAX_VALUE).size() : 0;
  }

  /// What a run would write anew that tries again what could not be read. Writes nothing.
  ///
  /// @return empty if the folder holds no run
  /// @throws BatchException if it is a job with other settings or of another data set
  public Optional<Retry> retry(Path folder) throws IOException {
    if (!RunFile.isIn(folder)) {
      return Optional.empty();
    }
    RunFile run = runFile(folder);
    State there = Journal.peek(folder).orElse(State.START);
    boolean complete = run.requireSameButForErrors().isPresent();
    return Optional.of(secondTry(folder, run, complete ? atTheEnd() : there).retry());
  }

  private SecondTry secondTry(Path folder, RunFile run, State before) throws IOException {
    // Counts of objects cannot be gone back on.
    boolean fromStart = !run.hasSameChannels() || isAboutObjects();
    return SecondTry.of(folder, data, settings, maker, before, fromStart);
  }

  /// Of a run that has let go of its journal.
  private State atTheEnd() {
    return new State(maker.plan().size(), 0, Long.MAX_VALUE, ObjectCounts.NONE, List.of());
  }

  /// How a run begins where there is one already.
  public enum Beginning {
    /// It does not.
    REFUSED,
    /// It goes on.
    RESUMED,
    /// It goes on, and pictures that could not be read are tried again: as soon as one can be read,
    /// what is written goes back to the first sample that had to do without it. In the end the
    /// bytes are as if it had been readable from the start.
    RETRIED
  }

  /// Runs the job, once: see [#run(Path, int, Beginning, BatchListener)].
  ///
  /// @param resume whether to go on with what is there
  public Progress run(Path folder, int threads, boolean resume, BatchListener listener)
      throws IOException {
    return run(folder, threads, resume ? Beginning.RESUMED : Beginning.REFUSED, listener);
  }

  /// Runs all of the job, once: see [#run(Path, Part, int, Beginning, BatchListener)].
  public Progress run(Path folder, int threads, Beginning beginning, BatchListener listener)
      throws IOException {
    return run(folder, Part.WHOLE, threads, beginning, listener);
  }

  /// Runs a part of the job, once. Parts of one job may be run into one folder at the same time, by
  /// any number of programs; [Merge] puts them together.
  ///
  /// @param folder to write into; made if it is not there, empty unless the job is resumed or other
  ///   parts of it are there
  /// @param part which samples
  /// @param threads at least 1
  /// @param beginning what to do with a part of it that is there; an empty folder is begun
  /// @param listener told of every sample
  /// @return how far it came: done is less than total if it was cancelled
  /// @throws BatchException if it cannot begin or go on
  /// @throws PictureException if it is strict and a picture cannot be read
  /// @throws IllegalArgumentException if a part is to be tried again
  public Progress run(
      Path folder, Part part, int threads, Beginning beginning, BatchListener listener)
      throws IOException {
    if (!part.isWhole() && beginning == Beginning.RETRIED) {
      throw new IllegalArgumentException("a part is not tried again, all of the job is");
    }
    Target target = new Target(folder, part);
    try {
      return runIn(target, threads, beginning, listener);
    } catch (BatchException | PictureException e) {
      throw e;
    } catch (IOException e) {
      throw target.explained(e);
    }
  }

  private Progress runIn(Target target, int threads, Beginning beginning, BatchListener listener)
      throws IOException {
    Path folder = target.own();
    boolean begun = target.enter(source, background, beginning != Beginning.REFUSED);
    boolean retried = begun && beginning == Beginning.RETRIED;
    RunFile run = runFile(folder);
    if (!begun) {
      requireSame(Parts.another(target));
    }
    Optional<Progress> complete =
        !begun ? Optional.empty() : retried ? run.requireSameButForErrors() : run.requireSame();
    if (complete.isPresent() && !retried) {
      target.tidy();
      return complete.get();
    }
    Stretch stretch = stretch(target.folder(), target.part());
    try (Journal journal = Journal.open(folder)) {
      if (!begun) {
        target.writeClasses(data.classes());
        run.write();
      }
      State state = journal.read().orElse(State.at(stretch.begin()));
      if (retried) {
        SecondTry second = secondTry(folder, run, complete.isPresent() ? atTheEnd() : state);
        listener.retried(second.retry());
        if (complete.isPresent() && second.retry().rewritten() == 0) {
          target.tidy();
          return complete.get();
        }
        state = second.state();
      }
      journal.write(state); // both places are there before the disk can be full
      journal.write(state);
      if (retried) {
        run.write(); // what it goes back on counts no more
      }
      if (begun && state.next() < stretch.end()) {
        Output.clear(
            new Stretch(stretch.folder(), folder, state.next(), stretch.end()), settings.output());
      }
      listener.begun(census());
      Progress end = work.run(stretch, threads, journal, state, listener);
      if (end.done() == end.total()) {
        run.complete(end);
        target.tidy();
      }
      return end;
    }
  }

  /// The samples of a part.
  ///
  /// @param folder that the job is written into
  public Stretch stretch(Path folder, Part part) {
    return part.of(folder, maker.plan().size(), format().samplesPerFile());
  }

  /// @throws BatchException if a part, if there is one, is of another job
  private void requireSame(Optional<Path> part) throws IOException {
    if (part.isPresent()) {
      var _ = runFile(part.get()).requireSame();
    }
  }

  void requireTolerated(Made made) throws PictureException {
    settings.requireTolerated(made, background != null);
  }

  /// Whether what becomes of objects is counted.
  boolean isAboutObjects() {
    return settings.countsObjects(data);
  }

  OutputFormat format() {
    return settings.output().format();
  }

  List<Missed> reported(Sample sample) {
    return settings.reported(sample);
  }
}
