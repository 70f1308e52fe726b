package org.mixoscope.app.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;
import org.mixoscope.app.Gifs;
import org.mixoscope.app.PictureFolders;
import org.mixoscope.app.Screens;
import org.mixoscope.app.batch.Survey.Place;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.LongJob.State;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.batch.BatchJob;
import org.mixoscope.batch.BatchJob.Found;
import org.mixoscope.batch.JobDocument;
import org.mixoscope.batch.ProgramVersion;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.sample.BackgroundSource;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.cli.CommandLines;
import org.mixoscope.clip.ClipFormat;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Source;
import org.mixoscope.text.TextMethodType;

@BesideWindows
class BatchModelTest {
  private static final int PICTURES = 24;

  @TempDir Path folder;
  private final MixModel explore = Screens.model();
  private Path source = Path.of("");
  private BatchModel model = modelOf(TaskRunner.inline());

  private BatchModel modelOf(TaskRunner tasks) {
    return new BatchModel(explore, tasks);
  }

  @BeforeEach
  void writePictures() throws IOException {
    source = PictureFolders.of(folder.resolve("pets"), 4);
    choose(model, "out");
  }

  private void choose(BatchModel to, String target) {
    to.setActive(true);
    to.edit(o -> o.from(source).to(folder.resolve(target)));
    to.make(m -> m.with(new Frame(24, 32), Fit.COVER));
  }

  @Test
  void theSurveySaysWhatTheJobWouldDo() {
    Survey survey = model.surveyProperty().get();

    assertNotNull(survey);
    Survey.Data data = Objects.requireNonNull(survey.data());
    assertEquals("image-folder", data.kind());
    assertEquals(PICTURES, data.pictures());
    assertEquals(6, data.classes().size());
    assertEquals(Found.NOTHING, survey.target());
    assertEquals(PICTURES, survey.estimate().samples());
    assertTrue(survey.estimate().bytes() > 1000);
    assertTrue(survey.free() > survey.estimate().bytes());
    assertTrue(model.canStart());
    model.make(m -> m.withCopies(3).keepingOriginals(true));
    assertEquals(4 * PICTURES, model.surveyProperty().get().estimate().samples());
    assertFalse(Files.exists(folder.resolve("out")), "nothing is written");
  }

  /// They are no broken pictures, and the command line that is shown writes the same bytes.
  @Test
  void clipsAndTextsAreMixedAsTheCommandLineMixesThem() throws Exception {
    Path clips = folder.resolve("clips");
    Source walk = Gifs.write(folder, "walk", 1, 2, new Frame(16, 16));
    Source run = Gifs.write(folder, "run", 2, 3, new Frame(16, 16));
    for (String name : List.of("walk", "run")) {
      Path video = Files.createDirectories(clips.resolve(name)).resolve("a.mp4");
      CommandLines.run(
          "mixoscope mix %s %s -o %s --seed %d"
              .formatted(walk.location(), run.location(), video, name.length()));
    }
    Path table = folder.resolve("t.csv");
    Files.writeString(table, "id,Text,label\n1,one two. three,x\n2,four five,y\n3,six. seven,x\n");
    model.make(m -> m.with(new Frame(16, 16), Fit.COVER).withCopies(2).withSmoothing(0.1));
    model.makeClips(c -> c.with(CourseType.BOTH).with(ClipFormat.NPY).withFrames(2));
    model.makeTexts(t -> t.with(TextMethodType.SENTENCES).withSources(3).withPieces(4));
    for (Path other : List.of(clips, table)) {
      model.make(m -> m.with(Partners.OTHER_CLASS));
      model.edit(o -> o.from(other).to(folder.resolve("out-" + other.getFileName())));
      assertEquals(Place.MAKING, model.surveyProperty().get().place(), "said at the field");
      assertFalse(model.canStart());
      model.make(m -> m.with(Partners.ROLL));
      assertTrue(model.canStart());
      String line = model.commandLine();
      model.start();
      Ended end = ended(model);
      assertTrue(end.isComplete());
      assertEquals(other.equals(clips) ? 4 : 6, end.progress().written());
      CommandLines.run(line.replace("out-", "line-"));
      assertEquals(
          contents("line-" + other.getFileName()), contents("out-" + other.getFileName()), line);
      assertEquals(Found.ALL, model.surveyProperty().get().target());
      assertFalse(model.canStart(), "it is all there");
      model.make(m -> m.withCopies(3));
      refused(Place.TARGET, "begun with another copies");
      model.history().undo();
    }
  }

