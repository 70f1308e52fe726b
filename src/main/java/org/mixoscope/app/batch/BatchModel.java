package org.mixoscope.app.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.memory.Part;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.ObservableHistory;
import org.mixoscope.app.ui.JobNews;
import org.mixoscope.app.ui.Latest;
import org.mixoscope.app.ui.LongJob.State;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.batch.BatchException;
import org.mixoscope.batch.BatchJob.Beginning;
import org.mixoscope.batch.JobDocument;
import org.mixoscope.batch.JobFile;
import org.mixoscope.batch.clip.ClipJobDocument;
import org.mixoscope.batch.clip.ClipJobSettings;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.batch.text.TextJobDocument;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.recipe.Recipe;

/// The options of a job with a history of their own, what the job would do, and the job.
public final class BatchModel implements Part {
  private final MixModel explore;
  private final JobModel job;
  private final Surveyor surveyor = new Surveyor();
  private final Latest<Survey.Wish, Survey> surveying;
  private final ReadOnlyObjectWrapper<@Nullable Survey> survey = new ReadOnlyObjectWrapper<>();
  private final ObservableHistory<BatchOptions> history;
  private Survey.@Nullable Wish started;
  private final ReadOnlyBooleanWrapper retrying = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable JobNews> news = new ReadOnlyObjectWrapper<>();
  private boolean active;
  private boolean seen;
  private int visit;

  /// @param explore has the recipe whose method, seed and light are used
  public BatchModel(MixModel explore, TaskRunner tasks) {
    this.explore = explore;
    job = new JobModel(tasks);
    surveying =
        new Latest<>(
            tasks,
            surveyor::step,
            Survey::isFinal,
            (wish, result) -> show(result),
            explore::report);
    history = new ObservableHistory<>(first(explore.recipe()), this::follow);
    explore.recipeProperty().addListener((property, old, now) -> follow());
    job.stateProperty().addListener((property, old, now) -> visitAfter(now));
    job.stateProperty().subscribe(() -> news.set(news()));
  }

  /// At the frame of Explore, if it has one of its own.
  private static BatchOptions first(Recipe recipe) {
    Frame frame = recipe.frame();
    return frame == null
        ? BatchOptions.USUAL
        : BatchOptions.USUAL.with(Making.USUAL.with(frame, recipe.fit()));
  }

  /// What is chosen.
  public ReadOnlyObjectProperty<BatchOptions> optionsProperty() {
    return history.presentProperty();
  }

  @Override
  public String name() {
    return "batch";
  }

  @Override
  public JsonNode remembered() {
    return BatchOptionsJson.tree(history.present(), recipe());
  }

  @Override
  public void recall(JsonNode left) {
    history.restart(BatchOptionsJson.read(left));
  }

  @Override
  public Observable changes() {
    return optionsProperty();
  }

  /// Stops the job; completed, on any thread, when nothing is written any more.
  public CompletableFuture<@Nullable Void> close() {
    return job.close();
  }

  /// Whether a job runs.
  public boolean isRunning() {
    return job.isRunning();
  }

  JobModel job() {
    return job;
  }

  /// How the job does, as long as its screen is not in front: while it runs, and how it ended until
  /// somebody has looked. Null while there is nothing to say.
  public ReadOnlyObjectProperty<@Nullable JobNews> newsProperty() {
    return news.getReadOnlyProperty();
  }

  private @Nullable JobNews news() {
    Survey.Wish wish = started;
    boolean isEnded =
        job.stateProperty().get() instanceof State.Done
            || job.stateProperty().get() instanceof State.Failed;
    return active || wish == null || wish.target() == null || (isEnded && seen)
        ? null
        : BatchNews.of(wish.target(), job.stateProperty().get());
  }

  /// What the job would do; of the choices before until it is known. Null while nobody looked.
  ReadOnlyObjectProperty<@Nullable Survey> surveyProperty() {
    return survey.getReadOnlyProperty();
  }

  /// Undo and redo of the options.
  ObservableHistory<BatchOptions> history() {
    return history;
  }

  /// The recipe of Explore.
  ReadOnlyObjectProperty<Recipe> exploreProperty() {
    return explore.recipeProperty();
  }

  Recipe recipe() {
    return explore.recipe();
  }

  /// Another seed, in Explore too.
  void seed(long seed) {
    explore.edit(r -> r.seeded(seed));
  }

  /// Chooses something else, as a step that can be undone.
  void edit(UnaryOperator<BatchOptions> change) {
    history.move(change.apply(history.present()));
  }

  /// Takes over a job: its data set and its settings. Seed, blending and mask are Explore's, too.
  void take(JobDocument job) {
    SampleSettings samples = job.settings().samples();
    explore.edit(r -> like(r, samples));
    edit(now -> now.like(job, PolicyChoice.of(samples.policy(), recipe())));
  }

  /// The same of a job that has been read, of whatever it mixes.
  ///
  /// @throws BatchException if it is no job
  static Consumer<BatchModel> taking(JobFile file) throws BatchException {
    return switch (file.kind()) {
      case PICTURES -> taking(JobDocument.of(file));
      case CLIPS -> taking(ClipJobDocument.of(file));
      case TEXTS -> taking(TextJobDocument.of(file));
    };
  }

