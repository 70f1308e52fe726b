package org.mixoscope.kernel.target;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Landing;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Patchwork;

/// One place of a mix at which a source can be seen.
///
/// @param landing how the source gets there
/// @param parts what nothing covers of it; disjoint
/// @param weight of the source there, where it is the same at every pixel
/// @param shade its weight pixel by pixel, where it is not; else null
record Sight(Landing landing, List<Box> parts, double weight, @Nullable Shade shade) {
  /// A source of less weight changes hardly a level of eight bits: it cannot be seen.
  static final double LEAST_WEIGHT = 1.0 / 256;

  /// What rounding may leave of a box that ends where a part begins, in pixels.
  private static final double HAIR = 1e-6;

  /// The weight of a source at a pixel.
  interface Shade {
    double at(int y, int x);
  }

  /// All that is seen of a landing.
  static Sight of(Landing landing) {
    return new Sight(landing, List.of(landing.to()), 1, null);
  }

  /// Where a source can be seen. Copies that are moved alike are one place.
  static List<Sight> of(Composition composition, int source) {
    return switch (composition) {
      case Blend(Frame frame, List<Double> weights) ->
          weights.get(source) < LEAST_WEIGHT
              ? List.of()
              : List.of(new Sight(same(frame), whole(frame), weights.get(source), null));
      case Matte matte -> matte.shares().get(source) == 0 ? List.of() : List.of(of(matte, source));
      case Patchwork patchwork -> of(patchwork, source);
    };
  }

  private static Sight of(Matte matte, int source) {
    Patch patch = matte.move(source);
    Landing landing = patch == null ? same(matte.frame()) : patch.landing();
    return new Sight(landing, List.of(landing.to()), 1, (y, x) -> matte.weightAt(source, y, x));
  }

  private static List<Box> whole(Frame frame) {
    return List.of(Box.of(frame));
  }

  private static Landing same(Frame frame) {
    return new Landing(Box.of(frame), Box.of(frame));
  }

  private static List<Sight> of(Patchwork patchwork, int source) {
    record Offset(int x, int y) {}
    List<Sight> sights = new ArrayList<>();
    Map<Offset, Sight> copies = new LinkedHashMap<>();
    List<List<Box>> parts = patchwork.parts();
    for (int i = 0; i < parts.size(); i++) {
      Patch patch = patchwork.patches().get(i);
      if (patch.source() != source || parts.get(i).isEmpty()) {
        continue;
      }
      Sight own = new Sight(patch.landing(), parts.get(i), 1, null);
      if (patch.isCopy()) {
        Offset offset =
            new Offset(patch.box().x1() - patch.from().x1(), patch.box().y1() - patch.from().y1());
        copies.merge(offset, own, Sight::with);
      } else {
        sights.add(own);
      }
    }
    sights.addAll(copies.values());
    return sights;
  }

  private Sight with(Sight other) {
    List<Box> all = new ArrayList<>(parts);
    all.addAll(other.parts);
    return new Sight(landing, all, weight, shade);
  }

  /// What can be seen of an object of the source.
  Seen look(Instance instance) {
    return instance.mask() == null
        ? look(instance.box().at(landing))
        : landing.keepsSize() ? copied(instance.mask()) : resized(instance.mask());
  }

  private Seen look(Edges whole) {
    Seen seen = Seen.nothing(whole.area());
    for (Box part : parts) {
      Edges inside = whole.within(part);
      if (inside.x2() - inside.x1() < HAIR || inside.y2() - inside.y1() < HAIR) {
        continue;
      }
      if (shade == null) {
        seen.add(inside, weight);
      } else {
        look(inside, inside.pixels(), shade, seen);
      }
    }
    return seen;
  }

  private static void look(Edges inside, Box pixels, Shade shade, Seen seen) {
    for (int y = pixels.y1(); y < pixels.y2(); y++) {
      for (int x = pixels.x1(); x < pixels.x2(); x++) {
        double here = shade.at(y, x);
        if (here >= LEAST_WEIGHT) {
          Edges cell = inside.within(new Box(x, y, x + 1, y + 1));
          seen.add(cell, here);
        }
      }
    }
  }

  private Seen copied(Mask mask) {
    int right = landing.to().x1() - landing.from().x1();
    int down = landing.to().y1() - landing.from().y1();
    Box box = mask.box();
    Box landed = new Box(box.x1() + right, box.y1() + down, box.x2() + right, box.y2() + down);
    Gathering seen = new Gathering(landed, mask.area());
    for (Box part : parts) {
      Box from = new Box(part.x1() - right, part.y1() - down, part.x2() - right, part.y2() - down);
      mask.runs(from, (y, x1, x2) -> seen.add(y + down, x1 + right, x2 + right));
    }
    return seen.all();
  }

  /// Pixel by pixel as a class map is resized. What the landing leaves out of the object has the
  /// size that it would have there.
  private Seen resized(Mask mask) {
    Box from = landing.from();
    Box to = landing.to();
    Box around = Edges.of(mask.box()).at(landing).pixels().within(to);
    int[] columns = IntStream.range(around.x1(), around.x2()).map(landing::nearestX).toArray();
    int[] rows = IntStream.range(around.y1(), around.y2()).map(landing::nearestY).toArray();
    Mask landed = mask.picked(around, rows, columns);
    int[] inside = {0};
    mask.runs(from, (_, x1, x2) -> inside[0] += x2 - x1);
    double scale = (double) to.area() / from.area();
    Gathering seen = new Gathering(landed.box(), landed.area() + (mask.area() - inside[0]) * scale);
    for (Box part : parts) {
      landed.runs(part, seen::add);
    }
    return seen.all();
  }

  /// Gathers the pixels of an object that can be seen.
  private final class Gathering {
    private final Box around;
    private final Seen seen;
    private final BitSet bits;

    /// @param around all of them
    /// @param whole how large the whole object would be
    Gathering(Box around, double whole) {
      this.around = around;
      bits = new BitSet(Math.toIntExact(around.area()));
      seen = Seen.nothing(whole);
    }

    /// Of a row, as far as they can be seen.
    void add(int y, int x1, int x2) {
      int start = (y - around.y1()) * around.width() - around.x1();
      if (shade == null) {
        seen.add(x2 - x1, weight);
        bits.set(start + x1, start + x2);
        return;
      }
      for (int x = x1; x < x2; x++) {
        double here = shade.at(y, x);
        if (here >= LEAST_WEIGHT) {
          seen.add(1, here);
          bits.set(start + x);
        }
      }
    }

    Seen all() {
      return seen.with(Mask.of(around, bits));
    }
  }
}