  @Test
  void theJobWritesWhatBatchJobWrites() throws Exception {
    model.make(m -> m.with(PolicyChoice.of("training:DeiT")).with(Partners.OTHER_CLASS));
    model.edit(o -> o.with(OutputFormat.WEBDATASET).with(new Encoding.Png()));
    model.start();

    Ended end = ended(model);
    assertTrue(end.isComplete());
    direct("direct");
    assertEquals(contents("direct"), contents("out"));
    assertEquals(Found.ALL, model.surveyProperty().get().target());
    assertFalse(model.canStart(), "it is all there");
    List<Shown> samples = model.job().samplesProperty().get();
    assertEquals(PICTURES - 1, samples.getFirst().index(), "the newest is the first");
    assertEquals(new Frame(24, 32), samples.getFirst().picture().frame());
  }

  @Test
  void whatIsStoppedIsResumedToTheSameBytes() throws Exception {
    AtomicInteger states = new AtomicInteger();
    model.edit(o -> o.withThreads(1));
    model
        .job()
        .stateProperty()
        .addListener(
            (property, old, now) -> {
              if (now instanceof State.Running(Seen seen, boolean stopping)
                  && !stopping
                  && seen != null
                  && states.incrementAndGet() == 5) {
                model.job().cancel();
              }
            });
    model.start();

    Ended stopped = ended(model);
    assertFalse(stopped.isComplete());
    assertTrue(stopped.progress().done() >= 5);
    assertTrue(model.canResume());
    assertTrue(model.commandLine().endsWith(" --resume"), model.commandLine());
    model.start();
    Ended end = ended(model);
    assertTrue(end.isComplete());
    assertEquals(stopped.progress().done(), end.progress().before());
    direct("direct");
    assertEquals(contents("direct"), contents("out"));
  }

  @Test
  void greyPicturesMakeAGreyArrayAndTheSurveySaysWhy() throws Exception {
    Path grey = folder.resolve("grey");
    for (int i = 0; i < 4; i++) {
      Path file = Files.createDirectories(grey.resolve("c" + i % 2)).resolve(i + ".png");
      PictureWriter.write(Pixels.of(new byte[] {9, 8, 7, 6}, new Frame(2, 2), 1), file, null);
    }
    model.edit(o -> o.from(grey).with(OutputFormat.NPY));
    BatchText text = new BatchText(new Messages(Language.ENGLISH));
    Survey kept = Objects.requireNonNull(model.surveyProperty().get());
    assertEquals("N×H×W×1: all pictures are grey.", text.channels(kept));
    Shown shown = kept.samples().getFirst();
    assertEquals(4, shown.picture().channels(), "BGRA");
    for (int channel = 0; channel < 3; channel++) {
      assertEquals(9, shown.picture().valueAt(0, 0, channel), 3);
    }

    model.make(m -> m.with(Channels.THREE));
    Survey colour = Objects.requireNonNull(model.surveyProperty().get());
    assertEquals("", text.channels(colour));
    assertTrue(model.commandLine().contains(" --channels 3 "), model.commandLine());
    model.history().undo();
    Files.copy(source.resolve("cat/cat-000.png"), grey.resolve("c0/photo.png"));
    model.setActive(true);
    Survey both = Objects.requireNonNull(model.surveyProperty().get());
    assertEquals(
        "N×H×W×3: there is colour in 1 of 5 pictures; grey ones are repeated.",
        text.channels(both));
  }

  @Test
  void unreadablePicturesAreNamedOnce() throws IOException {
    Files.writeString(source.resolve("cat/cat-001.png"), "no picture");
    model.make(m -> m.withCopies(2));
    model.start();

    Ended end = ended(model);
    assertEquals(2, end.progress().skipped());
    assertEquals(
        List.of("cat/cat-001.png"),
        model.job().skippedProperty().get().stream().map(one -> one.name()).toList());

    choose(model, "strict");
    model.edit(o -> o.strictly(true));
    model.start();
    Exception why =
        model.job().stateProperty().get() instanceof State.Failed(var failure, _) ? failure : null;
    assertNotNull(why);
    assertTrue(why.getMessage().contains("cat-001.png"), why.getMessage());
    assertTrue(model.canResume(), "what is written is whole");
  }

