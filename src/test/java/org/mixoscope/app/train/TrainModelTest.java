package org.mixoscope.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.app.Screens;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.lab.data.Digits;
import org.mixoscope.lab.study.Mixings;
import org.mixoscope.lab.study.Study;
import org.mixoscope.lab.study.Study.Point;

@BesideWindows
class TrainModelTest {
  private final MixModel explore = Screens.model();
  private final TrainModel model = model(TaskRunner.inline());

  private TrainModel model(TaskRunner tasks) {
    return new TrainModel(explore, tasks);
  }

  private static LabView seen(TrainModel model) {
    return Objects.requireNonNull(model.trainer().viewProperty().get());
  }

  private List<List<Point>> curves() {
    return seen(model).lanes().stream().map(LaneView::points).toList();
  }

  private void epochs(int count) {
    for (int epoch = 0; epoch < count; epoch++) {
      model.trainer().finishEpoch();
    }
  }

  private void alpha(double alpha) {
    model.edit(now -> now.with(1, run -> run.with(new Mixup(alpha))));
  }

  @Test
  void theFirstLookBeginsAndItStopsByItself() {
    model.edit(now -> now.withEpochs(3));
    assertNull(model.trainer().viewProperty().get(), "nobody looks");

    model.setActive(true);

    assertTrue(model.trainer().playingProperty().get());
    for (int frame = 0; frame < 1000 && model.trainer().playingProperty().get(); frame++) {
      model.trainer().frame(0.05);
    }
    assertFalse(model.trainer().playingProperty().get());
    assertEquals(3 * 5, seen(model).steps(), "300 points are five batches");
    assertEquals(List.of(3, 3), curves().stream().map(List::size).toList());
  }

  /// What is chosen now is not for the networks that others take the place of.
  @Test
  void networksWaitWhileOthersAreMade() {
    Screens.Held tasks = new Screens.Held();
    TrainModel held = model(tasks);
    held.setActive(true);
    drain(tasks);

    held.edit(now -> now.withNet("linear"));
    held.trainer().frame(0.05);
    drain(tasks);
    assertNull(explore.problemProperty().get());
    assertTrue(held.isPlaying());
    held.trainer().frame(0.05);
    drain(tasks);
    assertNotEquals(0, seen(held).steps(), "the others are trained");

    held.edit(now -> now.withNet("mlp:64,64"));
    held.trainer().step();
    drain(tasks);
    assertNull(explore.problemProperty().get());
    assertEquals(0, seen(held).steps());
  }

  private static void drain(Screens.Held tasks) {
    while (!tasks.waiting.isEmpty()) {
      tasks.waiting.removeFirst().run();
    }
  }

  @Test
  void nothingIsFollowedWhileNobodyLooks() {
    model.setActive(true);
    model.setActive(false);
    model.edit(now -> now.withNet("linear"));
    explore.edit(r -> r.seeded(7));
    assertEquals("mlp:64,64", seen(model).options().net());
    assertTrue(model.isPlaying(), "it goes on with the next look");
    model.setActive(true);
    assertEquals("linear", seen(model).options().net());
  }

  /// Play, pause and the speed do not change what comes of it, and neither does the screen: it is
  /// what `mixoscope train` trains.
  @Test
  void curvesAreThoseOfTheCommandLine() throws InterruptedException {
    model.setActive(true);
    model.trainer().step();
    model.trainer().step();
    epochs(2);
    LabOptions options = model.options();
    long seed = explore.recipe().seed();
    try (Study study =
        new Study(
            options.experiments(), List.of(options.data().split(seed, Digits::read)), seed, 1)) {
      List<List<List<Point>>> expected = study.run(2, points -> {});
      for (int k = 0; k < 2; k++) {
        int run = k;
        assertEquals(
            expected.stream().map(epoch -> epoch.get(run).getFirst()).toList(), curves().get(k));
      }
    }
  }

  @Test
  void rewoundItDrawsTheSameCurveAgain() {
    model.setActive(true);
    epochs(3);
    List<List<Point>> once = curves();
    alpha(8);
    epochs(1);

    model.trainer().rewind();

    assertEquals(0, seen(model).steps());
    assertEquals(List.of(List.of(), List.of()), curves());
    epochs(3);
    assertEquals(once.getFirst(), curves().getFirst());
    assertNotEquals(once.getLast(), curves().getLast(), "it is mixed otherwise now");
    model.history().undo();
    model.trainer().rewind();
    epochs(3);
    assertEquals(once, curves());
  }

  @Test
  void onlyTheMixingDiffers() {
    model.edit(now -> now.with(List.of(LabRun.NONE, LabRun.NONE)));
    model.setActive(true);
    epochs(2);
    assertEquals(curves().getFirst(), curves().getLast());
  }

  @Test
  void whatChangesOnTheWayLeavesAMarkAndADragOne() {
    model.setActive(true);
    alpha(0.5);
    assertEquals(List.of(), seen(model).marks(), "nothing was trained before");
    epochs(1);
    model.history().beginGesture();
    alpha(0.6);
    model.trainer().step();
    alpha(0.7);
    model.history().endGesture();
    model.edit(now -> now.with(now.optimiser().withRate(0.02)));
    model.edit(now -> now.withEpochs(50));

    List<Mark> marks = seen(model).marks();

    assertEquals(List.of(5L, 6L), marks.stream().map(Mark::steps).toList());
    assertEquals(
        new Mixup(0.7), marks.getFirst().after().runs().getLast().method(), "where the drag ended");
    assertEquals(6, seen(model).steps(), "nothing began anew");
    model.trainer().rewind();
    assertEquals(List.of(), seen(model).marks());
  }

