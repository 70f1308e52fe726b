package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Slice;
import org.mixoscope.kernel.TestPictures;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Outcome;

@BesideWindows
class FMixTest {
  /// What sums of float32 weights of at most 10 000 pixels are off by.
  private static final double FLOAT_SUM = 1e-6;

  @Property(tries = 300)
  void shareIsTheDrawnLambdaToAPixelAndCountsOwnedPixels(
      @ForAll FMixField field,
      @ForAll("frames") Frame frame,
      @ForAll @DoubleRange(min = 0, max = 1) double lambda,
      @ForAll long noise) {
    FMix method = new FMix(1, 3, 0, field);
    Draw draw = new Draw(lambda, 0, 0, noise);

    Composition composition = method.compose(draw, Inputs.of(frame));

    long owned = 0;
    for (float weight : plane(composition)) {
      assertTrue(weight == 0 || weight == 1, () -> "weight " + weight);
      owned += (long) weight;
    }
    double share = owned / (double) frame.pixels();
    assertEquals(share, composition.shares().getFirst());
    assertEquals(composition.shares(), Outcome.of(method, draw, composition).weights().label());
    assertTrue(Math.abs(share - lambda) <= 1.0 / frame.pixels() + 1e-12);
  }

  /// Of all voxels as many are A's as λ says, and one slice alone is a picture, bit for bit.
  @Property(tries = 200)
  void volumeHasTheDrawnLambdaToAVoxel(
      @ForAll @IntRange(min = 1, max = 9) int depth,
      @ForAll @IntRange(min = 1, max = 17) int height,
      @ForAll @IntRange(min = 1, max = 17) int width,
      @ForAll @DoubleRange(min = 0, max = 1) double lambda,
      @ForAll @DoubleRange(min = 0, max = 4) double decay,
      @ForAll long noise) {
    FMix method = new FMix(1, decay, 0, FMixField.ISOTROPIC);
    Frame frame = new Frame(height, width);
    Draw draw = new Draw(lambda, 0, 0, noise);
    Workspace workspace = new Workspace();
    double shares = 0;
    long owned = 0;
    for (int t = 0; t < depth; t++) {
      Composition slice = method.compose(draw.in(new Slice(t, depth)), Inputs.of(frame), workspace);
      for (float weight : plane(slice)) {
        assertTrue(weight == 0 || weight == 1, () -> "weight " + weight);
        owned += (long) weight;
      }
      shares += slice.shares().getFirst();
    }
    double ideal = lambda * depth * height * width;
    assertTrue(Math.abs(owned - ideal) <= 1 + 1e-9, owned + " of " + ideal);
    assertEquals(owned, shares * height * width, 1e-6);
    assertArrayEquals(
        plane(method.compose(draw, Inputs.of(frame))),
        plane(method.compose(draw.in(new Slice(0, 1)), Inputs.of(frame))));
  }

  /// A soft edge is one of all voxels: it keeps λ, and one slice alone is a picture, bit for bit.
  @Property(tries = 100)
  void volumeMayHaveASoftEdge(
      @ForAll @IntRange(min = 1, max = 5) int depth,
      @ForAll @IntRange(min = 1, max = 9) int side,
      @ForAll @DoubleRange(min = 0, max = 1) double lambda,
      @ForAll @DoubleRange(min = 0, max = 0.5) double soft,
      @ForAll long noise) {
    FMix method = new FMix(1, 3, soft, FMixField.ISOTROPIC);
    Frame frame = new Frame(side, side + 1);
    Draw draw = new Draw(lambda, 0, 0, noise);
    Workspace workspace = new Workspace();
    double sum = 0;
    for (int t = 0; t < depth; t++) {
      for (float weight :
          plane(method.compose(draw.in(new Slice(t, depth)), Inputs.of(frame), workspace))) {
        sum += weight;
      }
    }
    assertEquals(lambda * depth * frame.pixels(), sum, 1.001);
    assertArrayEquals(
        plane(method.compose(draw, Inputs.of(frame))),
        plane(method.compose(draw.in(new Slice(0, 1)), Inputs.of(frame))));
  }

