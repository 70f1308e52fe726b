package org.mixoscope.kernel.method;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Landing;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Resampling;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Objects;

/// CopyPaste: objects of B, each by chance, pasted into A.
///
/// Paper: Ghiasi et al., "Simple Copy-Paste is a Strong Data Augmentation Method for Instance
/// Segmentation", 2021. Formula: M is 0 at the pixels of the objects that were chosen, else 1, and
/// may be blurred by a bell of width σ; `x̃ = M⊙A + (1−M)⊙B′`, where B′ is B made larger or smaller
/// by `s ~ U(min, max)` about a point.
///
/// What people get wrong: objects of A that are covered keep their whole masks and boxes, and those
/// that are covered altogether stay; boxes of B that are scaled by themselves, so that they are not
/// around their pixels any more. Of an object without a mask its box is pasted. A region of many
/// (COCO's `iscrowd`) is no object that could be.
///
/// @param chance p, the probability of each object, within [0, 1]
/// @param most of how many objects at most, 1…1000; with p = 1 so many, if there are
/// @param minScale the least s, within [0.1, 4]
/// @param maxScale the greatest s, within [minScale, 4]
/// @param edge σ in pixels, within [0, 16]: 0 for a hard edge
public record CopyPaste(double chance, int most, double minScale, double maxScale, double edge)
    implements Method {
  private static final Parameter.Real CHANCE = Parameter.Real.within("chance", "p", 0.5, 0, 1);
  private static final Parameter.Whole MOST =
      new Parameter.Whole("most-objects", "n", 100, 1, 1000);
  private static final Parameter.Real MIN = Parameter.Real.within("min-scale", "", 1, 0.1, 4);
  private static final Parameter.Real MAX = Parameter.Real.within("max-scale", "", 1, 0.1, 4);
  private static final Parameter.Real EDGE = Parameter.Real.within("edge-px", "σ", 0, 0, 16);

  /// The number of s; objects count from 0.
  private static final int SCALE = -1;

  static final MethodType TYPE =
      new MethodType(
          "copypaste",
          2,
          Set.of(Trait.POSITION, Trait.NOISE, Trait.MARKS, Trait.OBJECTS, Trait.BLENDS),
          List.of(CHANCE, MOST, MIN, MAX, EDGE),
          s -> new CopyPaste(s.get(CHANCE), s.get(MOST), s.get(MIN), s.get(MAX), s.get(EDGE)));

  /// @throws IllegalArgumentException if a value is out of its range, or the least scale above the
  ///   greatest
  public CopyPaste {
    CHANCE.require(chance);
    MOST.require(most);
    Parameter.Real.requireOrdered(MIN, minScale, MAX, maxScale);
    EDGE.require(edge);
  }

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL
        .with(CHANCE, chance)
        .with(MOST, most)
        .with(MIN, minScale)
        .with(MAX, maxScale)
        .with(EDGE, edge);
  }

  /// λ is a placeholder that the share of A replaces.
  @Override
  public Draw draw(RandomGenerator random, int sources) {
    return new Draw(0.5, random.nextDouble(), random.nextDouble(), random.nextLong());
  }

  /// @throws IllegalArgumentException if the objects of B are not known
  @Override
  public Composition compose(Draw draw, Inputs inputs, Workspace workspace) {
    Matte matte = new Stencil(inputs, workspace).matte(rows(draw, inputs, workspace));
    Frame whole = inputs.whole();
    Landing landing = landing(draw, whole);
    if (landing.keepsSize()) {
      return matte;
    }
    boolean smaller = !landing.to().equals(Box.of(whole));
    Resampling how = smaller ? Resampling.AREA : Resampling.BILINEAR;
    return matte.moving(List.of(new Patch(1, shown(landing, whole, inputs.frame()), how)));
  }

  @Override
  public List<Double> shares(Draw draw, Inputs inputs, Workspace workspace) {
    return new Stencil(inputs, workspace).shares(rows(draw, inputs, workspace));
  }

  private Stencil.Rows rows(Draw draw, Inputs inputs, Workspace workspace) {
    Objects objects = (Objects) Stencil.marks(TYPE, inputs);
    Frame whole = inputs.whole();
    List<Shape> shapes =
        chosen(draw, objects.instances()).stream().map(one -> Shape.of(one, whole)).toList();
    Landing landing = landing(draw, whole);
    float[] before = workspace.floats("paste.before", whole.width());
    Stencil.Rows hard = (y, own) -> land(shapes, landing, y, before, own);
    Stencil.Rows rows = edge == 0 ? hard : new SoftRows(hard, edge, whole, workspace);
    Box to = landing.to();
    return (y, own) -> {
      rows.fill(y, own);
      boolean inside = y >= to.y1() && y < to.y2();
      Arrays.fill(own, 0, inside ? to.x1() : own.length, 1);
      Arrays.fill(own, inside ? to.x2() : own.length, own.length, 1);
    };
  }

  /// Which objects are pasted: those below p, and of them the first ones.
  private List<Instance> chosen(Draw draw, List<Instance> instances) {
    return IntStream.range(0, instances.size())
        .boxed()
        .filter(i -> !instances.get(i).crowd() && Noise.unit(draw.noise(), i) < chance)
        .sorted(Comparator.comparingDouble(i -> Noise.unit(draw.noise(), i)))
        .limit(most)
        .map(instances::get)
        .toList();
  }

  /// The weights of A in a row, with hard edges.
  private static void land(
      List<Shape> shapes, Landing landing, int y, float[] before, float[] own) {
    Arrays.fill(own, 1);
    Box to = landing.to();
    if (y < to.y1() || y >= to.y2()) {
      return;
    }
    Arrays.fill(before, 1);
    int row = landing.nearestY(y);
    for (Shape shape : shapes) {
      shape.mark(row, before, 0);
    }
    for (int x = to.x1(); x < to.x2(); x++) {
      own[x] = before[landing.nearestX(x)];
    }
  }

  /// What is seen of B and where, the point u, v staying where it is: a part of it that fills the
  /// frame, or all of it in a part of the frame.
  private Landing landing(Draw draw, Frame frame) {
    double scale = minScale + (maxScale - minScale) * Noise.unit(draw.noise(), SCALE);
    Box whole = Box.of(frame);
    Box part = part(draw, frame, Math.min(scale, 1 / scale));
    return scale < 1 ? new Landing(whole, part) : new Landing(part, whole);
  }

  private static Box part(Draw draw, Frame frame, double scale) {
    int width = (int) Math.max(1, Math.round(scale * frame.width()));
    int height = (int) Math.max(1, Math.round(scale * frame.height()));
    int x = (int) Math.round(draw.u() * (frame.width() - width));
    int y = (int) Math.round(draw.v() * (frame.height() - height));
    return new Box(x, y, x + width, y + height);
  }

  /// The same in a frame that stands for the whole. Edges move outwards, so that no weight that is
  /// taken from the whole lies outside.
  private static Landing shown(Landing landing, Frame whole, Frame frame) {
    return new Landing(shown(landing.from(), whole, frame), shown(landing.to(), whole, frame));
  }

  private static Box shown(Box box, Frame whole, Frame frame) {
    return new Box(
        (int) ((long) box.x1() * frame.width() / whole.width()),
        (int) ((long) box.y1() * frame.height() / whole.height()),
        (int) Math.ceilDiv((long) box.x2() * frame.width(), (long) whole.width()),
        (int) Math.ceilDiv((long) box.y2() * frame.height(), (long) whole.height()));
  }
}