  /// It is never a sample's own picture, so nothing else would say that it is not there.
  @Test
  void whatCannotBeReadOfABackgroundIsNamed() throws IOException {
    Path textures = Files.createDirectory(folder.resolve("textures"));
    Files.copy(source.resolve("cat/cat-000.png"), textures.resolve("fur.png"));
    Files.writeString(textures.resolve("torn.png"), "no picture");
    Partners partners = Partners.from(new BackgroundSource(textures, null));
    model.make(m -> m.with(partners).withCopies(2));

    model.start();

    assertEquals(0, ended(model).progress().skipped());
    assertEquals(
        List.of("background:torn.png"),
        model.job().skippedProperty().get().stream().map(one -> one.name()).toList());
  }

  @Test
  void whatCannotBeIsSaidWhereItWasChosen() throws IOException {
    model.edit(o -> o.from(folder.resolve("nowhere")));
    refused(Place.SOURCE, "nowhere does not exist");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    model.edit(o -> o.from(empty));
    refused(Place.SOURCE, "empty");
    Path one = folder.resolve("one");
    Files.createDirectories(one.resolve("cat"));
    Files.copy(source.resolve("cat/cat-000.png"), one.resolve("cat/cat.png"));
    model.edit(o -> o.from(one));
    model.make(m -> m.with(Partners.OTHER_CLASS));
    refused(Place.MAKING, "one class");
    model.history().undo();
    assertTrue(model.canStart());

    Files.writeString(Files.createDirectories(folder.resolve("full")).resolve("a.txt"), "a");
    model.edit(o -> o.to(folder.resolve("full")));
    assertEquals(Found.OTHER, model.surveyProperty().get().target());
    assertFalse(model.canStart());
    model.edit(o -> o.to(one.resolve("out")));
    assertEquals(Found.INPUT, model.surveyProperty().get().target());
    assertFalse(model.canStart());
    model.edit(o -> o.to(null));
    assertFalse(model.canStart());
  }

  private void refused(Place place, String words) {
    Survey survey = model.surveyProperty().get();
    assertEquals(place, survey.place());
    assertTrue(survey.problem().getMessage().contains(words), survey.problem().getMessage());
    assertFalse(model.canStart());
  }

  @Test
  void aFolderOfAJobWithOtherSettingsIsNotWrittenInto() {
    model.start();
    explore.edit(r -> r.seeded(43));

    refused(Place.TARGET, "begun with another seed");
  }

  @Test
  void whatIsChosenIsRecalledAndHasNoHistory() {
    model.make(m -> m.with(PolicyChoice.of("training:DeiT")).withSmoothing(null));
    BatchModel next = modelOf(TaskRunner.inline());
    next.recall(model.remembered());

    assertEquals(model.optionsProperty().get(), next.optionsProperty().get());
    assertFalse(next.history().canUndoProperty().get());
    JsonNode broken = JsonNodeFactory.instance.objectNode();
    assertThrows(IllegalArgumentException.class, () -> next.recall(broken));
    assertEquals(model.optionsProperty().get(), next.optionsProperty().get());
  }

  @Test
  void exploreDecidesTheMethodAndTheSeed() {
    explore.edit(r -> r.retuned(new CutMix(0.3)).seeded(7));

    assertTrue(model.commandLine().contains(" --method cutmix --alpha 0.3 "), model.commandLine());
    assertTrue(model.commandLine().contains(" --seed 7 "), model.commandLine());
    model.seed(8);
    assertEquals(8, explore.recipe().seed());
  }

