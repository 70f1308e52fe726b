package org.mixoscope.dataset.labelled;

import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Header;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.Scale;

/// Which numbers pictures have together.
///
/// @param type the narrowest that holds those of all; null if there are none
/// @param scale what they stand for; null if there are none, or not all stand for the same
public record Numbers(@Nullable NumberType type, @Nullable Scale scale) {
  static final Numbers NONE = new Numbers(null, null);

  static Numbers of(Header one) {
    return new Numbers(one.type(), one.scale());
  }

  /// Those of both.
  public Numbers plus(Numbers other) {
    if (type == null || other.type == null) {
      return type == null ? other : this;
    }
    boolean same = scale != null && other.scale != null && scale.agrees(other.scale);
    return new Numbers(type.with(other.type), same ? scale : null);
  }

  /// The type that they are mixed in. Where not all stand for the same, it is that of what they
  /// stand for.
  public NumberType mixed() {
    NumberType own = type == null ? NumberType.UINT8 : type;
    if (!areRescaled()) {
      return own;
    }
    boolean single = own == NumberType.FLOAT32 || own.bytes() <= Short.BYTES;
    return single ? NumberType.FLOAT32 : NumberType.FLOAT64;
  }

  /// Whether what they stand for is mixed in their place.
  public boolean areRescaled() {
    return type != null && scale == null;
  }
}
