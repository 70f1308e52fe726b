package org.mixoscope.app.compare;

import org.mixoscope.app.state.Prepared;
import org.mixoscope.kernel.Frame;
import org.mixoscope.recipe.Sheet;

/// A sheet that is wanted on screen.
final class Wish {
  private static final double PIXELS_STAY_PIXELS = 2;

  private final Sheet sheet;
  private final Prepared prepared;
  private final Frame frame;
  private final int magnification;
  private volatile boolean dropped;

  private Wish(Sheet sheet, Prepared prepared, Frame frame, int magnification) {
    this.sheet = sheet;
    this.prepared = prepared;
    this.frame = frame;
    this.magnification = magnification;
  }

  /// A sheet whose cells are shown in some width: mixed at it, and never larger than the recipe's
  /// frame.
  ///
  /// @param width in pixels of the screen
  static Wish of(Sheet sheet, Prepared prepared, double width) {
    Frame whole = prepared.inputs().frame();
    double scale = width / whole.width();
    Frame frame = whole.scaled(Math.min(1, scale));
    int magnification = scale < PIXELS_STAY_PIXELS ? 1 : (int) Math.ceil(scale);
    return new Wish(sheet, prepared, frame, magnification);
  }

  Sheet sheet() {
    return sheet;
  }

  /// The pictures at the frame of the recipe.
  Prepared prepared() {
    return prepared;
  }

  /// The frame of the cells, of the same ratio.
  Frame frame() {
    return frame;
  }

  /// How many pixels of the screen a pixel is wide.
  int magnification() {
    return magnification;
  }

  /// Whether nobody waits for it any more.
  boolean isDropped() {
    return dropped;
  }

  void drop() {
    dropped = true;
  }

  /// Whether both mean the same picture on screen.
  boolean isSame(Wish other) {
    return isLike(other)
        && prepared.equals(other.prepared)
        && magnification == other.magnification
        && sheet.equals(other.sheet);
  }

  /// Whether both have the same cells but for what they show: then the older is worth to be seen
  /// while the newer is mixed, as when λ is dragged.
  boolean isLike(Wish other) {
    return frame.equals(other.frame) && sheet.variesLike(other.sheet);
  }
}
