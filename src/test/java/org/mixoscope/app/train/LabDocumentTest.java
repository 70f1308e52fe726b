package org.mixoscope.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;
import org.mixoscope.app.Screens;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Problems;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.figure.Figure;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.figure.FigureStyle;
import org.mixoscope.figure.Template;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.lab.study.Measure;
import org.mixoscope.recipe.ExperimentText;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeText;

@BesideWindows
class LabDocumentTest {
  private final MixModel explore = Screens.model();
  private final TrainModel model = new TrainModel(explore, TaskRunner.inline());
  private final Messages messages = new Messages(Language.ENGLISH);

  @TempDir Path folder;

  private static LabView seen(TrainModel model) {
    return Objects.requireNonNull(model.trainer().viewProperty().get());
  }

  private static LabDocument document(TrainModel model) {
    return Objects.requireNonNull(model.document("mine"));
  }

  private void train(int epochs) {
    model.setActive(true);
    for (int epoch = 0; epoch < epochs; epoch++) {
      model.trainer().finishEpoch();
    }
  }

  /// Two classes of tiny pictures, dark and light.
  private Path pictures(int count) throws IOException {
    Path all = folder.resolve("pictures");
    for (String name : List.of("dark", "light")) {
      Files.createDirectories(all.resolve(name));
      for (int i = 0; i < count; i++) {
        int level = (name.equals("dark") ? 0 : 150) + 7 * i % 100;
        Files.writeString(
            all.resolve(name).resolve("%d.pgm".formatted(i)),
            "P2 8 8 255" + (" " + level).repeat(64));
      }
    }
    return all;
  }

  /// The whole of the promise: sent to another window, with another seed there, the same curves are
  /// drawn again, to the last bit.
  @Test
  void reopenedItDrawsTheSameCurvesAgain() throws RecipeException {
    explore.edit(r -> r.seeded(7));
    model.edit(now -> now.with(now.data().withLabelNoise(0.2)).withEpochs(9));
    train(3);
    LabDocument sent = document(model);
    assertEquals(3, sent.curves().getFirst().epochs());

    MixModel elsewhere = Screens.model();
    TrainModel next = new TrainModel(elsewhere, TaskRunner.inline());
    next.setActive(true);
    next.trainer().finishEpoch();
    assertEquals("mine", next.open(sent.json(null), null).orElseThrow());

    assertEquals(7, elsewhere.recipe().seed());
    assertEquals(model.options(), next.options());
    assertTrue(seen(next).isAtStart());
    assertFalse(next.isPlaying(), "who opens it sees what there was first");
    assertEquals(sent, next.kept().comparedProperty().get(), "it lies behind");
    for (int epoch = 0; epoch < 3; epoch++) {
      next.trainer().finishEpoch();
    }
    assertEquals(sent, document(next));
    next.history().undo();
    assertEquals(LabOptions.USUAL, next.options());
  }

  @Test
  void changesOnTheWayAreKept() throws RecipeException {
    train(1);
    model.edit(now -> now.with(1, run -> run.with(new Mixup(0.3))));
    train(1);
    LabDocument document = document(model);
    assertEquals(1, document.marks().size());
    assertEquals(document, LabDocument.read(document.json(null), null));
  }

  @Test
  void oneLineHasAllThatIsNeededToTrainItAgain() throws RecipeException {
    train(1);
    LabDocument document = document(model);
    String line = document.line();
    assertTrue(ExperimentText.isOne(line));
    assertTrue(line.length() < 800, line);
    assertEquals(document.untrained(), LabDocument.read(line, null));
    RecipeException no = assertThrows(RecipeException.class, () -> RecipeText.parse(line));
    assertTrue(no.getMessage().contains("it is an experiment"), no.getMessage());
    model.open(document.untrained());
    assertTrue(model.isPlaying(), "there is nothing to look at first");
  }

  @Test
  void aFigureCarriesIt() throws IOException, RecipeException {
    train(2);
    LabDocument document = document(model);
    FigureStyle style = FigureStyle.of(Template.SLIDE);
    Figure figure = Figure.of(LabFigure.of(seen(model), document, style), style);
    for (FigureFormat format : List.of(FigureFormat.PNG, FigureFormat.SVG, FigureFormat.PDF)) {
      String text = EmbeddedRecipe.of(figure.bytes(format, 1)).orElseThrow();
      assertEquals(document.untrained(), LabDocument.read(text, null), format.name());
    }
  }

