package org.mixoscope.kernel;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Rectangles copied from sources, in paint order: CutMix and all that paste. Who owns a pixel is
/// who painted it last, and shares count those pixels, so overlaps need no care.
///
/// @param frame the frame
/// @param sources how many sources there are, at least 1
/// @param patches in paint order; the first covers the whole frame, all lie inside it
public record Patchwork(Frame frame, int sources, List<Patch> patches) implements Composition {
  /// @throws IllegalArgumentException if a pixel might stay unpainted, a patch sticks out of the
  ///   frame or names a source that is not there
  public Patchwork {
    patches = List.copyOf(patches);
    Require.atLeast("sources", sources, 1);
    if (patches.isEmpty() || !patches.getFirst().box().equals(Box.of(frame))) {
      throw new IllegalArgumentException("patches: the first must cover the whole " + frame);
    }
    for (Patch patch : patches) {
      if (patch.source() >= sources
          || outside(patch.box(), frame)
          || outside(patch.from(), frame)) {
        throw new IllegalArgumentException(
            "%s: needs a source below %d and boxes inside %s".formatted(patch, sources, frame));
      }
    }
  }

  private static boolean outside(Box box, Frame frame) {
    return !box.clip(frame).equals(box);
  }

  /// A everywhere but in the part of the box that lies inside the frame, which is B's.
  public static Patchwork pair(Frame frame, Box box) {
    return new Patchwork(
        frame, 2, List.of(new Patch(0, Box.of(frame)), new Patch(1, box.clip(frame))));
  }

  @Override
  public double weightAt(int source, int y, int x) {
    return ownerAt(x, y) == source ? 1 : 0;
  }

  /// Pixels owned, counted on the grid that the edges of the patches span, divided by all.
  @Override
  public List<Double> shares() {
    int[] xs = edges(patches.stream().flatMap(p -> Stream.of(p.box().x1(), p.box().x2())));
    int[] ys = edges(patches.stream().flatMap(p -> Stream.of(p.box().y1(), p.box().y2())));
    long[] owned = new long[sources];
    for (int j = 0; j + 1 < ys.length; j++) {
      for (int i = 0; i + 1 < xs.length; i++) {
        owned[ownerAt(xs[i], ys[j])] += (long) (xs[i + 1] - xs[i]) * (ys[j + 1] - ys[j]);
      }
    }
    double all = frame.pixels();
    return IntStream.range(0, sources).mapToObj(k -> owned[k] / all).toList();
  }

  private int ownerAt(int x, int y) {
    return patches.reversed().stream()
        .filter(patch -> patch.box().contains(x, y))
        .findFirst()
        .orElseThrow()
        .source();
  }

  private static int[] edges(Stream<Integer> all) {
    return all.mapToInt(Integer::intValue).sorted().distinct().toArray();
  }
}
