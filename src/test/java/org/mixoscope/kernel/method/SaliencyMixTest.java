package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.TestPictures;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Outcome;

class SaliencyMixTest {
  @ParameterizedTest
  @CsvSource({
    "SPECTRAL_RESIDUAL, 224, 224, 150, 60", "SPECTRAL_RESIDUAL, 32, 32, 22, 9",
    "SPECTRAL_RESIDUAL, 300, 451, 100, 200", "SPECTRAL_RESIDUAL, 1200, 900, 600, 800",
    "FINE_GRAINED, 224, 224, 150, 60", "FINE_GRAINED, 32, 32, 22, 9",
    "FINE_GRAINED, 300, 451, 100, 200", "FINE_GRAINED, 1200, 900, 600, 800",
  })
  void boxIsAroundTheBrightBlobOnDarkTexture(
      SaliencyMap saliency, int height, int width, int x, int y) {
    Frame frame = new Frame(height, width);
    Pixels partner = blob(frame, x, y, Math.max(2, Math.min(height, width) / 16));
    Pixels own = TestPictures.empty(frame, 3, ElementType.UINT8, Layout.HWC);

    Box box = box(new SaliencyMix(1, saliency, BoxRule.LEGACY), 0.75, own, partner);

    int near = Math.max(2, Math.min(height, width) / 12);
    assertEquals(x, (box.x1() + box.x2()) / 2, near);
    assertEquals(y, (box.y1() + box.y2()) / 2, near);
  }

  @ParameterizedTest
  @EnumSource
  void darkBlobStandsOutAsWell(SaliencyMap saliency) {
    Frame frame = new Frame(128, 160);
    Pixels bright = blob(frame, 40, 90, 8);
    for (long i = 0; i < bright.elements(); i++) {
      byte value = bright.memory().get(ValueLayout.JAVA_BYTE, i);
      bright.memory().set(ValueLayout.JAVA_BYTE, i, (byte) (255 - (value & 0xFF)));
    }

    Box box = box(new SaliencyMix(1, saliency, BoxRule.LEGACY), 0.75, bright, bright);

    assertEquals(40, (box.x1() + box.x2()) / 2, 12);
    assertEquals(90, (box.y1() + box.y2()) / 2, 12);
  }

  @Property(tries = 60)
  void elementTypeLayoutAndChannelOrderDoNotMatter(
      @ForAll SaliencyMap saliency,
      @ForAll("frames") Frame frame,
      @ForAll("channels") int channels,
      @ForAll long seed) {
    Pixels hwc =
        TestPictures.random(new Random(seed), frame, channels, ElementType.UINT8, Layout.HWC);
    Workspace workspace = new Workspace();
    float[] expected = saliency.of(hwc, workspace).values().clone();

    for (ElementType type : ElementType.values()) {
      for (Layout layout : Layout.values()) {
        assertArrayEquals(
            expected, saliency.of(copy(hwc, type, layout, false), workspace).values());
        assertArrayEquals(expected, saliency.of(copy(hwc, type, layout, true), workspace).values());
      }
    }
  }

