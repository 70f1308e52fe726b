package org.mixoscope.app.explore;

import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.method.BoxMethod;
import org.mixoscope.kernel.method.Trait;

/// What dragging a method's box does to the draw. Where λ is the size of the box, corners keep it
/// the method's own: its aspect ratio is the frame's. Edges free it, and so do corners elsewhere:
/// it becomes a region placed by hand.
final class BoxEditor {
  private BoxEditor() {}

  /// A handle of the box: which edges it moves, −1 for left or top, 1 for right or bottom, 0 none.
  record Handle(int horizontal, int vertical) {
    boolean isCorner() {
      return horizontal != 0 && vertical != 0;
    }
  }

  /// The draw whose box lies `dx`, `dy` pixels further.
  static Draw move(BoxMethod method, Draw from, Frame frame, int dx, int dy) {
    Box box = method.box(from, frame);
    if (from.region() == null) {
      return method.moved(from, box.x1() + dx, box.y1() + dy, frame);
    }
    return from.within(
        Region.of(new Box(box.x1() + dx, box.y1() + dy, box.x2() + dx, box.y2() + dy), frame));
  }

  /// The draw after a handle was dragged by `dx`, `dy` pixels.
  static Draw resize(BoxMethod method, Draw from, Frame frame, Handle handle, int dx, int dy) {
    Box box = method.box(from, frame);
    boolean scales = handle.isCorner() && method.type().uses(Trait.LAMBDA);
    return from.region() == null && scales
        ? scale(method, from, frame, handle, dx, dy)
        : from.within(Region.of(stretched(box, handle, dx, dy), frame));
  }

  /// λ such that the corner follows the pointer as far as the aspect ratio allows; the opposite
  /// corner stays, as far as the rule allows.
  private static Draw scale(
      BoxMethod method, Draw from, Frame frame, Handle handle, int dx, int dy) {
    Box box = method.box(from, frame);
    double growth =
        Math.max(
            (double) (box.width() + handle.horizontal() * dx) / frame.width(),
            (double) (box.height() + handle.vertical() * dy) / frame.height());
    double r = Math.clamp(growth, 0, 1);
    Draw resized = from.withLambda(1 - r * r);
    Box grown = method.box(resized, frame);
    int x1 = handle.horizontal() > 0 ? box.x1() : box.x2() - grown.width();
    int y1 = handle.vertical() > 0 ? box.y1() : box.y2() - grown.height();
    return method.moved(resized, x1, y1, frame);
  }

  private static Box stretched(Box box, Handle handle, int dx, int dy) {
    int x1 = handle.horizontal() < 0 ? Math.min(box.x1() + dx, box.x2()) : box.x1();
    int y1 = handle.vertical() < 0 ? Math.min(box.y1() + dy, box.y2()) : box.y1();
    int x2 = handle.horizontal() > 0 ? Math.max(box.x2() + dx, box.x1()) : box.x2();
    int y2 = handle.vertical() > 0 ? Math.max(box.y2() + dy, box.y1()) : box.y2();
    return new Box(x1, y1, x2, y2);
  }
}
