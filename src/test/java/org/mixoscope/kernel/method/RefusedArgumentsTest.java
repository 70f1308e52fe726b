package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.kernel.Beta;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.SoftLabels;

/// Arguments out of range are refused with a message that names the parameter and the value.
class RefusedArgumentsTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final Frame FRAME = new Frame(4, 5);

  @ParameterizedTest(name = "{1} = {2}")
  @MethodSource({"numbers", "shapes", "labels", "compositions", "masks"})
  void argumentIsRefusedByNameAndValue(Executable call, String name, String value) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();

    assertTrue(message.contains(name), () -> message + " does not name " + name);
    assertTrue(message.contains(value), () -> message + " does not tell " + value);
  }

  static Stream<Arguments> numbers() {
    Stream.Builder<Arguments> all = Stream.builder();
    for (double alpha : new double[] {0, -0.0, -1, NAN, INFINITE, -INFINITE}) {
      String value = Double.toString(alpha);
      all.add(refused(() -> new Beta(alpha), "alpha", value));
      all.add(refused(() -> new Mixup(alpha), "alpha", value));
      all.add(refused(() -> new CutMix(alpha), "alpha", value));
      all.add(refused(() -> new PatchCells(alpha, 16), "alpha", value));
      all.add(refused(() -> new SuperpixelMix(alpha, 64, 10), "alpha", value));
      all.add(refused(() -> new FMix(alpha, 3, 0, FMixField.REFERENCE), "alpha", value));
      all.add(
          refused(
              () -> new SaliencyMix(alpha, SaliencyMap.FINE_GRAINED, BoxRule.LEGACY),
              "alpha",
              value));
    }
    for (double lambda : new double[] {-1e-9, 1.0000001, NAN, INFINITE}) {
      String value = Double.toString(lambda);
      all.add(refused(() -> new Draw(lambda, 0, 0), "lambda", value));
      all.add(refused(() -> new Draw(0, 0, 0).withLambda(lambda), "lambda", value));
      all.add(refused(() -> new Beta(1).quantile(lambda), "p", value));
      all.add(refused(() -> Blend.pair(FRAME, lambda), "weight", value));
    }
    for (double share : new double[] {-1e-9, 0.51, NAN, INFINITE}) {
      String value = Double.toString(share);
      all.add(refused(() -> new FMix(1, 3, share, FMixField.ISOTROPIC), "max-soft", value));
    }
    for (double decay : new double[] {-1e-9, 10.1, NAN, INFINITE}) {
      String value = Double.toString(decay);
      all.add(refused(() -> new FMix(1, decay, 0, FMixField.ISOTROPIC), "decay", value));
    }
    for (double position : new double[] {1, -1e-9, NAN, INFINITE}) {
      String value = Double.toString(position);
      all.add(refused(() -> new Draw(0, position, 0), "u", value));
      all.add(refused(() -> new Draw(0, 0, position), "v", value));
    }
    all.add(refused(() -> new Draw(0, 0, 0).at(NAN, 0), "u", "NaN"));
    all.add(refused(() -> new Region(NAN, 0, 1, 1), "region x1", "NaN"));
    all.add(refused(() -> new Region(0, -INFINITE, 1, 1), "region y1", "-Infinity"));
    all.add(refused(() -> new Region(0.5, 0, 0.25, 1), "region x2", "0.25"));
    all.add(refused(() -> new Region(0, 0, 1, 1001), "region y2", "1001.0"));
    all.add(refused(() -> CutMix.TYPE.parameter("box-rule").parse("Legacy"), "box-rule", "Legacy"));
    return all.build();
  }

  static Stream<Arguments> shapes() {
    return Stream.of(
        refused(() -> new Frame(0, 5), "height", "0"),
        refused(() -> new Frame(5, -3), "width", "-3"),
        refused(() -> new Box(3, 0, 2, 1), "box", "3,0,2,1"),
        refused(() -> new Box(0, 7, 2, 6), "box", "0,7,2,6"),
        refused(() -> pixels(0, 5, 3, 60), "height", "0"),
        refused(() -> pixels(4, 0, 3, 60), "width", "0"),
        refused(() -> pixels(4, 5, 0, 60), "channels", "0"),
        refused(() -> pixels(4, 5, 3, 59), "memory", "59"),
        refused(() -> pixels(4, 5, 3, 59), "memory", "60"),
        refused(() -> Pixels.of(new byte[19], FRAME, 1), "memory", "19"),
        refused(
            () -> pixels(Integer.MAX_VALUE, Integer.MAX_VALUE, 4, 60),
            "memory",
            "2147483647×2147483647×4"),
        refused(
            () ->
                new Pixels(
                    MemorySegment.ofArray(new byte[60]), 4, 5, 3, ElementType.FLOAT32, Layout.CHW),
            "memory",
            "240"));
  }

  static Stream<Arguments> labels() {
    double[] three = new double[3];
    return Stream.of(
        refused(() -> SoftLabels.oneHot(3, 3, 0), "class index", "3"),
        refused(() -> SoftLabels.oneHot(-1, 3, 0), "class index", "-1"),
        refused(() -> SoftLabels.oneHot(0, 0, 0), "classes", "0"),
        refused(() -> SoftLabels.oneHot(0, 3, 1), "smoothing", "1.0"),
        refused(() -> SoftLabels.oneHot(0, 3, -0.1), "smoothing", "-0.1"),
        refused(() -> SoftLabels.oneHot(0, 3, NAN), "smoothing", "NaN"),
        refused(() -> SoftLabels.requireSmoothing(INFINITE), "smoothing", "Infinity"),
        refused(() -> SoftLabels.mix(List.of(three), List.of(0.5, 0.5)), "labels", "1"),
        refused(() -> SoftLabels.mix(List.of(), List.of()), "labels", "0"),
        refused(
            () -> SoftLabels.mix(List.of(three, new double[2]), List.of(0.5, 0.5)),
            "classes",
            "2"));
  }

  static Stream<Arguments> compositions() {
    Pixels good = pixels(4, 5, 3, 60);
    Blend blend = Blend.pair(FRAME, 0.5);
    Patch all = new Patch(0, Box.of(FRAME));
    Box outside = new Box(0, 0, 6, 1);
    return Stream.of(
        refusedSource(blend, good, pixels(5, 4, 3, 60), "4×5×3"),
        refusedSource(blend, good, pixels(4, 5, 4, 80), "5×4×4"),
        refusedSource(blend, good, retyped(good, ElementType.FLOAT32, Layout.HWC), "FLOAT32"),
        refusedSource(blend, good, retyped(good, ElementType.UINT8, Layout.CHW), "CHW"),
        refused(() -> Mixer.mix(blend, List.of(good)), "sources", "1"),
        refused(() -> Mixer.mix(blend, List.of(good, good, good)), "sources", "3"),
        refused(() -> Mixer.mix(blend, List.of()), "sources", "none"),
        refused(
            () -> Mixer.mix(Blend.pair(new Frame(5, 4), 0.5), List.of(good, good)), "out", "5×4×3"),
        refused(
            () -> Mixer.mix(blend, Blending.SRGB, List.of(good, good), pixels(4, 5, 1, 20)),
            "source 0",
            "5×4×3"),
        refused(() -> new Blend(FRAME, List.of(0.5, 0.4)), "weights", "[0.5, 0.4]"),
        refused(() -> new Blend(FRAME, List.of()), "weights", "[]"),
        refused(() -> new Blend(FRAME, List.of(1.5, -0.5)), "weight", "1.5"),
        refused(() -> new Patch(-1, outside), "source", "-1"),
        refused(() -> new Patchwork(FRAME, 0, List.of(all)), "sources", "0"),
        refused(() -> new Patchwork(FRAME, 2, List.of()), "patches", "5×4"),
        refused(
            () -> new Patchwork(FRAME, 2, List.of(new Patch(0, new Box(0, 0, 5, 3)))),
            "patches",
            "5×4"),
        refused(
            () -> new Patchwork(FRAME, 2, List.of(all, new Patch(2, Box.of(FRAME)))),
            "source",
            "2"),
        refused(() -> new Patchwork(FRAME, 2, List.of(all, new Patch(1, outside))), "box", "x2=6"),
        refused(() -> new Matte(FRAME, List.of(new float[19])), "plane", "19"),
        refused(() -> new Matte(FRAME, List.of(filled(1.5f))), "weight", "1.5"),
        refused(() -> new Matte(FRAME, List.of(filled(Float.NaN))), "weight", "NaN"),
        refused(() -> new Matte(FRAME, List.of(filled(0.75f), filled(0.5f))), "weights", "0"));
  }

  static Stream<Arguments> masks() {
    Pixels colour = pixels(4, 5, 3, 60);
    Pixels small = pixels(3, 5, 1, 15);
    float[] weights = filled(0.5f);
    weights[7] = -0.25f;
    Pixels negative =
        new Pixels(MemorySegment.ofArray(weights), 4, 5, 1, ElementType.FLOAT32, Layout.HWC);
    return Stream.of(
        refused(() -> masked(null), "mask", "null"),
        refused(() -> masked(colour), "mask", "5×4×3"),
        refused(() -> masked(small), "mask", "5×3"),
        refused(() -> masked(negative), "weight", "-0.25"),
        refused(() -> new Inputs(FRAME, List.of(colour, small), null), "source", "5×3"));
  }

  private static Arguments refused(Executable call, String name, String value) {
    return Arguments.of(call, name, value);
  }

  private static Arguments refusedSource(Blend blend, Pixels first, Pixels second, String value) {
    return refused(() -> Mixer.mix(blend, List.of(first, second)), "source 1", value);
  }

  private static void masked(@Nullable Pixels mask) {
    new MaskMix().compose(new Draw(0.5, 0, 0), new Inputs(FRAME, List.of(), mask));
  }

  private static Pixels pixels(int height, int width, int channels, int bytes) {
    return new Pixels(
        MemorySegment.ofArray(new byte[bytes]),
        height,
        width,
        channels,
        ElementType.UINT8,
        Layout.HWC);
  }

  private static Pixels retyped(Pixels like, ElementType type, Layout layout) {
    byte[] memory = new byte[(int) like.elements() * type.bytes()];
    return new Pixels(
        MemorySegment.ofArray(memory), like.height(), like.width(), like.channels(), type, layout);
  }

  private static float[] filled(float value) {
    float[] plane = new float[(int) FRAME.pixels()];
    Arrays.fill(plane, value);
    return plane;
  }
}
