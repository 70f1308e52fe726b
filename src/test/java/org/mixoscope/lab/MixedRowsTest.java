package org.mixoscope.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;
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
    rows.make(DIGITS, chosen, planner, 0.1, 11, 3, 2);

    for (int i = 0; i < rows.size(); i++) {
      assertArrayEquals(
          expected.images().slice(i).ravel().toFloatVector(), rows.inputs()[i], "image " + i);
      assertArrayEquals(expected.labels().slice(i).toFloatVector(), rows.labels()[i], "label " + i);
    }
  }
}