  /// Blobs are as long along the slices as they are down and across.
  @Test
  void volumeIsAlikeInAllThreeDirections() {
    int side = 16;
    FMix method = new FMix(1, 2, 0, FMixField.ISOTROPIC);
    long[] edges = new long[3];
    for (int seed = 0; seed < 150; seed++) {
      Workspace workspace = new Workspace();
      float[] voxels = new float[side * side * side];
      for (int t = 0; t < side; t++) {
        Draw draw = new Draw(0.5, 0, 0, 1000L * seed + 1).in(new Slice(t, side));
        float[] plane = plane(method.compose(draw, Inputs.of(new Frame(side, side)), workspace));
        System.arraycopy(plane, 0, voxels, t * side * side, side * side);
      }
      for (int axis = 0; axis < 3; axis++) {
        int step = axis == 0 ? side * side : axis == 1 ? side : 1;
        for (int i = 0; i < voxels.length; i++) {
          boolean last = i / step % side == side - 1;
          edges[axis] += !last && voxels[i] != voxels[i + step] ? 1 : 0;
        }
      }
    }
    assertTrue(edges[0] > 0, "slices differ");
    assertEquals(1, (double) edges[0] / edges[1], 0.1);
    assertEquals(1, (double) edges[1] / edges[2], 0.1);
  }

  @Test
  void whatHasNoRoomOrNoDepthIsRefused() {
    Draw draw = new Draw(0.5, 0, 0, 1).in(new Slice(0, 2000));
    Inputs large = Inputs.of(new Frame(1080, 1920));
    FMix method = new FMix(1, 3, 0, FMixField.ISOTROPIC);
    assertThrows(IllegalArgumentException.class, () -> method.compose(draw, large));
    assertNotNull(method.lackingRoom(draw, large.frame()));
    assertNull(method.lackingRoom(draw, new Frame(64, 64)));
    FMix published = new FMix(1, 3, 0, FMixField.REFERENCE);
    Inputs small = Inputs.of(new Frame(4, 4));
    assertThrows(IllegalArgumentException.class, () -> published.compose(draw, small));
  }

  @Property(tries = 200)
  void softEdgeKeepsTheShareAndFallsEvenly(
      @ForAll FMixField field,
      @ForAll("frames") Frame frame,
      @ForAll @DoubleRange(min = 0, max = 1) double lambda,
      @ForAll @DoubleRange(min = 0, max = 0.5) double maxSoft,
      @ForAll long noise) {
    Composition composition =
        new FMix(1, 2, maxSoft, field).compose(new Draw(lambda, 0, 0, noise), Inputs.of(frame));

    double sum = 0;
    int between = 0;
    for (float weight : plane(composition)) {
      sum += weight;
      between += weight > 0 && weight < 1 ? 1 : 0;
    }
    int soft = (int) (frame.pixels() * Math.min(maxSoft, Math.min(lambda, 1 - lambda)));
    assertEquals(Math.max(0, 2 * soft - 2), between);
    assertEquals(sum / frame.pixels(), composition.shares().getFirst());
    assertEquals(lambda, sum / frame.pixels(), 1.0 / frame.pixels() + FLOAT_SUM);
  }