  @Property(tries = 100)
  void sharesCountThePixelsAndUnbiasedBoxesAreInside(
      @ForAll SaliencyMap saliency,
      @ForAll BoxRule rule,
      @ForAll("frames") Frame frame,
      @ForAll @DoubleRange(min = 0, max = 1) double lambda,
      @ForAll long seed) {
    List<Pixels> pair =
        TestPictures.random(new Random(seed), 2, frame, 3, ElementType.UINT8, Layout.HWC);
    SaliencyMix method = new SaliencyMix(1, saliency, rule);
    Draw draw = new Draw(lambda, 0.5, 0.5);

    Composition composition = method.compose(draw, new Inputs(frame, pair, null));

    long owned = 0;
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        owned += (long) composition.weightAt(0, y, x);
      }
    }
    assertEquals(owned / (double) frame.pixels(), composition.shares().getFirst());
    assertEquals(composition.shares(), Outcome.of(method, draw, composition).weights().label());
    if (rule == BoxRule.UNBIASED) {
      Box cut = BoxRule.UNBIASED.box(draw, frame);
      assertEquals(cut.area(), frame.pixels() - owned);
    }
  }

  @Property(tries = 100)
  void boxIsAroundThePixelOrAsNearAsTheRuleLetsIt(
      @ForAll BoxRule rule,
      @ForAll("frames") Frame frame,
      @ForAll @DoubleRange(min = 0, max = 1) double lambda,
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double u) {
    int x = (int) (u * frame.width());
    int y = (int) (u * frame.height());

    Box box = rule.around(x, y, new Draw(lambda, 0.1, 0.9), frame);

    int left = x - box.width() / 2;
    int top = y - box.height() / 2;
    double last = Math.nextDown(1.0);
    Box first = rule.box(new Draw(lambda, 0, 0), frame);
    Box corner = rule.box(new Draw(lambda, last, last), frame);
    int blur = rule.onGrid() ? 0 : 1; // a real-valued box moves by whole pixels
    int x1 = rule.staysInside() ? Math.clamp(left, first.x1(), corner.x1()) : left;
    int y1 = rule.staysInside() ? Math.clamp(top, first.y1(), corner.y1()) : top;
    assertEquals(x1, box.x1(), blur);
    assertEquals(y1, box.y1(), blur);
  }

  /// Pictures of any bits: also infinities and what is no number.
  @Property(tries = 100)
  void lambdaOneIsAByteForByte(
      @ForAll SaliencyMap saliency,
      @ForAll BoxRule rule,
      @ForAll("frames") Frame frame,
      @ForAll("channels") int channels,
      @ForAll ElementType type,
      @ForAll Layout layout,
      @ForAll long seed) {
    Random random = new Random(seed);
    Pixels a = TestPictures.bits(random, frame, channels, type, layout);
    Pixels b = TestPictures.bits(random, frame, channels, type, layout);
    Composition composition =
        new SaliencyMix(1, saliency, rule)
            .compose(new Draw(1, 0.5, 0.5), new Inputs(frame, List.of(a, b), null));

    assertArrayEquals(
        TestPictures.bytes(a), TestPictures.bytes(Mixer.mix(composition, List.of(a, b))));
    assertEquals(List.of(1.0, 0.0), composition.shares());
  }

  @Property(tries = 60)
  void workspaceChangesNothing(
      @ForAll SaliencyMap saliency,
      @ForAll("frames") Frame frame,
      @ForAll("frames") Frame other,
      @ForAll long seed) {
    Random random = new Random(seed);
    Pixels picture = TestPictures.random(random, frame, 3, ElementType.UINT8, Layout.HWC);
    Pixels before = TestPictures.random(random, other, 3, ElementType.UINT8, Layout.HWC);
    float[] fresh = saliency.of(picture, new Workspace()).values();
    Workspace workspace = new Workspace();

    for (SaliencyMap map : SaliencyMap.values()) {
      map.of(before, workspace);
      assertArrayEquals(fresh, saliency.of(picture, workspace).values());
      map.of(picture, workspace);
      assertArrayEquals(fresh, saliency.of(picture, workspace).values());
    }
  }

  /// The map lies in the partner, so another own picture gets the same box.
  @ParameterizedTest
  @EnumSource
  void onlyThePartnerDecides(SaliencyMap saliency) {
    Frame frame = new Frame(64, 64);
    SaliencyMix method = new SaliencyMix(1, saliency, BoxRule.LEGACY);
    Pixels black = TestPictures.empty(frame, 3, ElementType.UINT8, Layout.HWC);
    Pixels left = blob(frame, 14, 20, 4);
    Pixels right = blob(frame, 50, 40, 4);

    assertEquals(box(method, 0.7, black, left), box(method, 0.7, right, left));
    assertTrue(box(method, 0.7, left, left).x1() < box(method, 0.7, left, right).x1());
  }

  @ParameterizedTest
  @EnumSource
  void pictureWithoutContrastHasNoPeakButABox(SaliencyMap saliency) {
    Frame frame = new Frame(40, 30);
    byte[] grey = new byte[1200];
    Arrays.fill(grey, (byte) 25);

    Plane map = saliency.of(Pixels.of(grey, frame, 1), new Workspace());

    assertEquals(0, map.peak());
    for (float value : map.values()) {
      assertEquals(0, value);
    }
  }

  @Test
  void picturesAreNeeded() {
    SaliencyMix method = new SaliencyMix(1, SaliencyMap.FINE_GRAINED, BoxRule.LEGACY);
    Inputs none = Inputs.of(new Frame(4, 4));

    String message =
        assertThrows(
                IllegalArgumentException.class, () -> method.compose(new Draw(0.5, 0, 0), none))
            .getMessage();

    assertTrue(message.startsWith("saliencymix: needs the pictures"), message);
  }

  @Provide
  static Arbitrary<Frame> frames() {
    return Given.frames(71, 90);
  }

  @Provide
  static Arbitrary<Integer> channels() {
    return Arbitraries.of(1, 3, 4);
  }

  private static Box box(SaliencyMix method, double lambda, Pixels own, Pixels partner) {
    Composition composition =
        method.compose(
            new Draw(lambda, 0.9, 0.9), new Inputs(own.frame(), List.of(own, partner), null));
    return ((Patchwork) composition).patches().getLast().box();
  }

  /// A dark ground with texture and, around a pixel, a bright disc.
  private static Pixels blob(Frame frame, int cx, int cy, int radius) {
    Random random = new Random(4);
    byte[] hwc = new byte[(int) frame.pixels() * 3];
    for (int i = 0; i < hwc.length; i++) {
      int x = i / 3 % frame.width();
      int y = i / 3 / frame.width();
      boolean inside = Math.hypot(x - cx, y - cy) <= radius;
      double stripes = 8 * Math.sin(x * 0.9) * Math.cos(y * 0.7);
      hwc[i] = (byte) (inside ? 220 : 30 + stripes + random.nextInt(12));
    }
    return Pixels.of(hwc, frame, 3);
  }

  private static Pixels copy(Pixels hwc, ElementType type, Layout layout, boolean reversed) {
    Pixels copy = TestPictures.empty(hwc.frame(), hwc.channels(), type, layout);
    int colours = Math.min(3, hwc.channels());
    for (int y = 0; y < hwc.height(); y++) {
      for (int x = 0; x < hwc.width(); x++) {
        for (int channel = 0; channel < hwc.channels(); channel++) {
          boolean turned = reversed && channel < colours;
          float value = hwc.valueAt(y, x, turned ? colours - 1 - channel : channel);
          TestPictures.put(copy, y, x, channel, value * type.white() / 255);
        }
      }
    }
    return copy;
  }
}