  @Test
  void whatCannotChangeOnTheWayBeginsAnew() {
    model.setActive(true);
    epochs(1);
    model.edit(now -> now.withNet("linear"));
    assertEquals(0, seen(model).steps());
    epochs(1);
    model.edit(now -> now.with(now.data().withLabelNoise(0.2)));
    assertEquals(0, seen(model).steps());
    epochs(1);
    model.edit(LabOptions::withAnother);
    assertEquals(0, seen(model).steps());
    assertEquals(3, seen(model).lanes().size());
    epochs(1);
    explore.edit(r -> r.seeded(7));
    assertEquals(0, seen(model).steps());
    assertEquals(List.of(), seen(model).marks());
  }

  @Test
  void atItsEndItBeginsAgainFromTheSameWeights() {
    model.edit(now -> now.withEpochs(1));
    model.setActive(true);
    epochs(1);
    List<List<Point>> once = curves();
    model.trainer().toggle();
    assertEquals(0, seen(model).steps());
    assertTrue(model.trainer().playingProperty().get());
    for (int frame = 0; frame < 100; frame++) {
      model.trainer().frame(1);
    }
    assertEquals(once, curves());
  }

  @Test
  void otherDataTakeWhatGoesWithThem() {
    model.edit(now -> now.with(LabData.of("digits")));
    model.edit(now -> now.with(1, run -> run.with(new CutMix(1))).withNet("cnn"));
    model.edit(now -> now.with(LabData.of("blobs")));
    assertEquals("mlp:64,64", model.options().net());
    assertEquals(0.01, model.options().optimiser().rate(), "the usual one of points");
    assertEquals("mixup", model.options().runs().getLast().id());
  }

  @Test
  void whatCannotBeIsRefusedAndAllStaysAsItWas() {
    LabOptions before = model.options();
    assertThrows(
        IllegalArgumentException.class,
        () -> model.edit(now -> now.with(1, run -> run.with(new CutMix(1)))));
    assertThrows(IllegalArgumentException.class, () -> model.edit(now -> now.withEpochs(0)));
    assertThrows(
        IllegalArgumentException.class, () -> model.edit(now -> now.with(now.data().withSize(3))));
    assertThrows(
        IllegalArgumentException.class,
        () -> model.edit(now -> now.with(1, run -> run.withProbability(2))));
    assertEquals(before, model.options());
    assertFalse(model.history().canUndoProperty().get());
  }

  /// Everything that is offered.
  @Test
  void everyMethodTrainsOnDigits() {
    model.edit(now -> now.with(LabData.of("digits").withSize(64)).withNet("linear"));
    model.setActive(true);
    for (MethodType type : Mixings.types(model.options().data().shape())) {
      model.edit(now -> now.with(1, run -> run.choose(type.id())));
      long before = seen(model).steps();
      model.trainer().step();
      assertNull(explore.problemProperty().get(), type.id());
      assertEquals(before + 1, seen(model).steps(), type.id());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPresetIsRemembered(LabPreset preset) {
    model.show(preset);
    TrainModel next = model(TaskRunner.inline());
    new TrainPart(next).recall(new TrainPart(model).remembered());
    assertEquals(preset.options(), next.options());
    assertEquals(preset, LabPreset.of(next.options()).orElseThrow());
    assertFalse(next.history().canUndoProperty().get());
  }

  @Test
  void whatMakesNoSenseIsNotRecalled() {
    LabOptions before = model.options();
    var left = LabOptionsJson.tree(LabOptions.USUAL).put("epochs", 0);
    assertThrows(IllegalArgumentException.class, () -> new TrainPart(model).recall(left));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TrainPart(model).recall(JsonNodeFactory.instance.objectNode()));
    assertEquals(before, model.options());
  }

  @Test
  void oneThingIsDoneAfterTheOther() {
    Screens.Held tasks = new Screens.Held();
    TrainModel held = model(tasks);
    held.setActive(true);
    finish(tasks);
    held.trainer().step();
    held.trainer().rewind();
    held.trainer().finishEpoch();
    held.trainer().step();
    finish(tasks);
    assertEquals(6, seen(held).steps());
    assertFalse(held.trainer().playingProperty().get());
  }

  /// What networks did that nobody wants any more is not shown.
  @Test
  void theNewestWishWins() {
    Screens.Held tasks = new Screens.Held();
    TrainModel held = model(tasks);
    held.setActive(true);
    finish(tasks);
    held.trainer().step();
    held.edit(now -> now.with(LabData.of("spirals")));
    held.edit(now -> now.with(LabData.of("circles")));
    finish(tasks);
    assertEquals("circles", seen(held).options().data().source());
    assertEquals(0, seen(held).steps());
    assertEquals(2, seen(held).data().train().classes());
  }

  private static void finish(Screens.Held tasks) {
    while (!tasks.waiting.isEmpty()) {
      tasks.waiting.removeFirst().run();
    }
  }
}
