package org.mixoscope.kernel;

/// How a stored picture is turned or mirrored to stand upright, as EXIF and TIFF number it.
public enum Turn {
  /// It stands upright already.
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  UPSIDE_DOWN(false, true, true),
  FLIPPED(false, false, true),
  TRANSPOSED(true, false, false),
  /// Stored lying on its left side: to be turned clockwise.
  CLOCKWISE(true, false, true),
  TRANSVERSED(true, true, true),
  COUNTER_CLOCKWISE(true, true, false);

  private final boolean swaps;
  private final boolean fromRight;
  private final boolean fromBottom;

  Turn(boolean swaps, boolean fromRight, boolean fromBottom) {
    this.swaps = swaps;
    this.fromRight = fromRight;
    this.fromBottom = fromBottom;
  }

  /// The one with this EXIF number; numbers that do not exist mean upright.
  public static Turn of(int exif) {
    return exif >= 1 && exif <= values().length ? values()[exif - 1] : UPRIGHT;
  }

  /// Its EXIF number.
  @SuppressWarnings("EnumOrdinal") // They are listed as EXIF numbers them.
  public int exif() {
    return ordinal() + 1;
  }

  /// The one that turns back.
  public Turn inverse() {
    return switch (this) {
      case CLOCKWISE -> COUNTER_CLOCKWISE;
      case COUNTER_CLOCKWISE -> CLOCKWISE;
      default -> this;
    };
  }

  /// Whether rows become columns.
  public boolean swaps() {
    return swaps;
  }

  /// Whether the stored picture is read from its right border.
  public boolean fromRight() {
    return fromRight;
  }

  /// Whether the stored picture is read from its lower border.
  public boolean fromBottom() {
    return fromBottom;
  }

  /// The size of the upright picture.
  public Frame upright(Frame stored) {
    return swaps ? new Frame(/* height= */ stored.width(), /* width= */ stored.height()) : stored;
  }

  /// The horizontal position in the upright picture of a position in the stored one; edges of
  /// pixels are whole numbers.
  public double x(double x, double y, Frame stored) {
    return swaps ? fromBottom(y, stored) : fromRight(x, stored);
  }

  /// The vertical position in the upright picture of a position in the stored one.
  public double y(double x, double y, Frame stored) {
    return swaps ? fromRight(x, stored) : fromBottom(y, stored);
  }

  private double fromRight(double x, Frame stored) {
    return fromRight ? stored.width() - x : x;
  }

  private double fromBottom(double y, Frame stored) {
    return fromBottom ? stored.height() - y : y;
  }

  /// A stored picture turned upright, pixel by pixel.
  ///
  /// @return new heap memory; the picture itself if it stands upright already
  public Pixels applied(Pixels stored) {
    if (this == UPRIGHT) {
      return stored;
    }
    Frame size = upright(stored.frame());
    Pixels result = stored.allocate(size);
    for (int y = 0; y < stored.height(); y++) {
      int mirroredY = fromBottom ? stored.height() - 1 - y : y;
      for (int x = 0; x < stored.width(); x++) {
        int mirroredX = fromRight ? stored.width() - 1 - x : x;
        int toY = swaps ? mirroredX : mirroredY;
        int toX = swaps ? mirroredY : mirroredX;
        result.set(toY, toX, stored, y, x);
      }
    }
    return result;
  }
}
