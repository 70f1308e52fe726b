package org.mixoscope.dataset.labelled;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Header;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.Scale;

/// Which numbers pictures have together.
///
/// @param type the narrowest that holds those of all; null if there are none
/// @param scale what they stand for; null if there are none, or not all stand for the same
/// @param pictures how many have numbers of each type, from the narrowest to the widest
public record Numbers(
    @Nullable NumberType type, @Nullable Scale scale, Map<NumberType, Integer> pictures) {
  static final Numbers NONE = new Numbers(null, null, Map.of());

  /// Keeps a copy.
  public Numbers {
    pictures = Collections.unmodifiableMap(sorted(pictures));
  }

  static Numbers of(Header one) {
    return new Numbers(one.type(), one.scale(), Map.of(one.type(), 1));
  }

  private static Map<NumberType, Integer> sorted(Map<NumberType, Integer> pictures) {
    Map<NumberType, Integer> all = new EnumMap<>(NumberType.class);
    all.putAll(pictures);
    return all;
  }

  /// Those of both.
  public Numbers plus(Numbers other) {
    if (type == null || other.type == null) {
      return type == null ? other : this;
    }
    boolean same = scale != null && other.scale != null && scale.agrees(other.scale);
    Map<NumberType, Integer> all = sorted(pictures);
    other.pictures.forEach((each, count) -> all.merge(each, count, Integer::sum));
    return new Numbers(type.with(other.type), same ? scale : null, all);
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