  /// Whatever the workspace was used for before.
  @Property(tries = 100)
  void workspaceChangesNothing(
      @ForAll("methods") FMix method,
      @ForAll("frames") Frame frame,
      @ForAll("frames") Frame other,
      @ForAll @DoubleRange(min = 0, max = 1) double lambda,
      @ForAll long noise) {
    Workspace workspace = new Workspace();
    Draw draw = new Draw(lambda, 0, 0, noise);
    float[] fresh = plane(method.compose(draw, Inputs.of(frame))).clone();
    List<FMix> others =
        List.of(
            method,
            new FMix(1, 2.5, 0.25, method.field()),
            new FMix(1, 3, 0, FMixField.REFERENCE),
            new FMix(1, 3, 0, FMixField.ISOTROPIC));

    for (FMix between : others) {
      assertArrayEquals(fresh, plane(method.compose(draw, Inputs.of(frame), workspace)));
      assertArrayEquals(fresh, plane(method.compose(draw, Inputs.of(frame), workspace)));
      between.compose(new Draw(0.3, 0, 0, noise), Inputs.of(frame), workspace);
      assertArrayEquals(fresh, plane(method.compose(draw, Inputs.of(frame), workspace)));
      between.compose(new Draw(0.3, 0, 0, noise + 1), Inputs.of(other), workspace);
    }
  }

  @Property(tries = 100)
  void moreOfLambdaOnlyAddsToA(
      @ForAll FMixField field,
      @ForAll("frames") Frame frame,
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double two,
      @ForAll long noise) {
    FMix method = new FMix(1, 3, 0, field);
    Draw less = new Draw(Math.min(one, two), 0, 0, noise);
    float[] few = plane(method.compose(less, Inputs.of(frame)));
    float[] many = plane(method.compose(less.withLambda(Math.max(one, two)), Inputs.of(frame)));

    for (int i = 0; i < few.length; i++) {
      assertTrue(few[i] <= many[i]);
    }
  }

  @Property(tries = 100)
  void lambdaOneIsAAndLambdaZeroIsB(
      @ForAll("methods") FMix method,
      @ForAll("frames") Frame frame,
      @ForAll ElementType type,
      @ForAll Layout layout,
      @ForAll long seed) {
    Random random = new Random(seed);
    Pixels a = TestPictures.bits(random, frame, 3, type, layout);
    Pixels b = TestPictures.bits(random, frame, 3, type, layout);
    Composition first = method.compose(new Draw(1, 0, 0, seed), Inputs.of(frame));
    Composition second = method.compose(new Draw(0, 0, 0, seed), Inputs.of(frame));

    assertArrayEquals(TestPictures.bytes(a), TestPictures.bytes(Mixer.mix(first, List.of(a, b))));
    assertArrayEquals(TestPictures.bytes(b), TestPictures.bytes(Mixer.mix(second, List.of(a, b))));
    assertEquals(List.of(1.0, 0.0), first.shares());
    assertEquals(List.of(0.0, 1.0), second.shares());
  }

  @ParameterizedTest
  @EnumSource
  void noiseDecidesTheShapes(FMixField field) {
    Frame frame = new Frame(20, 30);
    FMix method = new FMix(1, 3, 0, field);

    assertFalse(
        Arrays.equals(
            plane(method.compose(new Draw(0.5, 0, 0, 1), Inputs.of(frame))),
            plane(method.compose(new Draw(0.5, 0, 0, 2), Inputs.of(frame)))));
  }

