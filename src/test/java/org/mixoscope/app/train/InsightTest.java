package org.mixoscope.app.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mixoscope.app.Screens;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.JobNews;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.LongJob.State;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.Metrics;
import org.mixoscope.lab.Network;
import org.mixoscope.lab.Shape;
import org.mixoscope.lab.study.Study.Point;

/// What is asked of networks, beside what is trained.
class InsightTest {
  private static final Messages ENGLISH = new Messages(Language.ENGLISH);

  private final MixModel explore = Screens.model();
  private final TrainModel model = new TrainModel(explore, TaskRunner.inline());

  private void begin(int epochs) {
    model.edit(now -> now.withEpochs(epochs));
    model.setActive(true);
    model.trainer().pause();
    for (int epoch = 0; epoch < epochs; epoch++) {
      model.trainer().finishEpoch();
    }
  }

  private LabView view() {
    return Objects.requireNonNull(model.trainer().viewProperty().get());
  }

  @Test
  void theSamplesOfTheCellsAreThoseThatTheMatrixCounts() {
    begin(1);
    for (int own = 0; own < 2; own++) {
      for (int said = 0; said < 2; said++) {
        int row = own;
        int column = said;
        List<LaneView.Cell> cells = new ArrayList<>();
        model
            .trainer()
            .ask(
                lane -> lane.cell(row, column),
                cells::addAll,
                () -> {
                  throw new AssertionError("they are there");
                });
        for (int k = 0; k < 2; k++) {
          Point last = Objects.requireNonNull(view().lanes().get(k).last());
          LaneView.Cell cell = cells.get(k);
          assertEquals(last.test().confusion().get(own).get(said), cell.count());
          assertEquals(cell.count(), cell.some().size());
          assertTrue(cell.some().stream().allMatch(g -> g.own() == row && g.said() == column));
        }
      }
    }
  }

  /// The first of the seeds is the one that is seen.
  @Test
  void repeatedWithSeedsTheFirstCurveIsThatOfTheScreen() {
    model.changeDots(dots -> dots.subList(1, dots.size()));
    begin(2);
    model.repeat();
    Bands bands = Objects.requireNonNull(model.bands());
    assertTrue(bands.isWhole());
    assertEquals(Repeating.SEEDS, bands.seeds());
    for (int k = 0; k < 2; k++) {
      int run = k;
      assertEquals(
          view().lanes().get(k).points(),
          bands.epochs().stream().map(epoch -> epoch.get(run).getFirst()).toList());
    }
    assertFalse(Double.isNaN(bands.last(0, p -> p.test().nll()).sd()));
    model.edit(now -> now.withNet("linear"));
    assertNull(model.bands(), "they are of other networks");
    model.history().undo();
    assertEquals(bands, model.bands());
    model.changeDots(dots -> dots.subList(1, dots.size()));
    assertNull(model.bands(), "they are of other points");
    model.history().undo();
    assertEquals(bands, model.bands());
    explore.edit(r -> r.seeded(7));
    assertNull(model.bands(), "they are of other seeds");
  }

  @Test
  void whatIsCancelledLeavesNothingAndOtherScreensHearOfWhatRuns() {
    Screens.Held tasks = new Screens.Held();
    TrainModel held = new TrainModel(explore, tasks);
    held.edit(now -> now.withEpochs(2));
    held.repeat();
    JobNews news = Objects.requireNonNull(held.newsProperty().get());
    assertEquals(JobNews.Stage.RUNNING, news.stage());
    held.repeating().cancel();
    finish(tasks);
    assertTrue(held.repeating().stateProperty().get() instanceof State.Cancelled);
    assertNull(held.repeating().bandsProperty().get());
    assertNull(held.newsProperty().get());
    held.repeat();
    finish(tasks);
    assertEquals(JobNews.Stage.DONE, Objects.requireNonNull(held.newsProperty().get()).stage());
    held.setActive(true);
    held.setActive(false);
    assertNull(held.newsProperty().get(), "somebody has looked");
  }

  private static void finish(Screens.Held tasks) {
    while (!tasks.waiting.isEmpty()) {
      tasks.waiting.removeFirst().run();
    }
  }

  private static Point point(double accuracy, double ece) {
    return new Point(
        1,
        new Network.Pass(1, 1),
        new Metrics(1, 0, 0, List.of(), List.of()),
        new Metrics(accuracy, 0, ece, List.of(), List.of()));
  }

  private static String said(double[] first, double[] second, double... ece) {
    List<Point> one = IntStream.range(0, 5).mapToObj(s -> point(first[s], ece[0])).toList();
    List<Point> two =
        IntStream.range(0, 5).mapToObj(s -> point(second[s], ece[1] + s * 1e-4)).toList();
    return new SeedsOutcome(new Bands(LabOptions.USUAL, 1, List.of(List.of(one, two))))
        .text(ENGLISH);
  }

