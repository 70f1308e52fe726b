package org.mixoscope.kernel;

import java.util.List;

/// The loops that take whole pixels of one source each, where values cannot be blended.
final class TakeLoops {
  private TakeLoops() {}

  static void take(Composition composition, List<Pixels> sources, Pixels out, Workspace workspace) {
    switch (composition) {
      case Blend blend ->
          Bytes.copy(sources.get(blend.ownerAt(0, 0)).memory(), 0, out.memory(), 0, out.byteSize());
      case Patchwork patchwork -> PasteLoops.paint(patchwork.nearest(), sources, out, workspace);
      case Matte matte ->
          copyRuns(matte, MoveLoops.moved(matte, sources, Patch::nearest, workspace), out);
    }
  }

  /// Pixels side by side that have the same owner are copied at once.
  private static void copyRuns(Matte matte, List<Pixels> sources, Pixels out) {
    for (int y = 0; y < out.height(); y++) {
      int start = 0;
      int owner = matte.ownerAt(y, 0);
      for (int x = 1; x <= out.width(); x++) {
        int next = x < out.width() ? matte.ownerAt(y, x) : -1;
        if (next != owner) {
          PasteLoops.copy(new Patch(owner, new Box(start, y, x, y + 1)), sources.get(owner), out);
          start = x;
          owner = next;
        }
      }
    }
  }
}
