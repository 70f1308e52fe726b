package org.mixoscope.kernel;

import java.util.List;

/// Rectangles copied from sources, in paint order: CutMix and all that paste. Who owns a pixel is
/// who painted it last, and shares count those pixels, so overlaps need no care.
///
/// @param frame the frame
/// @param sources how many sources there are, at least 1
/// @param patches in paint order; all lie inside the frame, and together they cover it
public record Patchwork(Frame frame, int sources, List<Patch> patches) implements Composition {
  /// @throws IllegalArgumentException if a pixel stays unpainted, a patch sticks out of the frame
  ///   or names a source that is not there
  public Patchwork {
    patches = List.copyOf(patches);
    Require.atLeast("sources", sources, 1);
    for (Patch patch : patches) {
      if (patch.source() >= sources
          || outside(patch.box(), frame)
          || outside(patch.from(), frame)) {
        throw new IllegalArgumentException(
            "%s: needs a source below %d and boxes inside %s".formatted(patch, sources, frame));
      }
    }
    Box whole = Box.of(frame);
    if (patches.stream().noneMatch(patch -> patch.box().equals(whole))) {
      Tiles.of(frame, patches).requireCovered();
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

  /// Whether pixels of all patches are copied as they are, none resized.
  public boolean isAllCopies() {
    for (Patch patch : patches) {
      if (!patch.isCopy()) {
        return false;
      }
    }
    return true;
  }

  /// The same, its patches filled with the nearest pixels of their sources.
  Patchwork nearest() {
    return isAllCopies()
        ? this
        : new Patchwork(frame, sources, patches.stream().map(Patch::nearest).toList());
  }

  /// The parts of every patch that no later one covers: disjoint boxes, in the order of the
  /// patches.
  public List<List<Box>> parts() {
    return Tiles.of(frame, patches).parts();
  }

  @Override
  public double weightAt(int source, int y, int x) {
    return ownerAt(y, x) == source ? 1 : 0;
  }

  @Override
  public int ownerAt(int y, int x) {
    int i = patches.size() - 1;
    while (!patches.get(i).box().contains(x, y)) {
      i--;
    }
    return patches.get(i).source();
  }

  /// Pixels that each source owns in the end, divided by all.
  @Override
  public List<Double> shares() {
    return Tiles.of(frame, patches).shares(sources);
  }
}