  private static Consumer<BatchModel> taking(JobDocument job) {
    return model -> model.take(job);
  }

  private static Consumer<BatchModel> taking(ClipJobDocument job) {
    ClipJobSettings settings = job.settings();
    Policy policy = Policy.of(List.of(new Policy.Choice(settings.method(), 1, settings.sources())));
    return model -> {
      model.explore.edit(r -> seeded(r, settings.seed()).with(settings.blending()));
      model.edit(now -> now.like(job, PolicyChoice.of(policy, model.recipe())));
    };
  }

  private static Consumer<BatchModel> taking(TextJobDocument job) {
    return model -> {
      model.explore.edit(r -> seeded(r, job.settings().seed()));
      model.edit(now -> now.like(job));
    };
  }

  private static Recipe seeded(Recipe recipe, long seed) {
    return recipe.seed() == seed ? recipe : recipe.seeded(seed);
  }

  private static Recipe like(Recipe recipe, SampleSettings samples) {
    return seeded(recipe, samples.seed())
        .with(samples.blending())
        .withMask(samples.mask() == null ? recipe.mask() : samples.mask());
  }

  /// Like [#edit], of what is made.
  void make(UnaryOperator<Making> change) {
    edit(now -> now.with(change.apply(now.making())));
  }

  /// Like [#edit], of clips.
  void makeClips(UnaryOperator<ClipMaking> change) {
    edit(now -> now.with(now.others().with(change.apply(now.others().clips()))));
  }

  /// Like [#edit], of texts.
  void makeTexts(UnaryOperator<TextMaking> change) {
    edit(now -> now.with(now.others().with(change.apply(now.others().texts()))));
  }

  /// Looks at the disk only while somebody looks at the screen, and each time anew.
  void setActive(boolean now) {
    seen |= (active || now) && !job.isRunning();
    active = now;
    news.set(news());
    visit++;
    follow();
  }

  /// Whether the survey is of what is chosen now.
  boolean isSurveyed() {
    Survey known = survey.get();
    return known != null && known.wish().equals(wish());
  }

  boolean canStart() {
    Survey known = survey.get();
    return known != null && isSurveyed() && known.isReady() && !job.isRunning();
  }

  /// Whether there is a part of the job that [#start] goes on with.
  boolean canResume() {
    Survey known = survey.get();
    return known != null && canStart() && known.hasRest();
  }

  /// Whether what an earlier run could not read is to be tried again.
  ReadOnlyBooleanProperty retryingProperty() {
    return retrying.getReadOnlyProperty();
  }

  void retry(boolean again) {
    retrying.set(again);
    follow();
  }

  /// What is chosen in place of a data set, as far as is known; null of pictures.
  private @Nullable Other other() {
    Survey known = survey.get();
    boolean same =
        known != null && Objects.equals(known.wish().source(), history.present().source());
    return same ? known.other() : null;
  }

  private Beginning beginning() {
    return !canResume()
        ? Beginning.REFUSED
        : retrying.get() ? Beginning.RETRIED : Beginning.RESUMED;
  }

  /// Starts the job, or resumes it where a part of it is there.
  void start() {
    if (canStart()) {
      Survey.Wish wish = wish();
      started = wish;
      seen = false;
      Path source = Objects.requireNonNull(wish.source());
      Path target = Objects.requireNonNull(wish.target());
      int threads = history.present().threads();
      Other other = other();
      job.start(
          other == null
              ? new JobRun(source, wish.as(), target, wish.settings(), threads, beginning())
              : new OtherRun(other, wish, threads, canResume()));
    }
  }

  /// The command line that writes the same; it goes on with what is there where we would.
  String commandLine() {
    Other other = other();
    var words =
        other == null
            ? BatchLine.words(history.present(), recipe())
            : BatchLine.words(history.present(), recipe(), other);
    return switch (beginning()) {
      case REFUSED -> words.line();
      case RESUMED -> words.add("--resume").line();
      case RETRIED -> words.add("--resume").add("--retry-errors").line();
    };
  }

  /// Until there are new samples to be seen the ones before stay: that is calmer.
  private void show(Survey next) {
    Survey last = survey.get();
    survey.set(last == null || next.isFinal() ? next : next.showing(last.samples()));
  }

  /// A job that is over has changed what the folder holds.
  private void visitAfter(State<Seen, Ended> state) {
    if (state instanceof State.Done || state instanceof State.Failed) {
      visit++;
      retry(false);
    }
  }

  private void follow() {
    if (job.isRunning()) {
      return;
    }
    Survey.Wish now = wish();
    Survey.Wish last = started;
    if (last != null && !last.isLike(now)) {
      started = null;
      job.forget();
    }
    if (active) {
      surveying.want(now);
    }
  }

  private Survey.Wish wish() {
    BatchOptions now = history.present();
    return new Survey.Wish(
        now.source(),
        now.as(),
        now.target(),
        now.settings(recipe()),
        now.others(),
        retrying.get(),
        visit);
  }
}
