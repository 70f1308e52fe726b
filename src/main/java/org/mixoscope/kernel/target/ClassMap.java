package org.mixoscope.kernel.target;

import java.util.List;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;

/// The index of a class at every pixel. Where pixels of a mix are copied the map is copied with
/// them; where they blend, the maps of all sources stay with their weights: no index is made up
/// between two others.
///
/// The largest index of the type, 255 or 65535, means a pixel that counts for nobody, and stays
/// that.
///
/// Never modified.
public final class ClassMap implements Target {
  private final List<Pixels> maps;
  private final Composition composition;

  private ClassMap(List<Pixels> maps, Composition composition) {
    this.maps = List.copyOf(maps);
    this.composition = composition;
  }

  /// A map as annotated.
  ///
  /// @param map one channel, uint8 or uint16; shared, not copied: whoever hands it over must not
  ///   change it any more
  /// @throws IllegalArgumentException if it has more channels or another type
  public static ClassMap of(Pixels map) {
    if (map.channels() != 1 || !map.type().isWhole()) {
      throw new IllegalArgumentException(
          "map = " + map + ": needs one channel of whole numbers, the indices of classes");
    }
    return new ClassMap(List.of(map), new Blend(map.frame(), List.of(1.0)));
  }

  /// A map on which every pixel counts for nobody.
  ///
  /// @param type uint8 or uint16
  public static ClassMap nobody(Frame frame, ElementType type) {
    Pixels one = Pixels.of(new byte[Math.toIntExact(frame.pixels())], frame, 1);
    return of(one.mapped(type, _ -> type.white()));
  }

  /// The size of the map.
  public Frame frame() {
    return composition.frame();
  }

  /// The maps that blend, one for each source; one map if nothing blends.
  public List<Pixels> maps() {
    return maps;
  }

  /// The weight of every map at every pixel.
  public Composition composition() {
    return composition;
  }

  /// Whether every pixel has one class.
  public boolean isHard() {
    return maps.size() == 1;
  }

  /// The index that stands for no class: the largest of the type.
  public int nobody() {
    return maps.getFirst().type().white();
  }

  /// One index for every pixel: where maps blend, that of the one with the largest weight, of equal
  /// ones the first.
  ///
  /// @return not to be modified
  public Pixels indices() {
    return isHard() ? maps.getFirst() : taken(composition, maps);
  }

