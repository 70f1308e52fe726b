package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Look;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.MethodType;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Ten thousand steps of a slider, on the whole screen, leave no memory behind.
@ExtendWith(ApplicationExtension.class)
class SliderMemoryTest {
  private static final int STEPS = 10_000;
  private static final int WARM_UP = 1_000;

  /// 200 bytes a step would be seen.
  private static final long MOST_HEAP = 2_000_000;

  /// What the compiler and the collector take for themselves in the meantime is less.
  private static final long MOST_NATIVE = 64_000_000;

  private static final List<String> METHODS = List.of("cutmix", "mixup", "fmix", "resizemix");

  private MixModel model;
  private MainWindow window;

  /// @param heap in use, in bytes
  /// @param direct memory of buffers
  /// @param resident memory of the process beside the heap; 0 where the system does not tell
  private record Memory(long heap, long direct, long resident) {
    static Memory now() throws IOException {
      for (int i = 0; i < 3; i++) {
        System.gc();
      }
      MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
      long direct =
          ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
              .mapToLong(BufferPoolMXBean::getMemoryUsed)
              .sum();
      long resident = residentBytes();
      return new Memory(
          heap.getUsed(), direct, resident == 0 ? 0 : Math.max(0, resident - heap.getCommitted()));
    }

    private static long residentBytes() throws IOException {
      Path status = Path.of("/proc/self/status");
      if (!Files.exists(status)) {
        return 0;
      }
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    }
  }

  @Test
  void stepsOfASliderLeaveNoMemoryBehind() throws Exception {
    WaitForAsyncUtils.waitForAsyncFx(60_000, this::open);
    drag(WARM_UP);
    Memory before = Memory.now();
    drag(STEPS);
    Memory after = Memory.now();
    String seen = before + " → " + after;
    assertTrue(after.heap() - before.heap() < MOST_HEAP, seen);
    assertTrue(after.direct() - before.direct() < MOST_HEAP, seen);
    assertTrue(after.resident() - before.resident() < MOST_NATIVE, seen);
  }

  private void open() {
    model = Screens.model();
    model.setFrame(new Frame(64, 64), Fit.COVER);
    Desk desk =
        Desk.of(
            model,
            new PictureCache(),
            new Messages(Language.ENGLISH),
            new Look(Theme.LIGHT),
            new Screens.Answers(),
            TaskRunner.inline());
    window = MainWindow.of(desk);
    desk.look().dress(new Scene(window, 1280, 800));
    window.applyCss();
    window.layout();
  }

  /// The same number of steps with every method, each a drag of its own.
  private void drag(int steps) throws Exception {
    for (String method : METHODS) {
      WaitForAsyncUtils.waitForAsyncFx(600_000, () -> drag(method, steps / METHODS.size()));
    }
  }

  private void drag(String method, int steps) {
    model.choose(MethodType.of(method));
    model.beginGesture();
    for (int i = 0; i < steps; i++) {
      double lambda = i % 1000 / 1000.0;
      model.editDraw(d -> d.withLambda(lambda));
      window.renderNow();
      window.applyCss();
      window.layout();
    }
    model.endGesture();
  }
}
