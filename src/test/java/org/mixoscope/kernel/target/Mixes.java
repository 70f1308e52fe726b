package org.mixoscope.kernel.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.Resampling;
import org.mixoscope.kernel.TestPictures;
import org.mixoscope.kernel.TestTargets;
import org.mixoscope.kernel.method.CopyPaste;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;

/// Random mixes with what they are of, and where each of their pixels is from: found out pixel by
/// pixel from the meaning of a composition.
record Mixes(Composition composition, String name) {
  /// Of any method, or of patches that no method makes.
  static Mixes random(Random random) {
    Frame frame = new Frame(1 + random.nextInt(24), 1 + random.nextInt(24));
    List<MethodType> types = MethodType.all();
    int choice = random.nextInt(types.size() + 2);
    if (choice >= types.size()) {
      return new Mixes(patches(random, frame), "patches");
    }
    Method method = method(types.get(choice), random);
    Draw draw = method.draw(RandomStreams.of(random.nextLong(), 0, 0), 2 + random.nextInt(3));
    Inputs inputs =
        new Inputs(
                frame,
                TestPictures.random(
                    random, draw.weights().size(), frame, 3, ElementType.UINT8, Layout.HWC),
                TestPictures.random(random, frame, 1, ElementType.UINT8, Layout.HWC))
            .with(TestTargets.objects(random, draw.weights().size(), frame));
    return new Mixes(method.compose(draw, inputs), method.toString());
  }

  /// With pictures that are made larger or smaller where a method does that, and soft edges.
  private static Method method(MethodType type, Random random) {
    return type.initial() instanceof CopyPaste
        ? new CopyPaste(0.7, 3, 0.4, 2.5, random.nextInt(2) * 0.8)
        : type.initial();
  }

  /// Copied, moved and resized.
  private static Patchwork patches(Random random, Frame frame) {
    List<Patch> patches = new ArrayList<>();
    patches.add(new Patch(random.nextInt(3), Box.of(frame)));
    for (int i = random.nextInt(5); i > 0; i--) {
      Box from = TestPictures.box(random, frame);
      Box to = TestPictures.box(random, frame);
      if (!from.isEmpty()) {
        patches.add(new Patch(random.nextInt(3), to, from, Resampling.BILINEAR));
      }
    }
    return new Patchwork(frame, 3, patches);
  }

  Frame frame() {
    return composition.frame();
  }

  /// The patch that a pixel shows, of a source that has weight there.
  Patch top(int source, int y, int x) {
    List<Patch> patches =
        switch (composition) {
          case Patchwork patchwork -> patchwork.patches();
          case Matte matte ->
              matte.moved().stream().filter(patch -> patch.source() == source).toList();
          case Blend _ -> List.of();
        };
    return patches.stream()
        .filter(patch -> patch.box().contains(x, y))
        .reduce((_, above) -> above)
        .orElse(new Patch(source, Box.of(frame())));
  }

  /// Whether every source is shown in its own size.
  boolean isAllCopies() {
    return switch (composition) {
      case Patchwork patchwork -> patchwork.isAllCopies();
      case Matte matte -> matte.moved().isEmpty();
      case Blend _ -> true;
    };
  }

  /// The pixel of a source that a pixel shows, row and column.
  int[] from(int source, int y, int x) {
    Patch top = top(source, y, x);
    return new int[] {
      top.from().y1() + nearest(y - top.box().y1(), top.from().height(), top.box().height()),
      top.from().x1() + nearest(x - top.box().x1(), top.from().width(), top.box().width())
    };
  }

  /// The pixel that the middle of pixel i falls into.
  private static int nearest(int i, int from, int to) {
    return (int) Math.floor((2.0 * i + 1) * from / (2.0 * to));
  }

  /// Maps of a few classes and of pixels that count for nobody.
  List<Pixels> maps(Random random, ElementType type) {
    List<Pixels> maps = new ArrayList<>();
    for (int k = 0; k < composition.sources(); k++) {
      Pixels map = TestPictures.empty(frame(), 1, type, Layout.HWC);
      for (long i = 0; i < map.elements(); i++) {
        int index = random.nextInt(5);
        TestPictures.put(map, i, index == 4 ? type.white() : index);
      }
      maps.add(map);
    }
    return maps;
  }
}
