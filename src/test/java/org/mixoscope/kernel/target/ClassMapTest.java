package org.mixoscope.kernel.target;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.TestPictures;

class ClassMapTest {
  private static final int CLASSES = 4;
  private static final double FLOAT = 1e-5;

  /// The weight of class c at a pixel is the sum of the weights of the sources that are c there.
  @Property(tries = 300)
  void everyPixelHasTheClassesOfWhatItShows(@ForAll long seed) {
    Random random = new Random(seed);
    Mixes mix = Mixes.random(random);
    ElementType type = random.nextBoolean() ? ElementType.UINT8 : ElementType.UINT16;
    List<Pixels> maps = mix.maps(random, type);

    ClassMap mixed = mixed(mix, maps);

    float[] soft = mixed.soft(CLASSES);
    int pixels = (int) mix.frame().pixels();
    double[] areas = new double[CLASSES];
    double nobody = 0;
    for (int y = 0; y < mix.frame().height(); y++) {
      for (int x = 0; x < mix.frame().width(); x++) {
        double[] expected = new double[CLASSES];
        for (int k = 0; k < maps.size(); k++) {
          int[] from = mix.from(k, y, x);
          int index = (int) maps.get(k).valueAt(from[0], from[1], 0);
          double weight = mix.composition().weightAt(k, y, x);
          if (index == type.white()) {
            nobody += weight;
          } else {
            expected[index] += weight;
          }
        }
        for (int c = 0; c < CLASSES; c++) {
          assertEquals(
              expected[c], soft[c * pixels + y * mix.frame().width() + x], FLOAT, mix.name());
          areas[c] += expected[c];
        }
      }
    }
    assertEquals(mix.frame().pixels(), Arrays.stream(areas).sum() + nobody, FLOAT * 1000);
    double[] found = mixed.areas(CLASSES);
    for (int c = 0; c < CLASSES; c++) {
      assertEquals(areas[c], found[c], FLOAT * 1000, mix.name());
    }
  }

  /// Whatever blends: an index between two others would be one of a third class.
  @Property(tries = 200)
  void everyIndexIsThatOfASourceThere(@ForAll long seed) {
    Random random = new Random(seed);
    Mixes mix = Mixes.random(random);
    List<Pixels> maps = mix.maps(random, ElementType.UINT8);

    ClassMap mixed = mixed(mix, maps);

    Pixels indices = mixed.indices();
    for (int y = 0; y < mix.frame().height(); y++) {
      for (int x = 0; x < mix.frame().width(); x++) {
        int source = mix.composition().ownerAt(y, x);
        int[] from = mix.from(source, y, x);
        Pixels owner = maps.get(source);
        assertEquals(owner.valueAt(from[0], from[1], 0), indices.valueAt(y, x, 0), mix.name());
      }
    }
    boolean blends =
        switch (mix.composition()) {
          case Patchwork _ -> false;
          case Blend blend -> !blend.weights().contains(1.0);
          case Matte matte ->
              matte.planes().stream()
                  .anyMatch(
                      plane ->
                          IntStream.range(0, plane.length)
                              .anyMatch(i -> plane[i] != 0 && plane[i] != 1));
        };
    assertEquals(!blends, mixed.isHard(), mix.name());
  }

  /// A matte lies in memory of the workspace, which the next sample uses again.
  @Test
  void weightsAreKeptWhenTheirMemoryIsUsedAgain() {
    Frame frame = new Frame(1, 2);
    float[] plane = {0.25f, 0.5f};
    ClassMap mixed =
        mixed(new Mixes(new Matte(frame, List.of(plane)), ""), List.of(map(1, 1), map(0, 255)));

    plane[0] = 1;

    assertArrayEquals(new float[] {0.75f, 0, 0.25f, 0.5f}, mixed.soft(2));
  }

  @Test
  void indexAboveTheClassesIsNamed() {
    ClassMap map = ClassMap.of(map(1, 3));

    String message = "class 3 at x = 1, y = 0: there are 3 classes";
    assertRefused(message, () -> map.areas(3));
    assertRefused(message, () -> map.soft(3));
  }

  @Test
  void picturesAreNoMaps() {
    Frame frame = new Frame(1, 2);

    assertRefused(
        "map = 2×1×3 UINT8 HWC: needs one channel of whole numbers, the indices of classes",
        () -> ClassMap.of(TestPictures.empty(frame, 3, ElementType.UINT8, Layout.HWC)));
    assertRefused(
        "map = 2×1×1 FLOAT32 HWC: needs one channel of whole numbers, the indices of classes",
        () -> ClassMap.of(TestPictures.empty(frame, 1, ElementType.FLOAT32, Layout.HWC)));
  }

  @Test
  void mapThatBlendsIsNotMixedAgain() {
    Blend half = Blend.pair(new Frame(1, 2), 0.5);
    ClassMap blended = mixed(new Mixes(half, ""), List.of(map(0, 1), map(2, 3)));

    assertEquals(List.of(0f, 1f), values(blended.indices()));
    assertRefused(
        "map = class map 2×1×1 UINT8 HWC, blended of 2: blends already and cannot be mixed or moved"
            + " again",
        () -> blended.mixed(List.of(blended, blended), half, half.weights()));
  }

  @Test
  void mapsOfSeveralKindsAreRefused() {
    Blend half = Blend.pair(new Frame(1, 2), 0.5);
    Pixels wide = TestPictures.empty(half.frame(), 1, ElementType.UINT16, Layout.HWC);
    ClassMap bytes = ClassMap.of(map(0, 1));

    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> bytes.mixed(List.of(bytes, ClassMap.of(wide)), half, half.weights()));
    assertTrue(refused.getMessage().contains("UINT16"), refused.getMessage());
  }

  private static ClassMap mixed(Mixes mix, List<Pixels> maps) {
    List<Target> targets = maps.stream().<Target>map(ClassMap::of).toList();
    ClassMap first = (ClassMap) targets.getFirst();
    return first.mixed(targets, mix.composition(), mix.composition().shares());
  }

  private static Pixels map(int... indices) {
    byte[] bytes = new byte[indices.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) indices[i];
    }
    return Pixels.of(bytes, new Frame(1, bytes.length), 1);
  }

  private static List<Float> values(Pixels pixels) {
    return IntStream.range(0, (int) pixels.elements()).mapToObj(pixels::element).toList();
  }

  private static void assertRefused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
