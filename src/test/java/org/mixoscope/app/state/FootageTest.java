package org.mixoscope.app.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.Gifs;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Recipe;

/// Clips that play, by a clock and a reader that the test moves on.
class FootageTest {
  private static final long TICK = 1_000_000_000 / 60;
  private static final int RATE = 10;

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<Projector.Seen> seen = new ArrayList<>();
  private LongConsumer tick = now -> {};
  private Footage footage;
  private long now = 1;

  @TempDir private Path folder;

  @BeforeEach
  void open() throws IOException {
    footage =
        new Footage(
            new PictureCache(), queue(), (shown, moment) -> seen.add(shown), this::fail, this::by);
    Frame size = new Frame(4200, 16);
    Recipe recipe =
        Recipe.of(
            new CutMix(1),
            7,
            Gifs.write(folder, "walk", 1, 30, size),
            Gifs.write(folder, "run", 2, 30, size));
    footage.follow(PictureLoader.Needs.of(recipe));
    read(2);
    assertEquals(1, seen.size(), "the first frame");
  }

  private Ticks by(LongConsumer each) {
    tick = each;
    return new Ticks() {
      @Override
      public void start() {}

      @Override
      public void stop() {}
    };
  }

  private void fail(Exception failure) {
    throw new IllegalStateException(failure);
  }

  private TaskRunner queue() {
    return new TaskRunner() {
      @Override
      public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        waiting.add(
            () -> {
              try {
                done.accept(work.call());
              } catch (Exception e) {
                failed.accept(e);
              }
            });
      }

      @Override
      public void show(Runnable change) {
        change.run();
      }
    };
  }

  private void read(int pieces) {
    for (int i = 0; i < pieces && !waiting.isEmpty(); i++) {
      waiting.remove().run();
    }
  }

  /// @param ticks that pass for every frame that is read
  private void play(double seconds, int ticks) {
    for (int i = 0; i < seconds * 60; i++) {
      now += TICK;
      tick.accept(now);
      if (i % ticks == 0) {
        read(1);
      }
    }
  }

  private Projector.Seen latest() {
    return seen.getLast();
  }

  @Test
  void whoReadsFastEnoughShowsEveryFrameAndHasNothingToSay() {
    footage.toggle();
    play(2.5, 1);
    assertNull(footage.paceProperty().get());
    assertFalse(latest().prepared().reduction().isPreview());
    assertEquals(RATE * 2.5, seen.size(), 3, "every frame once");
  }

  /// A reader of four frames a second shows the half of ten, half as large, and the bar knows it.
  @Test
  void whoReadsTooSlowlyShowsLessAndSaysSoUntilItStandsStill() {
    footage.toggle();
    play(6, 15);
    Pace pace = footage.paceProperty().get();
    assertTrue(pace != null && pace.shown() < pace.wanted(), "" + pace);
    assertEquals(RATE, pace.wanted());
    assertTrue(latest().prepared().reduction().isPreview());
    int frame = latest().frame();
    footage.toggle();
    read(9);
    assertNull(footage.paceProperty().get());
    assertEquals(frame, latest().frame());
    assertFalse(latest().prepared().reduction().isPreview(), "whole again");
  }

  /// Small pictures take time from the large one: they are made five times a second while it plays.
  @Test
  void smallPicturesFollowMoreSlowlyUntilItStandsStill() {
    footage.toggle();
    play(2, 1);
    long made = seen.stream().map(one -> one.pictures().getFirst().thumbnail()).distinct().count();
    assertTrue(made > 5 && made < seen.size() * 0.7, made + " of " + seen.size());
    footage.toggle();
    read(9);
    Loaded last = latest().pictures().getFirst();
    assertTrue(Loaded.of(last.picture()).thumbnail().sameAs(last.thumbnail()));
    assertSame(seen.get(seen.size() - 2).pictures().getFirst().picture(), last.picture());
  }
}
