package org.mixoscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mixoscope.app.InWindow;

@ExtendWith(InWindow.class)
class BackgroundTasksTest {
  /// How the system sees the calling thread: the higher, the more it leaves to others.
  private static int niceness() throws Exception {
    String stat = Files.readString(Path.of("/proc/thread-self/stat"));
    return Integer.parseInt(stat.substring(stat.lastIndexOf(')')).split(" ", -1)[17]);
  }

  private static int nicenessOf(TaskRunner tasks) {
    CompletableFuture<Integer> nice = new CompletableFuture<>();
    tasks.run(
        BackgroundTasksTest::niceness,
        nice::complete,
        failure -> nice.completeExceptionally(failure));
    return nice.join();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatTakesItsTimeLeavesTheCoresToTheWindowAndToWhatSomebodyWaitsFor() throws Exception {
    int own = niceness();
    TaskRunner tasks = TaskRunner.background(1);
    assertTrue(nicenessOf(tasks.patient()) > own);
    assertEquals(own, nicenessOf(tasks), "on another thread");
    assertTrue(nicenessOf(tasks.patient().patient()) > own, "still patient");
  }
}