  @Test
  void wrongDocumentsAreExplainedAndAllStaysAsItWas() {
    train(1);
    String json = document(model).json(null);
    Map<String, String> wrong = new TreeMap<>();
    wrong.put(
        json.replace("\"mixoscope-experiment\" : 1", "\"mixoscope-experiment\" : 2"),
        "version 2 is not known to this program");
    wrong.put(json.replace("\"moons\"", "\"stars\""), "stars");
    wrong.put(json.replace("\"epochs\" : 200", "\"epochs\" : 0"), "epochs = 0");
    wrong.put(json.replace("\"seed\"", "\"sead\""), "seed is missing");
    wrong.put(json.replaceFirst("\"nll\" : \\[[^]]*]", "\"nll\" : [ ]"), "as many epochs");
    wrong.put(json.substring(0, json.length() / 2), "line");
    LabView before = seen(model);
    wrong.forEach(
        (text, why) -> {
          assertNotEquals(json, text, why);
          assertTrue(model.open(text, Path.of("mine.json")).isEmpty());
          String said =
              Problems.text(Objects.requireNonNull(explore.problemProperty().get()), messages);
          assertTrue(said.startsWith("mine.json is not an experiment"), said);
          assertTrue(said.contains(why), said);
          assertEquals(before, seen(model));
        });
  }

  /// Of a network that went astray.
  @Test
  void whatIsNoNumberIsNull() throws RecipeException {
    Map<String, List<Double>> columns = new TreeMap<>();
    Curve.NAMES.forEach(name -> columns.put(name, List.of(1.0)));
    columns.put(Measure.NLL.id(), List.of(Double.NaN));
    Curve curve = new Curve(columns);
    LabDocument document =
        new LabDocument("astray", LabOptions.USUAL, 1, List.of(), List.of(curve, curve));
    assertEquals(document, LabDocument.read(document.json(null), null));
  }

  @Test
  void keptOnesAreRememberedAndOlderWindowsLeftNone() {
    train(1);
    model.kept().keep(document(model));
    model.kept().keep(document(model).named("other"));
    assertFalse(model.kept().keep(document(model)), "it is there");
    model.documents().add(folder.resolve("a.json"));
    TrainModel next = new TrainModel(explore, TaskRunner.inline());
    new TrainPart(next).recall(new TrainPart(model).remembered());
    assertEquals(List.copyOf(model.kept().all()), List.copyOf(next.kept().all()));
    assertEquals(List.copyOf(model.documents().all()), List.copyOf(next.documents().all()));
    new TrainPart(next).recall(LabOptionsJson.tree(LabOptions.USUAL));
    assertTrue(next.kept().all().isEmpty());
  }

  @Test
  void whatIsTakenAwayComesBackToItsPlace() {
    train(1);
    LabDocument first = document(model);
    KeptExperiments kept = model.kept();
    kept.keep(first);
    kept.keep(first.named("second"));
    kept.comparedProperty().set(first);
    Runnable back = kept.remove(first);
    assertNull(kept.comparedProperty().get());
    back.run();
    assertEquals(List.of(first, first.named("second")), List.copyOf(kept.all()));
    assertEquals(first, kept.comparedProperty().get());
    kept.rename(first, "new");
    assertEquals("new", Objects.requireNonNull(kept.comparedProperty().get()).name());
  }

  /// What every epoch gave.
  @Test
  void theTableIsThatOfTheCommandLine() {
    train(2);
    List<String> lines = document(model).csv().lines().toList();
    assertEquals(
        "policy,seed,epoch,loss,mixed_accuracy,train_accuracy,test_accuracy,nll,ece",
        lines.getFirst());
    assertEquals(1 + 2 * 2, lines.size());
    assertTrue(lines.getLast().startsWith("\"mixup α=1\",42,2,"), lines.getLast());
  }

  @Test
  void picturesOfTheUserAreTrainedOnAndFoundAgainBesideTheDocument()
      throws IOException, RecipeException {
    Path pictures = pictures(10);
    model.setActive(true);
    model.openData(pictures, 32);
    OwnData own = Objects.requireNonNull(model.options().data().own());
    assertEquals(List.of(16, 4), List.of(own.train(), own.test()));
    assertEquals("cnn", model.options().net());
    train(1);
    LabDocument document = document(model);
    assertEquals(List.of("dark", "light"), model.options().data().classNames());
    model.edit(now -> now.withEpochs(1));
    model.repeat();
    Bands bands = Objects.requireNonNull(model.bands());
    assertEquals(
        seen(model).lanes().getLast().points(),
        List.of(bands.epochs().getFirst().getLast().getFirst()));

    Path file = folder.resolve("mine.json");
    Files.writeString(file, document.json(folder));
    assertTrue(Files.readString(file).contains("\"path\" : \"pictures\""));
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.move(pictures, elsewhere.resolve("pictures"));
    Files.move(file, elsewhere.resolve("mine.json"));

    TrainModel next = new TrainModel(Screens.model(), TaskRunner.inline());
    next.setActive(true);
    next.open(Files.readString(elsewhere.resolve("mine.json")), elsewhere.resolve("mine.json"));
    assertFalse(next.waitingProperty().get());
    next.trainer().finishEpoch();
    assertEquals(document.curves(), document(next).curves());
    assertNull(next.changedProperty().get());
  }

