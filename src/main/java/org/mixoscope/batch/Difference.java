package org.mixoscope.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Objection;

/// The first field in which two documents differ.
///
/// @param path of the field, such as `policy[0].method.alpha`
/// @param before what it is in the first; missing if it is not there
/// @param now what it is in the second
record Difference(String path, JsonNode before, JsonNode now) {
  /// Of both values together, in characters.
  private static final int LONGEST = 80;

  /// @return null if they are the same
  static @Nullable Difference between(JsonNode before, JsonNode now) {
    return between("", before, now);
  }

  private static @Nullable Difference between(String path, JsonNode before, JsonNode now) {
    if (before.equals(now)) {
      return null;
    }
    Difference inside = null;
    if (before.isObject() && now.isObject()) {
      inside = inFields(path, before, now);
    } else if (before.isArray() && now.isArray() && before.size() == now.size()) {
      inside = inElements(path, before, now);
    }
    return inside == null ? new Difference(path, before, now) : inside;
  }

  private static @Nullable Difference inFields(String path, JsonNode before, JsonNode now) {
    Set<String> names = new LinkedHashSet<>();
    now.fieldNames().forEachRemaining(names::add);
    before.fieldNames().forEachRemaining(names::add);
    Difference found = null;
    for (String name : names) {
      if (found == null) {
        String inner = path.isEmpty() ? name : path + "." + name;
        found = between(inner, before.path(name), now.path(name));
      }
    }
    return found;
  }

  private static @Nullable Difference inElements(String path, JsonNode before, JsonNode now) {
    Difference found = null;
    for (int i = 0; found == null && i < now.size(); i++) {
      found = between("%s[%d]".formatted(path, i), before.path(i), now.path(i));
    }
    return found;
  }

  /// `0.2, now 1.0`; long values are cut.
  Objection values() {
    return BatchReason.VALUES.of(text(before), text(now));
  }

  private static Object text(JsonNode value) {
    if (value.isMissingNode()) {
      return BatchReason.NO_VALUE.of();
    }
    String text = value.toString();
    return text.length() <= LONGEST / 2 ? text : text.substring(0, LONGEST / 2) + "…";
  }
}
