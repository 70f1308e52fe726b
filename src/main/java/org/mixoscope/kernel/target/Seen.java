package org.mixoscope.kernel.target;

import org.jspecify.annotations.Nullable;

/// What can be seen of an object at one place, gathered piece by piece.
final class Seen {
  /// What rounding may take from the share of an object that is seen as a whole.
  private static final double ALL = 1 - 1e-9;

  private final double whole;
  private double area;
  private double weighted;
  private @Nullable Edges box;
  private @Nullable Mask mask;

  private Seen(double whole) {
    this.whole = whole;
  }

  /// Nothing yet.
  ///
  /// @param whole how large the whole object would be there, in pixels
  static Seen nothing(double whole) {
    return new Seen(whole);
  }

  void add(Edges piece, double weight) {
    box = box == null ? piece : box.with(piece);
    add(piece.area(), weight);
  }

  void add(double pixels, double weight) {
    area += pixels;
    weighted += pixels * weight;
  }

  /// @param seen all pixels that were added
  Seen with(Mask seen) {
    mask = seen;
    box = Edges.of(seen.box());
    return this;
  }

  boolean isSomething() {
    return area > 0;
  }

  /// The object as it is seen.
  ///
  /// @param source which picture of the mix it is from
  /// @throws IllegalStateException if nothing is
  Instance of(Instance object, int source) {
    if (box == null) {
      throw new IllegalStateException("nothing is seen of " + object);
    }
    double share = area >= ALL * whole ? 1 : area / whole;
    return new Instance(
        object.category(),
        box,
        mask,
        object.crowd(),
        object.ignored(),
        object.weight() * Math.min(1, weighted / area),
        Math.max(Double.MIN_NORMAL, object.visible() * share),
        source);
  }
}