  @Test
  void missingDataAreSaidAndComeBack() throws IOException {
    Path pictures = pictures(10);
    model.setActive(true);
    model.openData(pictures, 32);
    TrainModel next = new TrainModel(Screens.model(), TaskRunner.inline());
    new TrainPart(next).recall(new TrainPart(model).remembered());
    Files.move(pictures, folder.resolve("away"));
    assertNull(next.samples().failureProperty().get(), "nobody looks");
    next.setActive(true);
    assertTrue(next.waitingProperty().get());
    assertEquals(pictures, Objects.requireNonNull(next.samples().failureProperty().get()).source());
    assertNull(next.document("none"));

    next.edit(now -> now.with(LabData.of("moons")));
    assertFalse(next.waitingProperty().get());
    next.trainer().step();
    assertEquals(1, seen(next).steps());

    Files.move(folder.resolve("away"), pictures);
    Files.delete(pictures.resolve("dark/0.pgm"));
    next.history().undo();
    OwnData own = Objects.requireNonNull(next.options().data().own());
    assertEquals(own, next.changedProperty().get(), "one picture less");
    assertFalse(next.waitingProperty().get());
  }

  @Test
  void whatCannotBeOpenedLeavesTheOldData() throws IOException {
    model.setActive(true);
    LabOptions before = model.options();
    model.openData(folder.resolve("nowhere"), 32);
    assertEquals(before, model.options());
    Samples.Failure failure = Objects.requireNonNull(model.samples().failureProperty().get());
    assertTrue(Problems.text(failure.why(), messages).contains("nowhere"));
    model.openData(pictures(4), 64);
    assertNull(model.samples().failureProperty().get());
    List<String> nets = new ArrayList<>(model.options().data().nets());
    nets.forEach(net -> model.edit(now -> now.withNet(net)));
    assertEquals(nets.getLast(), seen(model).options().net());
  }

  /// The newest wish counts, and what was asked for before is not heard of again.
  @Test
  void readingCanBeStoppedAndOvertaken() throws IOException {
    Path pictures = pictures(4);
    Screens.Held tasks = new Screens.Held();
    TrainModel held = new TrainModel(explore, tasks);
    held.openData(pictures, 32);
    held.samples().cancel();
    finish(tasks);
    assertEquals(LabOptions.USUAL, held.options());
    held.openData(folder.resolve("nowhere"), 32);
    held.openData(pictures, 64);
    finish(tasks);
    assertNull(held.samples().failureProperty().get());
    assertEquals(64, Objects.requireNonNull(held.options().data().own()).side());
  }

  /// What is put into the plane while it runs goes on from where it is, and is part of the state:
  /// rewound and reopened the same curve is drawn again.
  @Test
  void pointsOfOnesOwnArePartOfTheState() throws RecipeException {
    train(1);
    model.history().beginGesture();
    model.changeDots(dots -> with(dots, Dot.at(-1.5, -1.5, 0)));
    model.changeDots(dots -> with(dots.subList(0, 300), Dot.at(-1.4, -1.5, 0)));
    model.history().endGesture();
    LabView after = seen(model);
    assertEquals(5, after.steps(), "it goes on");
    assertEquals(301, after.data().train().size());
    assertEquals(1, after.marks().size(), "one gesture, one mark");
    assertEquals("points", after.marks().getFirst().text(messages));
    model.trainer().finishEpoch();
    assertEquals(301, model.options().data().dots().size());

    model.trainer().rewind();
    train(2);
    LabDocument once = document(model);
    assertEquals(List.of(), once.marks());
    MixModel elsewhere = Screens.model();
    TrainModel next = new TrainModel(elsewhere, TaskRunner.inline());
    next.setActive(true);
    next.open(once.json(null), null);
    next.trainer().finishEpoch();
    next.trainer().finishEpoch();
    assertEquals(once, document(next));

    model.history().undo();
    assertEquals(List.of(), model.options().data().dots());
    assertEquals(300, seen(model).data().train().size());
  }

  @Test
  void anEpochOfMoreStepsBeginsAnewAndTooFewPointsAreRefused() {
    train(1);
    model.changeDots(dots -> dots.subList(0, 100));
    assertEquals(0, seen(model).steps(), "two batches an epoch in place of five");
    assertFalse(model.changeDots(dots -> dots.subList(0, 1)));
    assertEquals(100, model.options().data().dots().size());
    model.edit(now -> now.with(now.data().withSize(200)));
    assertEquals(200, seen(model).data().train().size(), "drawn anew");
  }

  private static List<Dot> with(List<Dot> dots, Dot another) {
    List<Dot> more = new ArrayList<>(dots);
    more.add(another);
    return more;
  }

  private static void finish(Screens.Held tasks) {
    while (!tasks.waiting.isEmpty()) {
      tasks.waiting.removeFirst().run();
    }
  }
}
