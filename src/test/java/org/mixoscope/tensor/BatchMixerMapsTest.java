package org.mixoscope.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.batch.Granularity;
import org.mixoscope.kernel.batch.Pairing;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/// Maps of classes beside the images of a batch. The images show the maps, so that what is right
/// can be read off them.
class BatchMixerMapsTest {
  private static final int SIZE = 6;
  private static final int HEIGHT = 32;
  private static final int WIDTH = 24;
  private static final int CLASSES = 5;
  private static final int IGNORED = 255;

  private final INDArray maps = maps(DataType.INT32);
  private final INDArray labels = Nd4j.createFromArray(0, 1, 2, 3, 4, 0);

  /// ND4J's own BLAS is older than that of OpenCV; whichever comes first is kept.
  @BeforeAll
  static void loadOpenCvFirst() {
    PictureReader.warmUp();
  }

  /// Patches of classes, and some that nobody has named.
  private static INDArray maps(DataType type) {
    Random random = new Random(7);
    int[] values = new int[SIZE * HEIGHT * WIDTH];
    for (int i = 0; i < values.length; i++) {
      int drawn = random.nextInt(CLASSES + 1);
      values[i] = drawn == CLASSES ? IGNORED : drawn;
    }
    return Nd4j.createFromArray(values).reshape(SIZE, HEIGHT, WIDTH).castTo(type);
  }

  /// Three channels, each the map.
  private INDArray images(DataType type) {
    INDArray images = Nd4j.zeros(type, SIZE, 3, HEIGHT, WIDTH);
    each(
        (i, y, x) -> {
          for (int c = 0; c < 3; c++) {
            images.putScalar(new int[] {i, c, y, x}, maps.getInt(i, y, x));
          }
        });
    return images;
  }

  private interface Place {
    void at(int sample, int y, int x);
  }

