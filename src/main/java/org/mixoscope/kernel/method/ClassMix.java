package org.mixoscope.kernel.method;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Target;

/// ClassMix: half of the classes of B, pasted into A where they are.
///
/// Paper: Olsson et al., "ClassMix: Segmentation-Based Data Augmentation for Semi-Supervised
/// Learning", 2021. Formula: of the n classes in the map of B `⌈n/2⌉` are chosen by chance; `M = 0`
/// at their pixels, else 1; `x̃ = M⊙A + (1−M)⊙B`, and maps are mixed by the same M.
///
/// What people get wrong: pixels that count for nobody (255) taken for a class of their own; a map
/// brought to the frame by interpolation, which makes classes up at its edges. Background that has
/// an index is a class like others, as in the paper's code. Of objects the classes that they have
/// are chosen, and what lies under none stays A's; one class is told from another by the order in
/// which they stand only, for the file of a picture names its own and no others.
public record ClassMix() implements Method {
  static final MethodType TYPE =
      new MethodType(
          "classmix", 2, Set.of(Trait.NOISE, Trait.MARKS), List.of(), s -> new ClassMix());

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
    return new Stencil(inputs, workspace).matte(rows(draw, inputs));
  }

  @Override
  public List<Double> shares(Draw draw, Inputs inputs, Workspace workspace) {
    return new Stencil(inputs, workspace).shares(rows(draw, inputs));
  }

  private static Stencil.Rows rows(Draw draw, Inputs inputs) {
    Target marks = Stencil.marks(TYPE, inputs);
    return marks instanceof ClassMap map ? rows(draw, map) : rows(draw, (Objects) marks);
  }

  private static Stencil.Rows rows(Draw draw, Objects objects) {
    int[] there =
        objects.instances().stream().mapToInt(Instance::category).sorted().distinct().toArray();
    BitSet ranks = new BitSet();
    ranks.set(0, there.length);
    BitSet chosen = new BitSet();
    half(ranks, draw.noise()).stream().forEach(rank -> chosen.set(there[rank]));
    Frame frame = objects.frame();
    List<Shape> shapes =
        objects.instances().stream()
            .filter(one -> chosen.get(one.category()))
            .map(one -> Shape.of(one, frame))
            .toList();
    return (y, own) -> {
      Arrays.fill(own, 1);
      for (Shape shape : shapes) {
        shape.mark(y, own, 0);
      }
    };
  }

  private static Stencil.Rows rows(Draw draw, ClassMap map) {
    Pixels indices = map.indices();
    BitSet present = new BitSet();
    for (long i = 0; i < indices.elements(); i++) {
      present.set((int) indices.element(i));
    }
    present.clear(map.nobody());
    BitSet chosen = half(present, draw.noise());
    return (y, own) -> {
      long row = (long) y * own.length;
      for (int x = 0; x < own.length; x++) {
        own[x] = chosen.get((int) indices.element(row + x)) ? 0 : 1;
      }
    };
  }

  /// Half of the classes, rounded up. Which comes first is each class's own: that one more or fewer
  /// is there moves no other but the one in the middle.
  private static BitSet half(BitSet present, long noise) {
    return present.stream()
        .boxed()
        .sorted(Comparator.comparingDouble(index -> Noise.unit(noise, index)))
        .limit((present.cardinality() + 1) / 2)
        .collect(BitSet::new, BitSet::set, BitSet::or);
  }
}