  /// The weight of every class at every pixel. Those of a pixel sum to 1, or to less where one that
  /// counts for nobody has weight.
  ///
  /// @param classes K, above all indices
  /// @return new, K planes of height · width one after the other, each row-major
  /// @throws IllegalArgumentException if an index is K or above, or that is more than an array can
  ///   hold
  public float[] soft(int classes) {
    Frame frame = frame();
    long pixels = frame.pixels();
    if (pixels * classes > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "%s×%d classes: more than an array can hold".formatted(frame, classes));
    }
    float[] soft = new float[(int) (pixels * classes)];
    visit(
        classes,
        (y, x, index, weight) ->
            soft[(int) (index * pixels + (long) y * frame.width() + x)] += (float) weight);
    return soft;
  }

  /// How many pixels each class has, by their weights. Together all pixels but those that count for
  /// nobody.
  ///
  /// @param classes K, above all indices
  /// @throws IllegalArgumentException if an index is K or above
  public double[] areas(int classes) {
    double[] areas = new double[classes];
    visit(classes, (_, _, index, weight) -> areas[index] += weight);
    return areas;
  }

  private interface Visitor {
    void visit(int y, int x, int index, double weight);
  }

  private void visit(int classes, Visitor visitor) {
    for (int k = 0; k < maps.size(); k++) {
      Pixels map = maps.get(k);
      int nobody = nobody();
      for (int y = 0; y < map.height(); y++) {
        for (int x = 0; x < map.width(); x++) {
          int index = (int) map.valueAt(y, x, 0);
          if (index == nobody) {
            continue;
          }
          if (index >= classes) {
            throw new IllegalArgumentException(
                "class %d at x = %d, y = %d: there are %d classes".formatted(index, x, y, classes));
          }
          visitor.visit(y, x, index, composition.weightAt(k, y, x));
        }
      }
    }
  }

  /// The same, with other indices of the classes.
  ///
  /// @param indices the new one of each
  /// @param type in which they are stored
  /// @throws IllegalArgumentException if the map blends, a class has no new index, or an index is
  ///   too large for the type
  public ClassMap renumbered(int[] indices, ElementType type) {
    return of(hard().mapped(type, index -> renumbered(index, indices, type)));
  }

  private int renumbered(int index, int[] indices, ElementType type) {
    if (index == nobody()) {
      return type.white();
    }
    if (index >= indices.length || indices[index] >= type.white()) {
      throw new IllegalArgumentException(
          "class %d: has no new index below %d".formatted(index, type.white()));
    }
    return indices[index];
  }

  /// The map of a stored picture brought to a frame with it, by the nearest pixels. What shows
  /// nothing of the picture counts for nobody.
  ///
  /// @throws IllegalArgumentException if it is not the map of the stored picture, or of a mix that
  ///   blends
  @Override
  public ClassMap moved(Origin origin, Frame to) {
    return of(origin.moved(hard(), to, nobody()));
  }

  /// {@inheritDoc}
  ///
  /// @throws IllegalArgumentException also if a source is itself a mix that blends
  @Override
  public ClassMap mixed(List<Target> sources, Composition mix, List<Double> weights) {
    List<Pixels> all = Target.all(ClassMap.class, sources).stream().map(ClassMap::hard).toList();
    return switch (mix) {
      case Patchwork patchwork -> of(taken(patchwork, all));
      case Blend blend ->
          blend.weights().contains(1.0) ? of(taken(blend, all)) : blended(all, blend);
      case Matte matte ->
          isHard(matte)
              ? of(taken(matte, all))
              // The planes may lie in memory that is used again.
              : blended(
                  Mixer.moved(matte, all),
                  new Matte(
                      matte.frame(),
                      matte.planes().stream().map(float[]::clone).toList(),
                      matte.shares()));
    };
  }

  private static ClassMap blended(List<Pixels> maps, Composition mix) {
    Pixels first = maps.getFirst();
    for (Pixels map : maps) {
      if (!map.frame().equals(mix.frame()) || map.type() != first.type()) {
        throw new IllegalArgumentException(
            "map = %s: the mix is %s of %s".formatted(map, mix.frame(), first.type()));
      }
    }
    if (maps.size() != mix.sources()) {
      throw new IllegalArgumentException(
          "maps = %d: the mix has %d sources".formatted(maps.size(), mix.sources()));
    }
    return new ClassMap(maps, mix);
  }

  private static boolean isHard(Matte matte) {
    for (float[] plane : matte.planes()) {
      for (float weight : plane) {
        if (weight != 0 && weight != 1) {
          return false;
        }
      }
    }
    return true;
  }

  private Pixels hard() {
    if (!isHard()) {
      throw new IllegalArgumentException(
          "map = %s: blends already and cannot be mixed or moved again".formatted(this));
    }
    return maps.getFirst();
  }

  private static Pixels taken(Composition composition, List<Pixels> maps) {
    Pixels out = maps.getFirst().allocateLike();
    Mixer.take(composition, maps, out, new Workspace());
    return out;
  }

  /// A map whose pixels all count for nobody.
  @Override
  public ClassMap unlabelled() {
    Pixels none = maps.getFirst().allocateLike();
    none.fill(nobody());
    return of(none);
  }

  /// The same: label smoothing is for classes of whole pictures.
  @Override
  public ClassMap smoothed(double smoothing) {
    return this;
  }

  @Override
  public String toString() {
    return "class map " + maps.getFirst() + (isHard() ? "" : ", blended of " + maps.size());
  }
}
