package org.mixoscope.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.batch.Granularity;
import org.mixoscope.kernel.batch.Pairing;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Mixup;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class BatchMixerTest {
  private static final Policy BOTH = Policy.switching(new Mixup(0.8), new CutMix(1), 0.5);
  private static final int SIZE = 6;
  private static final int CLASSES = 4;

  /// ND4J's own BLAS is older than that of OpenCV; whichever comes first is kept.
  @BeforeAll
  static void loadOpenCvFirst() {
    PictureReader.warmUp();
  }

  private static INDArray images(DataType type) {
    Random random = new Random(3);
    double[] values = random.ints(SIZE * 3 * 9 * 7, 0, 256).asDoubleStream().toArray();
    return Nd4j.create(values, new long[] {SIZE, 3, 9, 7}, type);
  }

  private static INDArray indices() {
    return Nd4j.createFromArray(0, 1, 2, 3, 0, 2);
  }

  private static INDArray oneHot() {
    INDArray rows = Nd4j.zeros(DataType.FLOAT, SIZE, CLASSES);
    int[] classes = indices().toIntVector();
    for (int i = 0; i < SIZE; i++) {
      rows.putScalar(i, classes[i], 1);
    }
    return rows;
  }

  /// The rule applied element by element: out = Σ weight · source, by the shares that were drawn.
  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "UINT16", "UBYTE"})
  void mixupIsTheWeightedSumOfSampleAndPartner(DataType type) {
    INDArray images = images(type);
    MixedBatch mixed =
        new BatchMixer(Policy.of(new Mixup(1)), 5)
            .withClasses(CLASSES)
            .mix(images, indices(), 0, 0);
    assertEquals(type, mixed.images().dataType());
    for (int i = 0; i < SIZE; i++) {
      Drawn drawn = mixed.drawn().get(i);
      for (int c = 0; c < 3; c++) {
        float own = images.getFloat(i, c, 4, 5);
        float other = images.getFloat(drawn.partner(), c, 4, 5);
        double expected = weightedSum(type, drawn.lambda(), own, other);
        assertEquals(expected, mixed.images().getFloat(i, c, 4, 5));
      }
    }
  }

  private static double weightedSum(DataType type, double lambda, float own, float other) {
    if (type == DataType.UINT16) {
      return Math.rint(own * lambda + other * (1 - lambda));
    }
    float sum = own * (float) lambda + other * (float) (1 - lambda);
    return type == DataType.FLOAT ? sum : Math.rint(sum);
  }

  @Test
  void cutMixTakesTheBoxFromThePartner() {
    INDArray images = images(DataType.FLOAT);
    MixedBatch mixed = new BatchMixer(Policy.of(new CutMix(1)), 5).mix(images, oneHot(), 0, 0);
    for (int i = 0; i < SIZE; i++) {
      Drawn drawn = mixed.drawn().get(i);
      var paste = drawn.paste();
      assertNotNull(paste);
      var box = paste.clipped();
      assertEquals(paste.drawn().clip(new Frame(9, 7)), box);
      long pasted = 0;
      for (int y = 0; y < 9; y++) {
        for (int x = 0; x < 7; x++) {
          boolean inside = box.contains(x, y);
          pasted += inside ? 1 : 0;
          int from = inside ? drawn.partner() : i;
          assertEquals(images.getFloat(from, 1, y, x), mixed.images().getFloat(i, 1, y, x));
        }
      }
      assertEquals(1 - pasted / 63.0, drawn.share(), 1e-12);
    }
  }

  @Test
  void labelsFollowTheShares() {
    MixedBatch mixed = new BatchMixer(BOTH, 5).mix(images(DataType.FLOAT), oneHot(), 2, 7);
    for (int i = 0; i < SIZE; i++) {
      Drawn drawn = mixed.drawn().get(i);
      INDArray row = mixed.labels().getRow(i);
      assertEquals(1, row.sumNumber().doubleValue(), 1e-6);
      int own = oneHot().getRow(i).argMax().getInt();
      int partner = oneHot().getRow(drawn.partner()).argMax().getInt();
      double expected = own == partner ? 1 : drawn.share();
      assertEquals(expected, row.getDouble(own), 1e-6);
    }
  }

  @Test
  void classIndicesAndOneHotRowsAreTheSameLabels() {
    BatchMixer mixer = new BatchMixer(BOTH, 5).withClasses(CLASSES).withSmoothing(0.1);
    INDArray images = images(DataType.FLOAT);
    INDArray expected = mixer.mix(images, oneHot(), 0, 0).labels();
    assertTrue(expected.equalsWithEps(mixer.mix(images, indices(), 0, 0).labels(), 1e-7));
    INDArray column = indices().reshape(SIZE, 1).castTo(DataType.INT64);
    assertTrue(expected.equalsWithEps(mixer.mix(images, column, 0, 0).labels(), 1e-7));
    assertEquals(0.1 / CLASSES, expected.minNumber().doubleValue(), 1e-7);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "UBYTE"})
  void everyFormGivesTheSameAndOnlyItsOutputsChange(DataType type) {
    BatchMixer mixer = new BatchMixer(BOTH, 9);
    INDArray images = images(type);
    INDArray labels = oneHot();
    MixedBatch fresh = mixer.mix(images, labels, 1, 2);
    assertEquals(images(type), images);
    assertEquals(oneHot(), labels);

    INDArray outImages = images.ulike();
    INDArray outLabels = labels.ulike();
    MixedBatch into = mixer.mixInto(images, labels, 1, 2, outImages, outLabels);
    assertSame(outImages, into.images());
    assertEquals(fresh.images(), outImages);
    assertEquals(fresh.labels(), outLabels);
    assertEquals(fresh.drawn(), into.drawn());
    assertEquals(images(type), images);

    MixedBatch oneThread = mixer.onOneThread().mix(images, labels, 1, 2);
    assertEquals(fresh.images(), oneThread.images());

    MixedBatch inPlace = mixer.mixInPlace(images, labels, 1, 2);
    assertSame(images, inPlace.images());
    assertEquals(fresh.images(), images);
    assertEquals(fresh.labels(), labels);
    assertNotEquals(images(type), images);
  }

  @Test
  void viewsInAnotherOrderAreRead() {
    INDArray images = images(DataType.FLOAT);
    INDArray asView = images.permute(0, 2, 3, 1).dup('c').permute(0, 3, 1, 2);
    BatchMixer mixer = new BatchMixer(BOTH, 9);
    assertEquals(
        mixer.mix(images, oneHot(), 0, 0).images(), mixer.mix(asView, oneHot(), 0, 0).images());
    INDArray part = images.get(NDArrayIndex.interval(2, 5));
    INDArray labels = oneHot().get(NDArrayIndex.interval(2, 5));
    assertEquals(
        mixer.mix(part.dup(), labels.dup(), 0, 0).images(), mixer.mix(part, labels, 0, 0).images());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void anyBatchSizeWillDo(int size) {
    INDArray images = images(DataType.FLOAT).get(NDArrayIndex.interval(0, size));
    INDArray labels = oneHot().get(NDArrayIndex.interval(0, size));
    for (Pairing pairing : Pairing.values()) {
      Policy policy = BOTH.with(Granularity.ELEMENT, pairing);
      MixedBatch mixed = new BatchMixer(policy, 1).mix(images, labels, 0, 0);
      assertArrayEquals(images.shape(), mixed.images().shape());
      assertEquals(size, mixed.drawn().size());
    }
  }

  @Test
  void halfGivesHalfTheSamples() {
    Policy half = BOTH.with(Granularity.HALF, Pairing.FLIP);
    BatchMixer mixer = new BatchMixer(half, 1);
    MixedBatch mixed = mixer.mix(images(DataType.FLOAT), oneHot(), 0, 0);
    assertArrayEquals(new long[] {3, 3, 9, 7}, mixed.images().shape());
    assertArrayEquals(new long[] {3, CLASSES}, mixed.labels().shape());
    assertEquals(List.of(5, 4, 3), mixed.drawn().stream().map(Drawn::partner).toList());
    refused(
        "outImages = FLOAT [6, 3, 9, 7]: 3 samples come out",
        () -> mixer.mixInPlace(images(DataType.FLOAT), oneHot(), 0, 0));
  }

  @Test
  void nothingIsMixedFromTheEpochThatThePolicySays() {
    BatchMixer mixer = new BatchMixer(BOTH.withoutMixingFrom(3), 1);
    INDArray images = images(DataType.UINT8);
    assertNotEquals(images, mixer.mix(images, oneHot(), 2, 0).images());
    MixedBatch off = mixer.mix(images, oneHot(), 3, 0);
    assertEquals(images, off.images());
    assertEquals(oneHot(), off.labels());
    assertTrue(off.drawn().stream().allMatch(drawn -> drawn.mix().untouched()));
  }

  @Test
  void wrongArraysAreRefusedBySayingWhatIsWrong() {
    BatchMixer mixer = new BatchMixer(BOTH, 1);
    INDArray images = images(DataType.FLOAT);
    refused(
        "images = FLOAT [6, 189]: must be a batch N×C×H×W",
        () -> mixer.mix(images.reshape(6, 189), oneHot(), 0, 0));
    refused(
        "images = DOUBLE [6, 3, 9, 7]: must be of type FLOAT, UINT16 or UINT8, see castTo",
        () -> mixer.mix(images.castTo(DataType.DOUBLE), oneHot(), 0, 0));
    refused(
        "labels are class indices: say how many classes there are, see withClasses",
        () -> mixer.mix(images, indices(), 0, 0));
    refused(
        "label of sample 3 = 3: must be within [0, 3)",
        () -> mixer.withClasses(3).mix(images, indices(), 0, 0));
    refused(
        "labels = FLOAT [5, 4]: must be 6 class indices or 6×K",
        () -> mixer.mix(images, oneHot().get(NDArrayIndex.interval(0, 5)), 0, 0));
    refused(
        "outImages: shares memory with the images, see mixInPlace",
        () -> mixer.mixInto(images, oneHot(), 0, 0, images, oneHot()));
    refused(
        "outLabels = FLOAT [6, 3]: must be FLOAT [6, 4]",
        () ->
            mixer.mixInto(
                images, oneHot(), 0, 0, images.ulike(), Nd4j.create(DataType.FLOAT, 6, 3)));
    refused(
        "images = FLOAT [6, 3, 9, 7]: must lie densely in c order, see dup('c')",
        () -> mixer.mixInPlace(images.dup('f'), oneHot(), 0, 0));
  }

  private static void refused(String message, org.junit.jupiter.api.function.Executable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work).getMessage());
  }
}
