package org.mixoscope.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.lab.Disturbance.Kind;
import org.mixoscope.lab.data.Digits;
import org.mixoscope.lab.data.PlanePoints;

/// What is done to test samples is what it says, the same for every network but FGSM.
@BesideWindows
class DisturbanceTest {
  private static final Examples DIGITS = Digits.read().some(600, 1);
  private static final Examples POINTS = PlanePoints.Kind.MOONS.usual().draw(200, 1);

  private static Network trained(String net, Examples samples, int epochs) {
    NetSpec spec = NetSpec.of(net, samples.shape(), samples.classes());
    Training training =
        new Training(
            new Experiment("run", spec, new Optimiser.Adam(3e-3), null, 0, 32), samples, 42);
    for (int epoch = 0; epoch < epochs; epoch++) {
      training.finishEpoch();
    }
    return training.network();
  }

  /// Also of a network whose layers do something else in training: FGSM attacks what is evaluated.
  @ParameterizedTest
  @CsvSource({"mlp:32", "mlp:32+batch-norm+dropout:0.3"})
  void fastGradientSignsTakeMoreThanNoiseOfTheSameSize(String net) {
    Examples.Split split = DIGITS.split(400, 3);
    Network network = trained(net, split.train(), 8);
    double clean = Metrics.of(network, split.test()).accuracy();

    double noise = new Disturbance(Kind.NOISE, 0.1).accuracy(network, split.test(), 5);
    double signs = new Disturbance(Kind.FGSM, 0.1).accuracy(network, split.test(), 5);

    assertTrue(clean > 0.85, "else nothing was learned: " + clean);
    assertTrue(noise > clean - 0.1, clean + " with noise " + noise);
    assertTrue(signs < noise - 0.3, noise + " with FGSM " + signs);
  }

  @Test
  void fastGradientSignsMoveEveryNumberByEpsilonWithinThePicture() {
    Network network = trained("linear", DIGITS, 1);
    float[][] before = DIGITS.inputs();
    float[][] after = new Disturbance(Kind.FGSM, 0.25).of(network, DIGITS, 5).inputs();

    long moved = 0;
    for (int i = 0; i < before.length; i++) {
      for (int j = 0; j < before[i].length; j++) {
        float by = Math.abs(after[i][j] - before[i][j]);
        assertTrue(after[i][j] >= 0 && after[i][j] <= 1 && by <= 0.2501f, after[i][j] + " " + by);
        moved += by > 0.2499f ? 1 : 0;
      }
    }
    assertTrue(moved > before.length * 100L, "moved only " + moved);
    float[][] points =
        new Disturbance(Kind.FGSM, 2).of(trained("linear", POINTS, 1), POINTS, 5).inputs();
    assertTrue(
        Arrays.stream(points).allMatch(p -> Math.max(Math.abs(p[0]), Math.abs(p[1])) > 1),
        "points have no bounds");
  }

  @Test
  void noiseHasItsDeviation() {
    float[][] before = DIGITS.inputs();
    float[][] after = noisy(0.6, 5).inputs();

    double sum = 0;
    double squares = 0;
    long n = 0;
    for (int i = 0; i < before.length; i++) {
      for (int j = 0; j < before[i].length; j++, n++) {
        sum += after[i][j] - before[i][j];
        squares += Math.pow(after[i][j] - before[i][j], 2);
      }
    }
    assertEquals(0, sum / n, 0.01);
    assertEquals(0.6, Math.sqrt(squares / n), 0.01);
  }

  private static Examples noisy(double sigma, long seed) {
    NetSpec spec = NetSpec.of("linear", DIGITS.shape(), DIGITS.classes());
    return new Disturbance(Kind.NOISE, sigma).of(new Network(spec, 1), DIGITS, seed);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 1})
  void aBoxOfTheShareIsHidden(double share) {
    int count = 40;
    float[][] white = new float[count][2 * 8 * 12];
    for (float[] row : white) {
      Arrays.fill(row, 8 * 12, row.length, 0.5f);
      row[0] = 0.75f; // so that no mean is a pixel
      row[8 * 12] = 0.75f;
    }
    Examples samples = new Examples(new Shape(2, 8, 12), white, DIGITS.only(of(count)).labels());
    Network network = new Network(NetSpec.of("linear", samples.shape(), 10), 1);

    float[][] hidden = new Disturbance(Kind.OCCLUSION, share).of(network, samples, 5).inputs();

    long places = 0;
    for (int i = 0; i < count; i++) {
      float[] row = hidden[i];
      float[] before = white[i];
      int[] changed = IntStream.range(0, row.length).filter(j -> row[j] != before[j]).toArray();
      assertEquals(share * row.length, changed.length);
      for (int j : changed) {
        assertEquals(j < 96 ? 0.75f / 96 : 0.5f + 0.25f / 96, row[j], 1e-6f);
      }
      places += changed.length > 0 && changed[0] != 0 ? 1 : 0;
    }
    assertEquals(share == 0.25, places > count / 2, "at many places");
  }

  private static int[] of(int count) {
    return IntStream.range(0, count).toArray();
  }

  @Test
  void aSeedSettlesIt() {
    assertArrayEquals(noisy(0.1, 5).inputs(), noisy(0.1, 5).inputs());
    assertNotEquals(noisy(0.1, 5).inputs()[3][3], noisy(0.1, 6).inputs()[3][3]);
    assertArrayEquals(DIGITS.inputs(), noisy(0, 5).inputs());
  }

  @Test
  void whatCannotBeDoneIsSaid() {
    Network network = trained("linear", POINTS, 1);
    Disturbance hiding = new Disturbance(Kind.OCCLUSION, 0.25);

    assertThrows(RefusedException.class, () -> hiding.of(network, POINTS, 5));
    assertThrows(RefusedException.class, () -> new Disturbance(Kind.OCCLUSION, 1.5));
    assertThrows(RefusedException.class, () -> new Disturbance(Kind.NOISE, Double.NaN));
    for (Disturbance usual : Disturbance.usual(POINTS.shape())) {
      assertTrue(usual.accuracy(network, POINTS, 5) <= 1);
    }
  }
}
