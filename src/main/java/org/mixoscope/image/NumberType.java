package org.mixoscope.image;

import java.util.Locale;
import java.util.stream.Stream;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Named;

/// What the numbers of a picture are stored as in a file, from the narrowest type to the widest.
///
/// The kernel mixes all of them in four types of elements: whole numbers with a sign, and those of
/// 32 bits, as doubles, which hold every one of them; they are rounded when they are written.
public enum NumberType implements Named {
  /// 0…255, light from black to white.
  UINT8(1, 0, 0xFF, ElementType.UINT8),
  /// −128…127.
  INT8(1, Byte.MIN_VALUE, Byte.MAX_VALUE, ElementType.FLOAT64),
  /// 0…65535, light from black to white.
  UINT16(2, 0, 0xFFFF, ElementType.UINT16),
  /// −32768…32767.
  INT16(2, Short.MIN_VALUE, Short.MAX_VALUE, ElementType.FLOAT64),
  /// 0…2³² − 1.
  UINT32(4, 0, 0xFFFF_FFFFL, ElementType.FLOAT64),
  /// −2³¹…2³¹ − 1.
  INT32(4, Integer.MIN_VALUE, Integer.MAX_VALUE, ElementType.FLOAT64),
  /// IEEE 754 singles.
  FLOAT32(4, 0, 0, ElementType.FLOAT32),
  /// IEEE 754 doubles.
  FLOAT64(8, 0, 0, ElementType.FLOAT64);

  /// Up to here a single holds every whole number.
  private static final long MOST_IN_A_SINGLE = 1 << 24;

  private final int bytes;
  private final long least;
  private final long most;
  private final ElementType element;

  NumberType(int bytes, long least, long most, ElementType element) {
    this.bytes = bytes;
    this.least = least;
    this.most = most;
    this.element = element;
  }

  /// What pictures of such elements are stored as where nothing else is said.
  public static NumberType of(ElementType element) {
    return switch (element) {
      case UINT8 -> UINT8;
      case UINT16 -> UINT16;
      case FLOAT32 -> FLOAT32;
      case FLOAT64 -> FLOAT64;
    };
  }

  /// `uint8`, as NumPy calls it.
  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The least whole number; 0 of a type of floats.
  public long least() {
    return least;
  }

  /// The largest whole number; 0 of a type of floats.
  public long most() {
    return most;
  }

  /// Bytes of a number.
  public int bytes() {
    return bytes;
  }

  /// Whether there are only whole numbers.
  public boolean isWhole() {
    return most > 0;
  }

  /// Whether numbers are light from black to white; others stand for whatever was measured.
  public boolean isLight() {
    return this == UINT8 || this == UINT16;
  }

  /// What the kernel mixes them in.
  public ElementType element() {
    return element;
  }

  /// The nearest number of this type, whole ones half to even; of a type of floats the number
  /// itself.
  public double nearest(double number) {
    return isWhole()
        ? Math.clamp(Math.rint(number), (double) least, (double) most) + 0.0
        : number; // no −0
  }

  /// The narrowest type that holds all numbers of both. Light of eight and of sixteen bits is
  /// sixteen bits.
  public NumberType with(NumberType other) {
    return Stream.of(values())
        .filter(type -> type.holds(this) && type.holds(other))
        .findFirst()
        .orElse(FLOAT64);
  }

  private boolean holds(NumberType other) {
    if (other.isWhole()) {
      return isWhole()
          ? least <= other.least && other.most <= most
          : this == FLOAT64 || other.most <= MOST_IN_A_SINGLE;
    }
    return !isWhole() && bytes >= other.bytes;
  }
}