  /// The published code, step for step, on the same normal numbers; the numbers that it draws and
  /// never uses left out.
  @ParameterizedTest
  @CsvSource({
    "8, 8, 3",
    "7, 7, 3",
    "6, 10, 3",
    "10, 6, 2",
    "5, 12, 1",
    "12, 5, 0",
    "9, 4, 3",
    "4, 9, 10",
    "2, 2, 3",
    "2, 3, 3",
    "3, 2, 3",
    "3, 3, 3",
    "5, 1, 3",
    "32, 32, 3",
    "31, 17, 3",
  })
  void referenceFieldIsThatOfThePublishedCode(int height, int width, double decay) {
    Frame frame = new Frame(height, width);
    double[] expected = published(height, width, decay, new Noise(77, 0));
    float[] field = new float[height * width];

    FMixField.REFERENCE.fill(field, frame, 77, decay, new Workspace());

    // Up to a factor, which ranks do not see: all amplitudes of ours are at most 1.
    double factor = Math.pow(Math.max(height, width), decay) / ((double) height * width);
    double largest = 0;
    for (double value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], field[i] * factor, 1e-5 * largest);
    }
  }

  @ParameterizedTest
  @CsvSource({"32, 32", "15, 24", "24, 15"})
  void referenceFieldHasThreeHorizontalFrequencies(int height, int width) {
    float[] field = new float[height * width];
    FMixField.REFERENCE.fill(field, new Frame(height, width), 5, 3, new Workspace());
    double[] power = new double[width];
    for (int k = 0; k < width; k++) {
      for (int y = 0; y < height; y++) {
        double re = 0;
        double im = 0;
        for (int x = 0; x < width; x++) {
          re += field[y * width + x] * Math.cos(2 * Math.PI * k * x / width);
          im -= field[y * width + x] * Math.sin(2 * Math.PI * k * x / width);
        }
        power[k] += re * re + im * im;
      }
    }

    double whole = power[0] + power[1] + power[width - 1];
    assertTrue(power[1] > 1e-3 * whole);
    assertEquals(power[1], power[width - 1], 1e-6 * whole);
    for (int k = 2; k < width - 1; k++) {
      assertEquals(0, power[k], 1e-10 * whole);
    }
  }

  /// On a grid without a cut, so that no other frequencies leak in.
  @ParameterizedTest
  @CsvSource({"1, 64, 64", "2, 64, 64", "3, 64, 64", "3, 64, 32", "3, 32, 128"})
  void amplitudeOfTheIsotropicFieldFallsWithThePowerOfTheFrequency(
      double decay, int height, int width) {
    Workspace workspace = new Workspace();
    float[] field = new float[height * width];
    double[] powers = new double[30];
    int[] counts = new int[powers.length];
    double side = Math.max(height, width);
    for (long seed = 0; seed < 30; seed++) {
      FMixField.ISOTROPIC.fill(field, new Frame(height, width), seed, decay, workspace);
      float[] re = field.clone();
      float[] im = new float[re.length];
      transform(re, im, height, width);
      for (int ky = -height / 2 + 1; ky < height / 2; ky++) {
        for (int kx = -width / 2 + 1; kx < width / 2; kx++) {
          double cycles = Math.hypot(ky * side / height, kx * side / width);
          int shell = (int) Math.round(4 * Math.log(Math.max(cycles, 1)) / Math.log(2));
          int at = Math.floorMod(ky, height) * width + Math.floorMod(kx, width);
          double power = (double) re[at] * re[at] + (double) im[at] * im[at];
          if (cycles > 1 && cycles < side / 2) {
            powers[shell] += power * Math.pow(cycles, 2 * decay);
            counts[shell]++;
          }
        }
      }
    }
    double mean = Arrays.stream(powers).sum() / Arrays.stream(counts).sum();
    for (int shell = 0; shell < powers.length; shell++) {
      // Powers are exponentially distributed, and those of k and −k are one.
      double error = Math.sqrt(2.0 / Math.max(counts[shell], 1));
      double power = counts[shell] == 0 ? mean : powers[shell] / counts[shell];
      assertEquals(1, power / mean, 5 * error, "shell " + shell);
    }
  }

  /// Neighbours below are as like as neighbours to the right.
  @ParameterizedTest
  @CsvSource({"ISOTROPIC, 0.75, 1.33", "REFERENCE, 2, 1000"})
  void isotropicFieldIsAlikeInBothDirectionsAndTheReferenceIsNot(
      FMixField kind, double least, double most) {
    int side = 96;
    float[] field = new float[side * side];
    Workspace workspace = new Workspace();
    double down = 0;
    double across = 0;
    for (long seed = 0; seed < 100; seed++) {
      kind.fill(field, new Frame(side, side), seed, 1.5, workspace);
      for (int i = 0; i < side * (side - 1); i++) {
        down += Math.pow(field[i + side] - field[i], 2);
        across += (i + 1) % side == 0 ? 0 : Math.pow(field[i + 1] - field[i], 2);
      }
    }
    assertTrue(least < down / across && down / across < most, () -> "ratio of directions");
  }

  /// A preview shows what the export will be.
  @ParameterizedTest
  @EnumSource
  void twiceTheFrameHasTheSameShapes(FMixField field) {
    FMix method = new FMix(1, 3, 0, field);
    Draw draw = new Draw(0.5, 0, 0, 8);
    Composition small = method.compose(draw, Inputs.of(new Frame(56, 48)));
    Composition large = method.compose(draw, Inputs.of(new Frame(112, 96)));
    int same = 0;
    for (int y = 0; y < 56; y++) {
      for (int x = 0; x < 48; x++) {
        same += small.weightAt(0, y, x) == large.weightAt(0, 2 * y, 2 * x) ? 1 : 0;
      }
    }
    assertTrue(same > 0.97 * 56 * 48, "same = " + same);
  }

  @Provide
  static Arbitrary<FMix> methods() {
    return Combinators.combine(
            Arbitraries.of(FMixField.values()),
            Arbitraries.of(0.0, 1.5, 3.0, 10.0),
            Arbitraries.of(0.0, 0.1, 0.5))
        .as((field, decay, maxSoft) -> new FMix(1, decay, maxSoft, field));
  }

  @Provide
  static Arbitrary<Frame> frames() {
    return Given.frames(41, 67);
  }

  private static float[] plane(Composition composition) {
    return ((Matte) composition).planes().getFirst();
  }

  private static void transform(float[] re, float[] im, int height, int width) {
    Workspace workspace = new Workspace();
    float[] turnedRe = new float[re.length];
    float[] turnedIm = new float[re.length];
    Fft.columns(re, im, height, width, workspace);
    Fft.transpose(re, turnedRe, height, width);
    Fft.transpose(im, turnedIm, height, width);
    Fft.columns(turnedRe, turnedIm, width, height, workspace);
    Fft.transpose(turnedRe, re, width, height);
    Fft.transpose(turnedIm, im, width, height);
  }

  private static double[] published(int height, int width, double decay, Noise noise) {
    int columns = width % 2 == 1 ? Math.min(width, width / 2 + 2) : width / 2 + 1;
    int bins = width / 2 + 1;
    double[][] re = new double[height][bins];
    double[][] im = new double[height][bins];
    for (int j = 0; j < Math.min(columns, height); j++) {
      double[] scales = new double[2];
      for (int row = 0; row < 2; row++) {
        double fx = frequency(j, width);
        double fy = frequency(row, height);
        double f = Math.max(Math.sqrt(fx * fx + fy * fy), 1.0 / Math.max(height, width));
        scales[row] = 1 / Math.pow(f, decay);
      }
      for (int b = 0; b < 2; b++) {
        double first = scales[0] * noise.nextNormal();
        double second = scales[1] * noise.nextNormal();
        if (b < bins) {
          re[j][b] = first;
          im[j][b] = second;
        }
      }
    }
    double[] out = new double[height * width];
    for (int y = 0; y < height; y++) {
      for (int b = 0; b < bins; b++) {
        double columnRe = 0;
        double columnIm = 0;
        for (int j = 0; j < height; j++) {
          double angle = 2 * Math.PI * j * y / height;
          columnRe += (re[j][b] * Math.cos(angle) - im[j][b] * Math.sin(angle)) / height;
          columnIm += (re[j][b] * Math.sin(angle) + im[j][b] * Math.cos(angle)) / height;
        }
        boolean alone = b == 0 || 2 * b == width;
        for (int x = 0; x < width; x++) {
          double angle = 2 * Math.PI * b * x / width;
          out[y * width + x] +=
              alone
                  ? columnRe * Math.cos(angle) / width
                  : 2 * (columnRe * Math.cos(angle) - columnIm * Math.sin(angle)) / width;
        }
      }
    }
    return out;
  }

  private static double frequency(int bin, int n) {
    return (double) Math.min(bin, n - bin) / n;
  }
}
