package org.mixoscope.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.batch.BatchPlanner;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.lab.data.Digits;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;

/// Whole trainings are those of Deeplearning4j: the same first weights, the same batches with soft
/// labels, and after 200 steps the same network.
@BesideWindows
class Dl4jAgreementTest {
  private static final int STEPS = 200;
  private static final double TOLERANCE = 1e-4;
  private static final Examples DIGITS = Digits.read().some(400, 1);

  /// Pictures to convolve are smaller, and grainy: among pixels that are equal the one that counts
  /// as the largest is a matter of taste, and Deeplearning4j has another.
  private static final Examples GRAINY = grainy();

  private record Case(
      String net, BatchPlanner mixing, Optimiser optimiser, IUpdater updater, int batch) {}

  static List<Case> cases() {
    Optimiser adam = new Optimiser.Adam(1e-3);
    Optimiser sgd = new Optimiser.Sgd(0.05, 0.9, 0);
    IUpdater momentum = new Dl4j.Momentum(0.05, 0.9);
    return List.of(
        new Case("784-128-10", Policy.of(new Mixup(1)), adam, Dl4j.adam(1e-3), 32),
        new Case("784-128-10", Policy.of(new CutMix(1)), sgd, momentum, 32),
        new Case("cnn", Policy.of(new CutMix(1)), new Optimiser.Adam(3e-4), Dl4j.adam(3e-4), 16),
        new Case(
            "cnn",
            Policy.of(new Mixup(1)),
            new Optimiser.Sgd(0.005, 0.9, 0),
            new Dl4j.Momentum(0.005, 0.9),
            16));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void trainingIsThatOfDeeplearning4j(Case one) {
    Examples samples = one.net.equals("cnn") ? GRAINY : DIGITS;
    NetSpec spec = NetSpec.of(one.net, samples.shape(), samples.classes());
    Training training =
        new Training(
            new Experiment("run", spec, one.optimiser, one.mixing, 0.1, one.batch), samples, 5);
    Network network = training.network();
    MultiLayerNetwork other = Dl4j.of(network, one.updater);
    float[][] before = network.predict(samples.inputs());

    double loss = 0;
    for (int step = 0; step < STEPS; step++) {
      Network.Pass pass = training.step();
      Training.Seen seen = training.seen();
      other.fit(Dl4j.inputs(network, seen.inputs()), Nd4j.create(seen.labels()));
      assertEquals(other.score(), pass.loss(), TOLERANCE, "loss of step " + step);
      loss = pass.loss();
    }

    assertTrue(loss < 2, "it learned");
    float[][] ours = network.predict(samples.inputs());
    INDArray theirs = other.output(Dl4j.inputs(network, samples.inputs()));
    assertTrue(distance(before, theirs) > 0.1, "else this test sees nothing");
    assertEquals(0, distance(ours, theirs), TOLERANCE);
  }

  private static Examples grainy() {
    RandomGenerator random = RandomStreams.of(1, 0, 0);
    int side = DIGITS.shape().width() / 2;
    float[][] inputs = new float[DIGITS.size()][side * side];
    for (int i = 0; i < inputs.length; i++) {
      for (int at = 0; at < side * side; at++) {
        int from = at / side * 4 * side + at % side * 2;
        inputs[i][at] = DIGITS.inputs()[i][from] + 0.2f * random.nextFloat();
      }
    }
    return new Examples(new Shape(1, side, side), inputs, DIGITS.labels());
  }

  private static double distance(float[][] ours, INDArray theirs) {
    return Nd4j.create(ours).sub(theirs).norm2Number().doubleValue() / Math.sqrt(ours.length);
  }
}
