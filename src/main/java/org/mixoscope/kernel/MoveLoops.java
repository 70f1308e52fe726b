package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/// Brings the sources of a matte to where it weighs them.
final class MoveLoops {
  private MoveLoops() {}

  /// Sources as they are weighed; what shows nothing of one that is moved is 0.
  ///
  /// @param as how a patch is filled
  /// @return those that are not moved themselves; the others in memory of the workspace
  static List<Pixels> moved(
      Matte matte, List<Pixels> sources, UnaryOperator<Patch> as, Workspace workspace) {
    if (matte.moved().isEmpty()) {
      return sources;
    }
    List<Pixels> all = new ArrayList<>(sources);
    for (Patch patch : matte.moved()) {
      Pixels source = sources.get(patch.source());
      byte[] room = workspace.bytes("moved." + patch.source(), Math.toIntExact(source.byteSize()));
      Arrays.fill(room, (byte) 0);
      Pixels moved =
          new Pixels(
              MemorySegment.ofArray(room),
              source.height(),
              source.width(),
              source.channels(),
              source.type(),
              source.layout());
      if (!patch.box().isEmpty()) {
        PasteLoops.paint(as.apply(patch), source, moved, workspace);
      }
      all.set(patch.source(), moved);
    }
    return all;
  }

  /// One pixel of one of them.
  static Pixels pixelAt(Matte matte, List<Pixels> sources, int k, int y, int x) {
    Patch patch = matte.move(k);
    return patch == null || !patch.box().contains(x, y)
        ? sources.get(k).pixelAt(y, x)
        : PasteLoops.pixelAt(List.of(patch), sources, y, x);
  }
}
