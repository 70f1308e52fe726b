package org.mixoscope.app.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.mixoscope.app.Screens;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.TestTargets;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.method.CopyPaste;
import org.mixoscope.kernel.method.GuidedMixup;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.PatchCells;
import org.mixoscope.kernel.method.SaliencyMap;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.stats.LambdaHistogram;

/// Whatever is composed for less than the frame, so that it is quick, is what the frame gets made
/// small.
class StandingForWholeTest {
  /// Edges fall between the pixels of a smaller frame.
  private static final double EDGES = 0.08;

  @Property(tries = 150)
  void aPreviewIsTheWholeMadeSmall(
      @ForAll("methods") Method method,
      @ForAll @IntRange(min = 90, max = 220) int height,
      @ForAll @IntRange(min = 90, max = 220) int width,
      @ForAll @IntRange(min = 0, max = 1000) int seed,
      @ForAll @IntRange(min = 1, max = 2) int halvings)
      throws PictureException {
    Frame frame = new Frame(height, width);
    Recipe recipe =
        Screens.recipe(method).with(frame, Fit.COVER).withMask(Sample.MASK).seeded(seed);
    Inputs read = new SourceReader(new PictureReader()).read(recipe);
    Inputs full = read.with(TestTargets.objects(new Random(seed), read.sources().size(), frame, 1));
    Prepared small = Prepared.of(full);
    for (int i = 0; i < halvings; i++) {
      small = small.coarser();
    }

    Composition whole = recipe.mix(full).composition();
    Composition shown = small.mix(recipe, new Workspace()).composition();

    for (int k = 0; k < whole.sources(); k++) {
      double off = difference(whole, shown, k, 1 << halvings);
      assertTrue(off < halvings * EDGES, () -> method + ": " + off);
    }
  }

  /// The mean over the pixels that are shown.
  private static double difference(Composition whole, Composition shown, int source, int n) {
    Frame small = shown.frame();
    double sum = 0;
    for (int y = 0; y < small.height(); y++) {
      for (int x = 0; x < small.width(); x++) {
        sum += Math.abs(shown.weightAt(source, y, x) - mean(whole, source, y * n, x * n, n));
      }
    }
    return sum / small.pixels();
  }

  private static double mean(Composition whole, int source, int y1, int x1, int n) {
    int y2 = Math.min(y1 + n, whole.frame().height());
    int x2 = Math.min(x1 + n, whole.frame().width());
    double sum = 0;
    for (int y = y1; y < y2; y++) {
      for (int x = x1; x < x2; x++) {
        sum += whole.weightAt(source, y, x);
      }
    }
    return sum / (y2 - y1) / (x2 - x1);
  }

  @Property(tries = 40)
  void lambdasCountedOnASmallFrameAreThoseOfTheWhole(
      @ForAll("methods") Method method,
      @ForAll @IntRange(min = 150, max = 250) int height,
      @ForAll @IntRange(min = 150, max = 250) int width) {
    Assume.that(!method.type().looksAtInputs());
    Frame frame = new Frame(height, width);
    Inputs small = Inputs.of(frame.within(48)).standingFor(frame);
    Draw any = method.draw(RandomStreams.of(0, 0, 0));
    Assume.that(method.compose(any, small) instanceof Matte);

    LambdaHistogram counted = LambdaHistogram.of(method, 7, small, 2, 200, 10);
    LambdaHistogram whole = LambdaHistogram.of(method, 7, frame, 200, 10);

    assertEquals(whole.meanEffective(), counted.meanEffective(), 0.01, () -> "" + method);
  }

  @Provide
  static Arbitrary<Method> methods() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            new PatchCells(1, 16),
            new CopyPaste(1, 9, 0.4, 2.5, 0),
            new CopyPaste(1, 9, 0.4, 2.5, 4),
            new PatchCells(1, 40),
            new GuidedMixup(SaliencyMap.FINE_GRAINED)),
        Arbitraries.of(MethodType.all().stream().map(MethodType::initial).toList()));
  }
}