  private static void each(Place place) {
    for (int i = 0; i < SIZE; i++) {
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          place.at(i, y, x);
        }
      }
    }
  }

  private MappedBatch mixed(Policy policy, INDArray images, INDArray given, int batch) {
    return new BatchMixer(policy, 11)
        .withClasses(CLASSES)
        .mixWithMaps(images, labels, given, CLASSES, 0, batch);
  }

  private static Policy policy(String method) {
    Method made = MethodType.of(method).initial();
    return Policy.of(made).with(Granularity.ELEMENT, Pairing.DERANGEMENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cutmix", "saliencymix", "fmix", "gridmix", "resizemix", "mosaic"})
  void whereNothingBlendsEveryPixelHasTheClassOfThePixelThatWasTaken(String method) {
    INDArray images = images(DataType.UINT8);
    INDArray before = maps.dup();
    boolean resized = List.of("resizemix", "mosaic").contains(method);
    for (int batch = 0; batch < 4; batch++) {
      MappedBatch mixed = mixed(policy(method), images, maps, batch);

      assertFalse(mixed.isSoft());
      assertEquals(DataType.INT32, mixed.maps().dataType());
      each(
          (i, y, x) -> {
            int index = mixed.maps().getInt(i, y, x);
            assertTrue(index == IGNORED || index < CLASSES, "no class is made up: " + index);
            if (!resized) {
              assertEquals(mixed.mixed().images().getInt(i, 0, y, x), index);
            }
          });
    }
    assertEquals(before, maps, "not modified");
  }

  @ParameterizedTest
  @EnumSource(names = {"UBYTE", "SHORT", "LONG"})
  void indicesKeepTheirType(DataType type) {
    MappedBatch mixed = mixed(policy("cutmix"), images(DataType.FLOAT), maps(type), 0);

    assertEquals(type, mixed.maps().dataType());
    assertEquals(
        mixed(policy("cutmix"), images(DataType.FLOAT), maps, 0).maps(),
        mixed.maps().castTo(DataType.INT32));
  }

  @Test
  void wherePixelsBlendTheMapsDo() {
    MappedBatch mixed = mixed(policy("mixup"), images(DataType.FLOAT), maps, 0);

    assertTrue(mixed.isSoft());
    assertEquals(List.of((long) SIZE, (long) CLASSES), shape(mixed.maps()).subList(0, 2));
    each(
        (i, y, x) -> {
          Drawn drawn = mixed.mixed().drawn().get(i);
          double lambda = drawn.lambda();
          for (int c = 0; c < CLASSES; c++) {
            double expected =
                (maps.getInt(i, y, x) == c ? lambda : 0)
                    + (maps.getInt(drawn.partner(), y, x) == c ? 1 - lambda : 0);
            assertEquals(expected, mixed.maps().getFloat(i, c, y, x), 1e-6);
          }
        });
  }

  /// Weights of one class each give what indices give, and stay weights in every batch.
  @ParameterizedTest
  @ValueSource(strings = {"cutmix", "mixup", "smoothmix", "k-mixup"})
  void weightsFollowAsIndicesDo(String method) {
    INDArray weights = Nd4j.zeros(DataType.FLOAT, SIZE, CLASSES, HEIGHT, WIDTH);
    each(
        (i, y, x) -> {
          if (maps.getInt(i, y, x) != IGNORED) {
            weights.putScalar(new int[] {i, maps.getInt(i, y, x), y, x}, 1);
          }
        });
    INDArray images = images(DataType.UINT8);
    MappedBatch soft = mixed(policy(method), images, weights, 2);
    MappedBatch hard = mixed(policy(method), images, maps, 2);

    assertTrue(soft.isSoft());
    assertEquals(soft.mixed().images(), hard.mixed().images());
    each(
        (i, y, x) -> {
          for (int c = 0; c < CLASSES; c++) {
            double expected =
                hard.isSoft()
                    ? hard.maps().getFloat(i, c, y, x)
                    : hard.maps().getInt(i, y, x) == c ? 1 : 0;
            assertEquals(expected, soft.maps().getFloat(i, c, y, x), 1e-5);
          }
        });
  }

  @Test
  void whatIsNotMixedKeepsItsMap() {
    Policy never = Policy.of(new Mixup(1)).withProbability(0);

    MappedBatch mixed = mixed(never, images(DataType.UINT8), maps, 0);

    assertEquals(maps, mixed.maps());
  }

  @Test
  void withMoreThan255ClassesTheIndex65535IsOfNobody() {
    INDArray many = Nd4j.zeros(DataType.INT32, SIZE, HEIGHT, WIDTH);
    each((i, y, x) -> many.putScalar(new int[] {i, y, x}, y == 0 ? 65535 : 255 + y));
    MappedBatch mixed =
        new BatchMixer(policy("cutmix"), 1)
            .withClasses(CLASSES)
            .mixWithMaps(images(DataType.UINT8), labels, many, 300, 0, 0);

    assertEquals(many, mixed.maps(), "all are the same");
  }

  @Test
  void mapsThatDoNotFitAreRefused() {
    INDArray images = images(DataType.UINT8);
    for (INDArray wrong :
        List.of(
            Nd4j.zeros(DataType.INT32, SIZE, WIDTH, HEIGHT),
            Nd4j.zeros(DataType.FLOAT, SIZE, HEIGHT, WIDTH),
            Nd4j.zeros(DataType.INT32, SIZE - 1, HEIGHT, WIDTH),
            Nd4j.zeros(DataType.FLOAT, SIZE, CLASSES + 1, HEIGHT, WIDTH))) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class, () -> mixed(policy("cutmix"), images, wrong, 0));
      assertTrue(
          e.getMessage()
              .endsWith("must be indices [6, 32, 24] of an integer type or FLOAT [6, 5, 32, 24]"),
          e.getMessage());
    }
    INDArray unknown = maps.dup();
    unknown.putScalar(new int[] {2, 3, 4}, CLASSES);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> mixed(policy("cutmix"), images, unknown, 0));
    assertEquals(
        "map of sample 2: class 5: must be within [0, 5), or 255 for none", e.getMessage());
  }

  private static List<Long> shape(INDArray array) {
    return Arrays.stream(array.shape()).boxed().toList();
  }
}
