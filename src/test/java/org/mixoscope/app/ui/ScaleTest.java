package org.mixoscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.mixoscope.kernel.method.Parameter;

class ScaleTest {
  @Property
  void aKeyAlwaysChangesTheValue(
      @ForAll("scales") Scale scale, @ForAll @DoubleRange(min = 0, max = 1) double at) {
    double value = scale.valueAt(at);
    double position = scale.positionOf(value);
    double step = scale.keyStep(value);

    if (value < scale.high()) {
      assertTrue(scale.valueAt(Math.min(1, position + step)) > value);
    }
    if (value > scale.low()) {
      assertTrue(scale.valueAt(Math.max(0, position - step)) < value);
    }
  }

  @Property
  void aValueStaysWhereItIs(
      @ForAll("scales") Scale scale, @ForAll @DoubleRange(min = 0, max = 1) double at) {
    double value = scale.valueAt(at);

    assertEquals(value, scale.valueAt(scale.positionOf(value)), 1e-9);
  }

  @Provide
  static Arbitrary<Scale> scales() {
    return Arbitraries.of(
        Scale.LAMBDA,
        Scale.of(Parameter.Real.alpha(1)),
        Scale.of(Parameter.Real.within("share", "", 0, 0, 0.5)),
        Scale.of(new Parameter.Whole("few", "", 4, 1, 32)),
        Scale.of(new Parameter.Whole("many", "", 16, 2, 256)));
  }
}
