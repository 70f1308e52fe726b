package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.method.CopyPaste;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;

/// Maps of indices follow a mix without any new index.
class TakeTest {
  /// Every pixel is one of its owner's: the pixel itself, or the nearest of what a patch shows.
  @Property(tries = 300)
  void everyPixelIsOneOfItsOwners(
      @ForAll @IntRange(min = 1, max = 24) int height,
      @ForAll @IntRange(min = 1, max = 24) int width,
      @ForAll Layout layout,
      @ForAll ElementType type,
      @ForAll long seed) {
    Frame frame = new Frame(height, width);
    Random random = new Random(seed);
    List<MethodType> types =
        MethodType.all().stream().filter(one -> !one.uses(Trait.MASK)).toList();
    Method method = types.get(random.nextInt(types.size())).initial();
    if (method instanceof CopyPaste) {
      method = new CopyPaste(0.7, 3, 0.4, 2.5, random.nextInt(2) * 0.8);
    }
    Draw draw = method.draw(RandomStreams.of(seed, 0, 0));
    int sources = draw.weights().size();
    List<Pixels> pictures =
        TestPictures.random(random, sources, frame, 3, ElementType.UINT8, Layout.HWC);
    List<Pixels> maps = TestPictures.random(random, sources, frame, 1, type, layout);
    Composition composition =
        method.compose(
            draw,
            new Inputs(frame, pictures, null).with(TestTargets.objects(random, sources, frame)));
    Pixels out = TestPictures.random(random, frame, 1, type, layout);

    Mixer.take(composition, maps, out, new Workspace());

    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        assertEquals(expected(composition, maps, y, x), out.valueAt(y, x, 0), method.toString());
      }
    }
  }

  private static float expected(Composition composition, List<Pixels> maps, int y, int x) {
    double[] weights = NaiveMixer.weights(composition, y, x);
    int owner = 0;
    for (int k = 1; k < weights.length; k++) {
      owner = weights[k] > weights[owner] ? k : owner;
    }
    int fromY = y;
    int fromX = x;
    Patch patch =
        switch (composition) {
          case Patchwork patchwork ->
              patchwork.patches().stream()
                  .filter(one -> one.box().contains(x, y))
                  .reduce((below, above) -> above)
                  .orElseThrow();
          case Matte matte -> matte.move(owner);
          case Blend _ -> null;
        };
    if (patch != null) {
      Landing top = patch.landing();
      fromY = nearest(y - top.to().y1(), top.from().height(), top.to().height());
      fromY += top.from().y1();
      fromX = nearest(x - top.to().x1(), top.from().width(), top.to().width());
      fromX += top.from().x1();
    }
    return maps.get(owner).valueAt(fromY, fromX, 0);
  }

  /// The pixel in which the middle of another one lies.
  private static int nearest(int at, int from, int to) {
    return (int) ((2L * at + 1) * from / (2L * to));
  }

  @Test
  void ofEqualWeightsTheFirstOwnsAPixel() {
    Frame frame = new Frame(1, 3);
    Pixels a = Pixels.of(new byte[] {1, 2, 3}, frame, 1);
    Pixels b = Pixels.of(new byte[] {7, 8, 9}, frame, 1);
    Pixels out = Pixels.of(new byte[3], frame, 1);

    Mixer.take(Blend.pair(frame, 0.5), List.of(a, b), out, new Workspace());
    assertEquals(List.of(1f, 2f, 3f), values(out));
    Mixer.take(Blend.pair(frame, 0.49), List.of(a, b), out, new Workspace());
    assertEquals(List.of(7f, 8f, 9f), values(out));
    Matte matte = new Matte(frame, List.of(new float[] {0.5f, 0.49f, 1}));
    Mixer.take(matte, List.of(a, b), out, new Workspace());
    assertEquals(List.of(1f, 8f, 3f), values(out));
  }

  @Test
  void mapsMustFitTheComposition() {
    Pixels small = Pixels.of(new byte[2], new Frame(1, 2), 1);

    assertThrows(
        IllegalArgumentException.class,
        () ->
            Mixer.take(
                Blend.pair(new Frame(1, 3), 1), List.of(small, small), small, new Workspace()));
  }

  @Test
  void positionsGoTheWayOfTheirPixels() {
    Landing half = new Landing(new Box(10, 20, 30, 60), new Box(1, 2, 11, 12));

    assertEquals(1, half.x(10));
    assertEquals(11, half.x(30));
    assertEquals(6, half.x(20));
    assertEquals(2, half.y(20));
    assertEquals(12, half.y(60));
    assertEquals(2.25, half.y(21));
  }

  private static List<Float> values(Pixels pixels) {
    return List.of(pixels.valueAt(0, 0, 0), pixels.valueAt(0, 1, 0), pixels.valueAt(0, 2, 0));
  }
}
