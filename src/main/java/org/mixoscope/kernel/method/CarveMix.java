package org.mixoscope.kernel.method;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Target;

/// CarveMix: the lesion of B, with some of what is around it or without its rim, pasted into A.
///
/// Paper: Zhang et al., "CarveMix: A Simple Data Augmentation Method for Brain Lesion
/// Segmentation", 2021. Formula: D is the distance of a pixel from the rim of the lesion, negative
/// inside; with `m = |min D|`, `δ ~ ½·U(−m/2, 0) + ½·U(0, m)`; B's are the pixels with `D < δ`.
///
/// What people get wrong: δ in pixels, the same for lesions of all sizes; the sign of the inside,
/// so that everything but the lesion is pasted. The lesion is what is not background: all classes
/// of a map but 0 and the one that counts for nobody, or all objects. One that fills the picture
/// has no rim and is pasted whole.
public record CarveMix() implements Method {
  static final MethodType TYPE =
      new MethodType(
          "carvemix", 2, Set.of(Trait.NOISE, Trait.MARKS), List.of(), s -> new CarveMix());

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL;
  }

  /// λ is a placeholder that the share of A's pixels replaces.
  @Override
  public Draw draw(RandomGenerator random, int sources) {
    return new Draw(0.5, 0.5, 0.5, random.nextLong());
  }

  /// @throws IllegalArgumentException if it is not known what is where in B
  @Override
  public Composition compose(Draw draw, Inputs inputs, Workspace workspace) {
    return new Stencil(inputs, workspace).matte(rows(draw, inputs, workspace));
  }

  @Override
  public List<Double> shares(Draw draw, Inputs inputs, Workspace workspace) {
    return new Stencil(inputs, workspace).shares(rows(draw, inputs, workspace));
  }

  private static Stencil.Rows rows(Draw draw, Inputs inputs, Workspace workspace) {
    Target marks = Stencil.marks(TYPE, inputs);
    Frame frame = inputs.whole();
    int width = frame.width();
    byte[] lesion = workspace.bytes("carve.lesion", Math.toIntExact(frame.pixels()));
    if (marks instanceof ClassMap map) {
      mark(map, lesion);
    } else {
      mark((Objects) marks, lesion, workspace);
    }
    double[] squares = workspace.doubles("carve.row", width);
    double deepest = deepest(lesion, squares, workspace);
    if (deepest == Double.POSITIVE_INFINITY) {
      return (y, own) -> Arrays.fill(own, 0);
    }
    double delta = delta(Noise.unit(draw.noise(), 0), Math.sqrt(deepest));
    boolean grown = delta > 0;
    Distances rim = new Distances("carve", lesion, grown ? 1 : 0, width, workspace);
    return (y, own) -> {
      rim.fill(squares);
      for (int x = 0; x < width; x++) {
        boolean inside = lesion[y * width + x] == 1;
        boolean far = squares[x] > delta * delta;
        own[x] = (grown ? inside || squares[x] < delta * delta : inside && far) ? 0 : 1;
      }
    };
  }

  /// @param at within [0, 1): the lower half is outside, the upper one inside
  /// @param depth m
  private static double delta(double at, double depth) {
    double side = 2 * at - 1;
    return side > 0 ? -side * depth / 2 : -side * depth;
  }

  private static void mark(ClassMap map, byte[] lesion) {
    Pixels indices = map.indices();
    for (int i = 0; i < lesion.length; i++) {
      int index = (int) indices.element(i);
      lesion[i] = (byte) (index == 0 || index == map.nobody() ? 0 : 1);
    }
  }

  private static void mark(Objects objects, byte[] lesion, Workspace workspace) {
    Frame frame = objects.frame();
    int width = frame.width();
    float[] row = workspace.floats("carve.objects", width);
    List<Shape> shapes = objects.instances().stream().map(one -> Shape.of(one, frame)).toList();
    for (int y = 0; y < frame.height(); y++) {
      Arrays.fill(row, 0);
      for (Shape shape : shapes) {
        shape.mark(y, row, 1);
      }
      for (int x = 0; x < width; x++) {
        lesion[y * width + x] = (byte) row[x];
      }
    }
  }

  /// The square of the greatest distance of a pixel of the lesion from what is none: 0 where there
  /// is no lesion, infinite where there is nothing else.
  private static double deepest(byte[] lesion, double[] squares, Workspace workspace) {
    int width = squares.length;
    Distances outside = new Distances("carve", lesion, 0, width, workspace);
    double deepest = 0;
    for (int y = 0; y < lesion.length / width; y++) {
      outside.fill(squares);
      for (double square : squares) {
        deepest = Math.max(deepest, square);
      }
    }
    return deepest;
  }
}
