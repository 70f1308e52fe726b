package org.mixoscope.app.train;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.Experiment;

/// Networks side by side: the same samples, first weights and order of batches. They do one thing
/// after the other, each on a worker, and wait for each other in between.
final class Bench {
  private Wish wish;
  private Examples.Split data;
  private final List<Lane> lanes;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int working;

  /// What cannot change while networks are trained.
  ///
  /// @param runs how many there are
  record Wish(LabData data, String net, int runs, long seed) {
    static Wish of(LabOptions options, long seed) {
      return new Wish(options.data(), options.net(), options.runs().size(), seed);
    }

    private Wish with(LabData other) {
      return new Wish(other, net, runs, seed);
    }
  }

  /// Goes on with other points to train on, if no more than these are wished for and an epoch has
  /// as many steps as before.
  ///
  /// @return whether it does
  boolean becomes(Wish other, Samples samples) {
    if (other.equals(wish)) {
      return true;
    }
    if (!other.data().withDots(wish.data.dots()).equals(wish.data)
        || other.data().points() == null
        || !other.with(wish.data).equals(wish)) {
      return false;
    }
    Examples.Split next = samples.split(other.data(), other.seed());
    if (stepsPerEpoch(next) != stepsPerEpoch(data)) {
      return false;
    }
    wish = other;
    data = new Examples.Split(next.train(), data.test()); // these are the same
    return true;
  }

  private static int stepsPerEpoch(Examples.Split data) {
    return Math.ceilDiv(data.train().size(), LabOptions.BATCH);
  }

  /// What one of the networks does.
  ///
  /// @param <V> what comes of it
  interface Work<V> {
    V by(Lane lane, int k);
  }

  private Bench(Wish wish, Examples.Split data, List<Lane> lanes) {
    this.wish = wish;
    this.data = data;
    this.lanes = lanes;
  }

  /// Makes one, which may take a moment.
  ///
  /// @param experiments with the network that is wished for
  /// @param samples have those that are wished for
  static Bench of(Wish wish, List<Experiment> experiments, Samples samples) {
    Examples.Split data = samples.split(wish.data(), wish.seed());
    return new Bench(
        wish,
        data,
        experiments.stream().map(experiment -> new Lane(experiment, data, wish.seed())).toList());
  }

  Wish wish() {
    return wish;
  }

  Examples.Split data() {
    return data;
  }

  int stepsPerEpoch() {
    return lanes.getFirst().stepsPerEpoch();
  }

  /// Whether they are at work.
  boolean isBusy() {
    return working > 0;
  }

  /// Has all of them do something, once they have done what they do now.
  ///
  /// @param done gets what came of each, if none has failed
  <V> void run(TaskRunner tasks, Work<V> work, Consumer<List<V>> done, Consumer<Exception> failed) {
    if (isBusy()) {
      waiting.add(() -> start(tasks, work, done, failed));
    } else {
      start(tasks, work, done, failed);
    }
  }

  private <V> void start(
      TaskRunner tasks, Work<V> work, Consumer<List<V>> done, Consumer<Exception> failed) {
    working = lanes.size();
    Examples.Split present = data;
    Map<Integer, V> views = new TreeMap<>();
    IntStream.range(0, lanes.size())
        .forEach(
            k ->
                tasks.run(
                    () -> {
                      lanes.get(k).take(present);
                      return work.by(lanes.get(k), k);
                    },
                    view -> {
                      views.put(k, view);
                      end(() -> deliver(views, done));
                    },
                    failure -> {
                      failed.accept(failure);
                      end(() -> {});
                    }));
  }

  private <V> void deliver(Map<Integer, V> views, Consumer<List<V>> done) {
    if (views.size() == lanes.size()) {
      done.accept(List.copyOf(views.values()));
    }
  }

  private void end(Runnable deliver) {
    working--;
    if (working == 0) {
      deliver.run();
      Runnable next = waiting.poll();
      if (next != null && !isBusy()) {
        next.run();
      }
    }
  }
}