  @Test
  void aDifferenceIsOneOnlyBeyondTheSpreadOfSeeds() {
    double[] low = {0.90, 0.91, 0.92, 0.90, 0.91};
    double[] high = {0.95, 0.95, 0.96, 0.95, 0.96};
    double[] mixed = {0.95, 0.86, 0.93, 0.88, 0.93};
    assertEquals(
        "Over 5 seeds run 2 (Mixup α 1) is right on 95.4 ± 0.5 % of the test samples, run 1 (no"
            + " mixing) on 90.8 ± 0.8 %: better with 5 of them, by 4.6 ± 0.7 points (95 %).",
        said(low, high, 0.01, 0.01));
    String none = said(low, mixed, 0.01, 0.05);
    assertTrue(none.startsWith("Over 5 seeds no difference can be told: "), none);
    assertTrue(none.contains("Calibration differs: ECE of run 1 (no mixing) 1.0 ± 0.0 %"), none);
  }

  @Test
  void betweenTwoSamplesLieTheirBlends() {
    Examples test =
        new Examples(
            Shape.row(2),
            new float[][] {{0, 0}, {0.5f, 0}, {1, 1}},
            new double[][] {{1, 0}, {1, 0}, {0, 1}});
    Ends ends = Ends.of(test);
    assertEquals(0, ends.a());
    assertEquals(2, ends.b(), "of another class");
    float[][] mixes = ends.mixes();
    assertArrayEquals(test.inputs()[2], mixes[0]);
    assertArrayEquals(test.inputs()[0], mixes[mixes.length - 1]);
    assertArrayEquals(new float[] {0.5f, 0.5f}, mixes[mixes.length / 2]);
    Ends moved = ends.near(new float[] {0.6f, 0.1f});
    assertEquals(1, moved.a());
    assertEquals(0, moved.near(new float[] {-1, 0}).b(), "the other end is next");
  }

  private static Sketch line(double x1, double y1, double x2, double y2) {
    return Sketch.EMPTY.begin(new Sketch.Spot(x1, y1)).go(new Sketch.Spot(x2, y2));
  }

  /// Where it was drawn, and how large, does not matter.
  @Test
  void whatIsDrawnFillsTheMiddleOfTheFrame() {
    float[] tall = line(0.5, 0.1, 0.5, 0.9).digit();
    assertArrayEquals(tall, line(0.1, 0.6, 0.1, 0.7).digit(), 1e-4f);
    for (int y = 0; y < 28; y++) {
      for (int x = 0; x < 28; x++) {
        float value = tall[28 * y + x];
        assertTrue(value >= 0 && value <= 1);
        assertEquals(value, tall[28 * y + 27 - x], 1e-4f, "it stands in the middle");
        assertEquals(value, tall[28 * (27 - y) + x], 1e-4f);
      }
    }
    assertTrue(tall[28 * 14 + 14] > 0.4 && tall[28 * 14] == 0);
    assertArrayEquals(new float[28 * 28], Sketch.EMPTY.digit());
    float[] dot = Sketch.EMPTY.begin(new Sketch.Spot(0.2, 0.2)).digit();
    assertTrue(dot[28 * 14 + 14] > 0);
  }

  @Test
  void whatIsLookedAtIsRememberedAndNonsenseIsNot() {
    Insight chosen = new Insight(Look.CONFUSION, Insight.Plot.LAMBDA);
    model.insightProperty().set(chosen);
    TrainModel next = new TrainModel(explore, TaskRunner.inline());
    new InsightPart(next).recall(new InsightPart(model).remembered());
    assertEquals(chosen, next.insightProperty().get());
    assertThrows(
        IllegalArgumentException.class,
        () -> new InsightPart(next).recall(JsonNodeFactory.instance.objectNode()));
    assertEquals(chosen, next.insightProperty().get());
    assertEquals(Look.CONFUSION, Look.CONFUSION.on(LabOptions.USUAL.data()));
    assertEquals(Look.PLANE, Look.DRAW.on(LabOptions.USUAL.data()));
    assertEquals(Look.WRONG, Look.PLANE.on(LabData.of(LabData.DIGITS)));
  }

  /// What is asked faster than it is answered piles up no more than one.
  @Test
  void ofManyQuestionsTheNewestIsAnswered() {
    Screens.Held tasks = new Screens.Held();
    TrainModel held = new TrainModel(explore, tasks);
    held.setActive(true);
    finish(tasks);
    List<List<Integer>> answers = new ArrayList<>();
    Asking<Integer> asking = new Asking<>(held.trainer(), answers::add);
    for (int question = 1; question <= 9; question++) {
      int number = question;
      asking.ask(lane -> number);
    }
    finish(tasks);
    assertEquals(List.of(Collections.nCopies(2, 1), Collections.nCopies(2, 9)), answers);
    asking.ask(lane -> 10);
    held.edit(now -> now.withNet("linear"));
    finish(tasks);
    asking.ask(lane -> 11);
    finish(tasks);
    assertEquals(Collections.nCopies(2, 11), answers.getLast(), "others took their place");
    assertNotEquals(List.of(), answers);
  }
}
