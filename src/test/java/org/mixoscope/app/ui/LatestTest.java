package org.mixoscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mixoscope.app.Screens;

class LatestTest {
  private final Screens.Held tasks = new Screens.Held();
  private final List<String> done = new ArrayList<>();
  private final List<Exception> failed = new ArrayList<>();

  /// Three steps for each wish: a, a·, a··. A wish for nothing fails.
  private final Latest<String, String> latest =
      new Latest<>(
          tasks,
          (wish, before) -> {
            if (wish.isEmpty()) {
              throw new IllegalArgumentException("nothing");
            }
            return before == null ? wish : before + "·";
          },
          result -> result.endsWith("··"),
          (wish, result) -> done.add(result),
          failed::add);

  @Test
  void worksFromCoarseToFineUntilItIsFinal() {
    latest.want("a");
    finish(3);
    assertEquals(List.of("a", "a·", "a··"), done);
    assertTrue(tasks.waiting.isEmpty());
  }

  @Test
  void onlyTheNewestWishFollowsTheStepThatRuns() {
    latest.want("a");
    latest.want("b");
    latest.want("c");
    assertEquals(1, tasks.waiting.size(), "nothing piles up");
    finish(4);
    assertEquals(List.of("a", "c", "c·", "c··"), done);
    assertTrue(tasks.waiting.isEmpty());
  }

  @Test
  void theSameWishAgainIsNoWork() {
    latest.want("a");
    finish(3);
    latest.want("a");
    assertTrue(tasks.waiting.isEmpty());
  }

  @Test
  void aFailureIsReportedAndTheNextWishGoesOn() {
    latest.want("");
    latest.want("b");
    finish(1);
    assertEquals("nothing", failed.getFirst().getMessage());
    finish(3);
    assertEquals(List.of("b", "b·", "b··"), done);
  }

  private void finish(int steps) {
    for (int i = 0; i < steps; i++) {
      tasks.waiting.remove().run();
    }
  }
}