  @Test
  void aJobBringsItsDataSetAndItsSettings() throws IOException {
    model.make(m -> m.with(Partners.RANDOM).withCopies(2).withProbability(0.5));
    model.make(m -> m.with(PolicyChoice.of("profile:kornia:cutmix")).withSmoothing(0.25));
    model.edit(o -> o.with(OutputFormat.NPZ).strictly(true));
    model.seed(7);
    model.start();
    BatchModel other = modelOf(TaskRunner.inline());
    other.setActive(true);
    model.seed(8);

    other.take(JobDocument.read(folder.resolve("out/run.json")));

    BatchOptions taken = other.optionsProperty().get();
    assertEquals(model.optionsProperty().get().to(null), taken);
    assertEquals(7, explore.recipe().seed());
    other.edit(o -> o.to(folder.resolve("out")));
    assertEquals(Found.ALL, other.surveyProperty().get().target(), "it is the same job");
    other.history().undo();
    other.history().undo();
    assertEquals(BatchOptions.USUAL, other.optionsProperty().get());
  }

  @Test
  void whatCouldNotBeReadIsTriedAgainToTheBytesOfAFreshRun() throws Exception {
    Path file = source.resolve("cat/cat-001.png");
    byte[] whole = Files.readAllBytes(file);
    Files.writeString(file, "no picture");
    model.start();
    assertEquals(1, ended(model).progress().skipped());
    assertEquals(1, surveyed().unread());
    assertFalse(model.canStart(), "it is all there");
    BatchText text = new BatchText(new Messages(Language.ENGLISH));

    model.retry(true);
    assertEquals("0 of 1 can be read now: nothing is written anew.", text.retried(surveyed()));
    assertFalse(model.canStart());
    model.retry(false);
    Files.write(file, whole);
    model.retry(true);
    String found = text.retried(surveyed());
    assertTrue(found.matches("1 of 1 can be read now: \\d+ samples? written before .*"), found);
    assertTrue(model.canResume());
    assertTrue(model.commandLine().endsWith(" --resume --retry-errors"), model.commandLine());
    model.start();

    assertEquals(0, ended(model).progress().skipped());
    assertFalse(model.retryingProperty().get(), "it was tried");
    assertEquals(0, surveyed().unread());
    direct("direct");
    assertEquals(contents("direct"), contents("out"));
  }

  private Survey surveyed() {
    return Objects.requireNonNull(model.surveyProperty().get());
  }

  @Test
  void aJobThatNoMenuHasIsTakenAsItIs() throws Exception {
    explore.edit(r -> r.retuned(new CutMix(0.3)).with(Blending.LINEAR_LIGHT));
    model.start();
    explore.edit(r -> r.retuned(new CutMix(0.4)).with(Blending.SRGB));

    model.take(JobDocument.read(folder.resolve("out/run.json")));

    Making making = model.optionsProperty().get().making();
    assertEquals(new PolicyChoice.Given(Policy.of(new CutMix(0.3))), making.policy());
    assertEquals(Blending.LINEAR_LIGHT, explore.recipe().blending());
    assertEquals(Found.ALL, model.surveyProperty().get().target());
    assertTrue(model.commandLine().contains(" --alpha 0.3 "), model.commandLine());
  }

  @Test
  void aJobThatWaitsIsStoppedBeforeItBegins() {
    Screens.Held tasks = new Screens.Held();
    BatchModel waiting = modelOf(tasks);
    choose(waiting, "held");
    while (!tasks.waiting.isEmpty()) {
      tasks.waiting.removeFirst().run();
    }
    waiting.start();
    var closed = waiting.close();
    assertFalse(closed.isDone(), "the job has not ended yet");
    tasks.waiting.removeFirst().run();

    assertTrue(closed.isDone());
    Ended end = ended(waiting);
    assertEquals(0, end.progress().done());
  }

  private static Ended ended(BatchModel model) {
    return switch (model.job().stateProperty().get()) {
      case State.Done(Ended end) -> end;
      case State<Seen, Ended> other -> fail(other.toString());
    };
  }

  private void direct(String target) throws Exception {
    try (DataSet data = DataSet.open(source)) {
      new BatchJob(
              source,
              ReadAs.USUAL,
              data,
              model.optionsProperty().get().settings(explore.recipe()),
              ProgramVersion.read())
          .run(folder.resolve(target), 3, false, (made, progress) -> {});
    }
  }

  private Map<String, String> contents(String target) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    Path root = folder.resolve(target);
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            root.relativize(file).toString(),
            Arrays.hashCode(Files.readAllBytes(file)) + " " + Files.size(file));
      }
    }
    assertFalse(contents.isEmpty());
    return contents;
  }
}
