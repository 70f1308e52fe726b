package org.mixoscope.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.batch.BatchPlanner;
import org.mixoscope.kernel.batch.Granularity;
import org.mixoscope.kernel.batch.Pairing;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.method.Settings;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.lab.data.Digits;
import org.mixoscope.tensor.BatchMixer;
import org.mixoscope.tensor.MixedBatch;
import org.nd4j.linalg.factory.Nd4j;

/// What the lab trains on is what users of ND4J train on.
@BesideWindows
class MixedRowsTest {
  private static final Examples DIGITS = Digits.read();

  static Stream<BatchPlanner> planners() {
    Stream<BatchPlanner> methods =
        MethodType.all().stream()
            .filter(type -> !type.uses(Trait.MASK) && !type.uses(Trait.MARKS))
            .map(type -> type.make(Settings.INITIAL))
            .map(MixedRowsTest::policy);
    Stream<BatchPlanner> profiles =
        Profile.all().stream()
            .flatMap(profile -> profile.conventions().stream())
            .map(convention -> new Policy.Choice(convention, 1, 2))
            .map(choice -> Policy.of(List.of(choice)));
    return Stream.of(
            methods,
            profiles,
            Stream.<BatchPlanner>of(
                Policy.switching(new Mixup(0.4), new CutMix(1), 0.5).withProbability(0.7),
                Policy.of(new Mixup(2)).with(Granularity.HALF, Pairing.FLIP)))
        .flatMap(all -> all);
  }

  private static BatchPlanner policy(Method method) {
    return Policy.of(method);
  }

  @ParameterizedTest
  @MethodSource("planners")
  void batchIsThatOfBatchMixerToTheBit(BatchPlanner planner) {
    int[] chosen = IntStream.range(0, 15).map(i -> 7 * i).toArray();
    Shape shape = DIGITS.shape();
    float[][] inputs =
        IntStream.of(chosen).mapToObj(i -> DIGITS.inputs()[i]).toArray(float[][]::new);
    int[] classes = IntStream.of(chosen).map(DIGITS::classOf).toArray();
    MixedBatch expected =
        new BatchMixer(planner, 11)
            .withClasses(DIGITS.classes())
            .withSmoothing(0.1)
            .mix(
                Nd4j.create(inputs).reshape(15, 1, shape.height(), shape.width()),
                Nd4j.createFromArray(classes),
                3,
                2);

    MixedRows rows = new MixedRows();
    rows.make(DIGITS, chosen, experiment(planner, null), 11, 3, 2);

    for (int i = 0; i < rows.size(); i++) {
      assertArrayEquals(
          expected.images().slice(i).ravel().toFloatVector(), rows.inputs()[i], "image " + i);
      assertArrayEquals(expected.labels().slice(i).toFloatVector(), rows.labels()[i], "label " + i);
    }
  }

  private static Experiment experiment(BatchPlanner planner, Pixels mask) {
    NetSpec net = NetSpec.of("linear", DIGITS.shape(), DIGITS.classes());
    return new Experiment("run", net, new Optimiser.Adam(1e-3), planner, 0.1, 15, mask);
  }

  @Test
  void whatIsMixedByAMaskHasAWhereItIsWhite() {
    int[] chosen = IntStream.range(0, 8).toArray();
    byte[] white = new byte[28 * 28];
    Arrays.fill(white, 0, 7 * 28, (byte) 255);
    Pixels mask =
        new Pixels(MemorySegment.ofArray(white), 28, 28, 1, ElementType.UINT8, Layout.HWC);

    MixedRows rows = new MixedRows();
    rows.make(
        DIGITS, chosen, experiment(policy(type("mask").make(Settings.INITIAL)), mask), 11, 3, 2);

    for (int i = 0; i < chosen.length; i++) {
      float[] a = DIGITS.inputs()[rows.plan().get(i).sources().get(0)];
      float[] b = DIGITS.inputs()[rows.plan().get(i).sources().get(1)];
      for (int j = 0; j < a.length; j++) {
        assertEquals(j < 7 * 28 ? a[j] : b[j], rows.inputs()[i][j]);
      }
      int own = DIGITS.classOf(rows.plan().get(i).sources().get(0));
      assertTrue(rows.labels()[i][own] >= 0.9f * 0.25f, "a quarter of its label");
    }
  }

  private static MethodType type(String id) {
    return MethodType.all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }
}
