package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.RefusedException;

/// Two parameters that bound the same are known by their names.
class RangeEndsTest {
  @Test
  void theLowerOfTwoEndsIsNeverAboveTheUpper() {
    Set<String> ranges = new HashSet<>();
    for (MethodType type : MethodType.all()) {
      for (Parameter<?> parameter : type.parameters()) {
        Parameter.Real upper = type.upperEnd(parameter);
        if (upper != null) {
          Parameter.Real lower = (Parameter.Real) parameter;
          ranges.add(type.id() + " " + lower.id());
          assertEquals(lower, type.lowerEnd(upper));
          assertEquals(lower.slider(), upper.slider());
          Settings crossed = Settings.INITIAL.with(lower, lower.high()).with(upper, upper.low());
          assertThrows(RefusedException.class, () -> type.make(crossed));
        }
      }
    }
    assertEquals(
        Set.of(
            "cutmix-minmax min-side",
            "resizemix min-side",
            "random-erasing min-area",
            "copypaste min-scale"),
        ranges);
  }

  @Test
  void oneEndAloneIsNoRange() {
    MethodType erasing = MethodType.of("random-erasing");
    Parameter<?> aspect = erasing.parameters().get(2);
    assertEquals("min-aspect", aspect.id());
    assertNull(erasing.upperEnd(aspect));
    assertNull(erasing.lowerEnd(aspect));
  }
}
