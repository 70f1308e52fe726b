package org.mixoscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mixoscope.app.Screens;
import org.mixoscope.app.ui.LongJob.State;
import org.mixoscope.app.ui.LongJob.State.Cancelled;
import org.mixoscope.app.ui.LongJob.State.Done;
import org.mixoscope.app.ui.LongJob.State.Failed;
import org.mixoscope.app.ui.LongJob.State.None;
import org.mixoscope.app.ui.LongJob.State.Running;

class LongJobTest {
  private final LongJob<Integer, String> job = new LongJob<>(TaskRunner.inline());
  private final List<State<Integer, String>> states = new ArrayList<>();

  @BeforeEach
  void watch() {
    job.stateProperty().addListener((property, old, now) -> states.add(now));
  }

  @Test
  void itIsFollowedToItsEnd() {
    assertEquals(new None<>(), job.stateProperty().get());
    job.start(
        control -> {
          assertTrue(job.isRunning());
          control.progress(1);
          control.progress(2);
          return "all";
        });

    assertFalse(job.isRunning());
    assertEquals(
        List.of(
            new Running<>(null, false),
            new Running<>(1, false),
            new Running<>(2, false),
            new Done<>("all")),
        states);
    job.forget();
    assertEquals(new None<>(), job.stateProperty().get());
  }

  @Test
  void whyItFailedIsSaidAndHowFarItCame() {
    IOException full = new IOException("the disk is full");
    job.start(
        control -> {
          control.progress(7);
          throw full;
        });

    assertEquals(new Failed<>(full, 7), job.stateProperty().get());
    job.start(
        control -> {
          throw full;
        });
    assertEquals(new Failed<>(full, null), job.stateProperty().get(), "that was the run before");
  }

  @Test
  void whatIsCancelledHasNothingToShowOrSomething() {
    job.start(
        control -> {
          control.progress(3);
          job.cancel();
          control.progress(4);
          control.goOn();
          return "all";
        });
    assertEquals(
        List.of(
            new Running<>(null, false),
            new Running<>(3, false),
            new Running<>(3, true),
            new Running<>(4, true),
            new Cancelled<>()),
        states);

    job.start(
        control -> {
          control.goOn();
          job.cancel();
          return control.isCancelled() ? "a part" : "all";
        });
    assertEquals(new Done<>("a part"), job.stateProperty().get());
  }

  @Test
  void workThatMustBeToldIsToldOnceWheneverItIsCancelled() {
    List<String> told = new ArrayList<>();
    job.start(
        control -> {
          control.whenCancelled(() -> told.add("while it runs"));
          job.cancel();
          job.cancel();
          control.whenCancelled(() -> told.add("before it begins"));
          return "";
        });

    assertEquals(List.of("while it runs", "before it begins"), told);
  }

  @Test
  void ofProgressThatTheScreenHasNotShownTheNewestIsSeen() {
    Screens.Held held = new Screens.Held();
    LongJob<Integer, String> slow = new LongJob<>(held);
    slow.stateProperty().addListener((property, old, now) -> states.add(now));
    slow.start(
        control -> {
          control.progress(1);
          control.progress(2);
          assertEquals(1, held.waiting.size(), "nothing piles up");
          held.waiting.remove().run();
          control.progress(3);
          return "all";
        });
    held.waiting.remove().run();

    assertEquals(
        List.of(
            new Running<>(null, false),
            new Running<>(2, false),
            new Running<>(3, false),
            new Done<>("all")),
        states);
    held.waiting.remove().run();
    assertEquals(new Done<>("all"), slow.stateProperty().get(), "late news are none");
  }

  @Test
  void oneRunsAtATime() {
    Screens.Held held = new Screens.Held();
    LongJob<Integer, String> slow = new LongJob<>(held);
    slow.start(control -> "first");
    slow.start(control -> "second");
    slow.forget();
    assertEquals(1, held.waiting.size());
    held.waiting.remove().run();

    assertEquals(new Done<>("first"), slow.stateProperty().get());
    assertTrue(slow.close().isDone(), "nothing runs");
  }

  @Test
  void itIsOverWhenTheWorkIs() {
    Screens.Held held = new Screens.Held();
    LongJob<Integer, String> slow = new LongJob<>(held);
    slow.start(
        control -> {
          control.goOn();
          return "all";
        });
    var over = slow.close();

    assertFalse(over.isDone());
    held.waiting.remove().run();
    assertTrue(over.isDone());
    assertEquals(new Cancelled<>(), slow.stateProperty().get());
  }
}
