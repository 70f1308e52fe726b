package org.mixoscope.batch.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;

@BesideWindows
class ShownMethodTest {
  @Test
  void whatJavaShowsOfAMethodIsReadBack() {
    for (MethodType type : MethodType.all()) {
      Method method = type.initial();
      assertEquals(method, ShownMethod.read(method.toString()));
    }
    Method other = new CutMix(0.25, BoxRule.KORNIA, false);
    assertEquals(other, ShownMethod.read(other.toString()));
    assertThrows(RefusedException.class, () -> ShownMethod.read("CutMix[alpha=1.0]"));
    assertThrows(RefusedException.class, () -> ShownMethod.read("Other[]"));
  }
}
