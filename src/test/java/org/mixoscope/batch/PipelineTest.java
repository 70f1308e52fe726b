package org.mixoscope.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mixoscope.BesideWindows;

@BesideWindows
class PipelineTest {
  @Property(tries = 200)
  void allAreMadeOnceAndHandedOnInTheirOrder(
      @ForAll @IntRange(min = 1, max = 9) int threads,
      @ForAll @IntRange(max = 50) int begin,
      @ForAll @IntRange(max = 120) int count)
      throws Exception {
    List<Integer> made = Collections.synchronizedList(new ArrayList<>());
    List<Integer> taken = new ArrayList<>();

    new Pipeline<Integer>(
            index -> {
              made.add((int) index);
              if (index % 7 == 0) {
                Thread.yield();
              }
              return (int) index;
            },
            taken::add,
            threads,
            begin,
            begin + count)
        .run();

    List<Integer> all = IntStream.range(begin, begin + count).boxed().toList();
    assertEquals(all, taken);
    assertEquals(all, made.stream().sorted().toList());
  }

  /// Whoever fails later but earlier in time does not hide the first one, and nothing that was made
  /// before it is lost.
  @Property(tries = 200)
  void firstFailureInTheOrderIsThrownAndAllBeforeItIsTaken(
      @ForAll @IntRange(min = 1, max = 8) int threads,
      @ForAll @IntRange(max = 60) int first,
      @ForAll @IntRange(min = 1, max = 5) int distance,
      @ForAll boolean making) {
    Set<Integer> failing = Set.of(first, first + distance, first + 20);
    List<Integer> taken = new ArrayList<>();
    IOException[] failures =
        IntStream.range(0, 200)
            .mapToObj(i -> new IOException("at " + i))
            .toArray(IOException[]::new);
    Pipeline<Integer> pipeline =
        new Pipeline<>(
            index -> {
              if (making && failing.contains((int) index)) {
                throw failures[(int) index];
              }
              return (int) index;
            },
            index -> {
              if (!making && failing.contains(index)) {
                throw failures[(int) index];
              }
              taken.add(index);
            },
            threads,
            0,
            200);

    assertSame(failures[first], assertThrows(IOException.class, pipeline::run));
    assertEquals(IntStream.range(0, first).boxed().toList(), taken);
  }

  @Test
  void errorsAreThrownAsTheyAre() {
    Error error = new StackOverflowError("too deep");
    Pipeline<Integer> pipeline =
        new Pipeline<>(
            _ -> {
              throw error;
            },
            _ -> {},
            3,
            0,
            10);

    assertSame(error, assertThrows(StackOverflowError.class, pipeline::run));
  }

  @Test
  void nothingNewIsBegunAfterAFailure() {
    AtomicInteger made = new AtomicInteger();
    Pipeline<Integer> pipeline =
        new Pipeline<>(
            index -> {
              made.incrementAndGet();
              throw new IOException("at " + index);
            },
            _ -> {},
            4,
            0,
            1_000_000);

    assertEquals("at 0", assertThrows(IOException.class, pipeline::run).getMessage());
    assertTrue(made.get() <= window(4), "made " + made);
  }

  /// The first one is slow: the others do not run ahead of it without bound.
  @Property(tries = 20)
  void whatWaitsForItsTurnIsBounded(@ForAll @IntRange(min = 2, max = 8) int threads)
      throws Exception {
    int window = window(threads);
    AtomicInteger begun = new AtomicInteger();
    CountDownLatch full = new CountDownLatch(window);
    List<Integer> taken = new ArrayList<>();
    AtomicInteger mostAhead = new AtomicInteger();

    new Pipeline<Integer>(
            index -> {
              begun.incrementAndGet();
              full.countDown();
              if (index == 0) {
                full.await();
              }
              return (int) index;
            },
            index -> {
              mostAhead.accumulateAndGet(begun.get() - taken.size(), Math::max);
              taken.add(index);
            },
            threads,
            0,
            5 * window)
        .run();

    assertEquals(5 * window, taken.size());
    assertEquals(window, mostAhead.get());
  }

  @Property(tries = 50)
  void stoppedPipelineHandsOnWhatItHasBegun(
      @ForAll @IntRange(min = 1, max = 8) int threads, @ForAll @IntRange(max = 60) int last)
      throws Exception {
    Set<Integer> made = ConcurrentHashMap.newKeySet();
    List<Integer> taken = new ArrayList<>();
    AtomicReference<@Nullable Pipeline<Integer>> self = new AtomicReference<>();
    Pipeline<Integer> pipeline =
        new Pipeline<>(
            index -> {
              made.add((int) index);
              return (int) index;
            },
            index -> {
              taken.add(index);
              Pipeline<Integer> running = self.get();
              if (index == last && running != null) {
                running.stop();
              }
            },
            threads,
            0,
            100_000);
    self.set(pipeline);

    pipeline.run();

    assertEquals(IntStream.range(0, taken.size()).boxed().toList(), taken);
    assertEquals(Set.copyOf(taken), made);
    assertTrue(taken.size() > last && taken.size() <= last + window(threads), taken.size() + "");
  }

  @Test
  void stoppedBeforeItBeginsItDoesNothing() throws Exception {
    List<Integer> taken = new ArrayList<>();
    Pipeline<Integer> pipeline = new Pipeline<>(index -> (int) index, taken::add, 2, 0, 100);

    pipeline.stop();
    pipeline.run();

    assertEquals(List.of(), taken);
  }

  /// Not even while one is handed on.
  @Test
  void stoppingIsNeverLost() throws Exception {
    int many = 20_000_000;
    for (int round = 0; round < 300; round++) {
      AtomicInteger taken = new AtomicInteger();
      CountDownLatch begun = new CountDownLatch(1);
      Pipeline<Integer> pipeline =
          new Pipeline<>(
              index -> (int) index,
              index -> {
                taken.incrementAndGet();
                begun.countDown();
              },
              2,
              0,
              many);
      Thread stopping =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      begun.await();
                      pipeline.stop();
                    } catch (InterruptedException e) {
                      throw new IllegalStateException(e);
                    }
                  });

      pipeline.run();

      stopping.join();
      assertTrue(taken.get() < many, "all were taken in round " + round);
    }
  }

  @Test
  void interruptedCallerGetsWhatIsBegunAndStaysInterrupted() throws Exception {
    Thread caller = Thread.currentThread();
    List<Integer> taken = new ArrayList<>();
    Pipeline<Integer> pipeline =
        new Pipeline<>(
            index -> (int) index,
            index -> {
              taken.add(index);
              if (index == 10) {
                caller.interrupt();
              }
            },
            2,
            0,
            Integer.MAX_VALUE);

    pipeline.run();

    assertTrue(Thread.interrupted());
    assertEquals(IntStream.range(0, taken.size()).boxed().toList(), taken);
  }

  @Test
  void allThreadsWorkAtOnce() throws Exception {
    CyclicBarrier all = new CyclicBarrier(3);
    Set<String> names = ConcurrentHashMap.newKeySet();

    new Pipeline<Integer>(
            index -> {
              all.await();
              names.add(Thread.currentThread().getName());
              return (int) index;
            },
            _ -> {},
            3,
            0,
            12)
        .run();

    assertEquals(Set.of("batch-0", "batch-1", "batch-2"), names);
  }

  /// How many may be begun and not handed on.
  private static int window(int threads) {
    return 4 * threads + 4;
  }
}
