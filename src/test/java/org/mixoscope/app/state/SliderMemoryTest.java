package org.mixoscope.app.state;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.mixoscope.app.Screens;
import org.mixoscope.dataset.Sample;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;

/// Ten thousand steps of sliders leave no memory behind.
@Isolated("the memory of the whole program is measured")
class SliderMemoryTest {
  private static final int STEPS = 10_000;
  private static final int WARM_UP = 1_000;

  /// 100 bytes a step would be seen.
  private static final long MOST = 1_000_000;

  private final MixModel model =
      Screens.model(
          Screens.recipe(new CutMix(1)).with(new Frame(48, 64), Fit.COVER).withMask(Sample.MASK));

  /// @param heap in use, in bytes
  /// @param outside memory of buffers outside the heap
  private record Memory(long heap, long outside) {
    static Memory now() {
      for (int i = 0; i < 3; i++) {
        System.gc();
      }
      long outside =
          ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
              .mapToLong(BufferPoolMXBean::getMemoryUsed)
              .sum();
      return new Memory(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), outside);
    }
  }

  @Test
  void stepsLeaveNoMemoryBehind() {
    drag(WARM_UP);
    Memory before = Memory.now();
    drag(STEPS);
    Memory after = Memory.now();
    String seen = before + " → " + after;
    assertTrue(after.heap() - before.heap() < MOST, seen);
    assertTrue(after.outside() - before.outside() < MOST, seen);
  }

  /// As many steps with every method, each a drag of its own.
  private void drag(int steps) {
    Prepared ready = model.pictures().prepared();
    assertNotNull(ready);
    Pixels out = ready.newOutput();
    List<MethodType> methods = Screens.types();
    for (MethodType type : methods) {
      model.choose(type);
      model.history().beginGesture();
      for (int i = 0; i < steps / methods.size(); i++) {
        double value = i % 1000 / 1000.0;
        model.editDraw(d -> type.uses(Trait.LAMBDA) ? d.withLambda(value) : d.at(value, 0.4));
        model.render(View.MIXED, out);
      }
      model.history().endGesture();
    }
  }
}
