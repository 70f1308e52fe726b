package org.mixoscope.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.batch.BatchPlanner;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.lab.data.Digits;
import org.mixoscope.lab.data.PlanePoints;

@BesideWindows
class TrainingTest {
  private static final Examples DIGITS = Digits.read().some(200, 1);

  private static Training training(String net, BatchPlanner mixing, Optimiser optimiser) {
    NetSpec spec = NetSpec.of(net, DIGITS.shape(), DIGITS.classes());
    return new Training(new Experiment("run", spec, optimiser, mixing, 0, 64), DIGITS, 42);
  }

  @ParameterizedTest
  @ValueSource(strings = {"784-128-10", "cnn", "cnn+batch-norm+dropout:0.5", "mlp:20+batch-norm"})
  void rewoundItGoesTheSameWayToTheBit(String net) {
    Training training = training(net, Policy.of(new CutMix(1)), new Optimiser.Adam(1e-3));
    training.step();
    Snapshot start = training.snapshot();
    for (int i = 0; i < 6; i++) {
      training.step();
    }
    int once = bits(training);
    assertEquals(7, training.steps());

    training.restore(start);

    assertEquals(1, training.steps());
    for (int i = 0; i < 6; i++) {
      training.step();
    }
    assertEquals(once, bits(training));
  }

  /// A mistake here would be one in every comparison: whatever a run mixes, it starts from the same
  /// weights and sees the same samples in the same order.
  @Test
  void runsDifferInTheirMixingAlone() {
    Training plain = training("linear", null, new Optimiser.Adam(1e-3));
    Training mixed = training("linear", Policy.of(new Mixup(1)), new Optimiser.Adam(1e-3));
    assertEquals(bits(plain), bits(mixed));

    plain.step();
    mixed.step();

    assertNotEquals(bits(plain), bits(mixed));
    int i = mixed.seen().mixes().getFirst().sources().getFirst();
    int partner = mixed.seen().mixes().getFirst().sources().getLast();
    double lambda = mixed.seen().mixes().getFirst().draw().lambda();
    float[] a = plain.seen().inputs()[i];
    float[] b = plain.seen().inputs()[partner];
    float[] expected = new float[a.length];
    for (int j = 0; j < a.length; j++) {
      expected[j] = (float) (lambda * a[j] + (1 - lambda) * b[j]);
    }
    assertArrayEquals(expected, mixed.seen().inputs()[0], 1e-6f);
  }

  @Test
  void unmixedBatchesAreTheSamplesAndEachComesOnceAnEpoch() {
    Training training = training("linear", null, new Optimiser.Adam(1e-3));
    int seen = 0;
    float sum = 0;
    for (int i = 0; i < training.stepsPerEpoch(); i++) {
      training.step();
      seen += training.seen().inputs().length;
      for (float[] row : training.seen().inputs()) {
        sum += row[400];
      }
    }
    float expected = 0;
    for (float[] row : DIGITS.inputs()) {
      expected += row[400];
    }
    assertEquals(DIGITS.size(), seen);
    assertEquals(expected, sum, 1e-2);
    assertEquals(1, training.epoch());
  }

  @Test
  void learningRateAndMixingChangeWhileItRuns() {
    Training training = training("linear", null, new Optimiser.Adam(1e-3));
    Training other = training("linear", null, new Optimiser.Adam(1e-3));
    training.step();
    other.step();

    training.become(training.experiment().with(training.experiment().optimiser().withRate(1e-9)));
    int before = bits(training);
    training.step();
    other.step();

    assertNotEquals(bits(other), bits(training));
    assertFalse(before == 0);
    training.become(training.experiment().mixedBy("mixup", Policy.of(new Mixup(8))));
    training.step();
    assertEquals("mixup", training.experiment().name());
    NetSpec another = NetSpec.of("mlp:4", DIGITS.shape(), 10);
    Experiment foreign = new Experiment("x", another, new Optimiser.Adam(1e-3), null, 0, 64);
    assertThrows(IllegalArgumentException.class, () -> training.become(foreign));
  }

  @Test
  void momentumOfOneOptimiserIsNothingToAnother() {
    Training training = training("linear", null, new Optimiser.Sgd(0.1, 0.9, 0));
    training.step();
    training.become(training.experiment().with(new Optimiser.Adam(1e-3)));

    training.step();

    assertEquals(1, training.snapshot().sinceNewOptimiser());
  }

  @Test
  void linearNetworkLearnsBlobs() {
    Examples train = PlanePoints.Kind.BLOBS.usual().draw(300, 1);
    Examples test = PlanePoints.Kind.BLOBS.usual().draw(1000, 2);
    NetSpec spec = NetSpec.of("linear", train.shape(), train.classes());
    Training training =
        new Training(
            new Experiment("run", spec, new Optimiser.Sgd(0.5, 0.9, 0), null, 0, 30), train, 1);
    for (int i = 0; i < 20; i++) {
      training.finishEpoch();
    }

    Metrics metrics = Metrics.of(training.network(), test);

    assertEquals(0.975, metrics.accuracy(), 0.015);
    assertEquals(
        test.size(),
        metrics.confusion().stream().flatMap(List::stream).mapToInt(Integer::intValue).sum());
  }

  private static int bits(Training training) {
    return training.network().state().stream()
        .mapToInt(Arrays::deepHashCode)
        .reduce(1, (a, b) -> 31 * a + b);
  }
}
