package org.mixoscope.lab.study;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mixoscope.lab.Disturbance;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.Experiment;
import org.mixoscope.lab.Metrics;
import org.mixoscope.lab.Network;
import org.mixoscope.lab.Training;

/// Several runs over several seeds, epoch by epoch: one thread a network. Runs of one seed share
/// data, first weights and the order of batches; only their mixing differs.
public final class Study implements AutoCloseable {
  private final List<Entry> entries = new ArrayList<>();
  private final List<Experiment> runs;
  private final int seeds;
  private final ExecutorService threads;

  /// A network after an epoch.
  ///
  /// @param epoch from 1
  /// @param batches what it was trained on, mixed: loss and λ-weighted accuracy, while it learned
  /// @param train on the samples to train on as they are, with their labels
  /// @param test on the others
  public record Point(long epoch, Network.Pass batches, Metrics train, Metrics test) {}

  /// A network with its data.
  private record Entry(Training training, Examples.Split data, long seed) {
    double accuracy(Disturbance disturbance) {
      return disturbance.accuracy(training.network(), data.test(), seed);
    }

    Point epoch() {
      Network.Pass pass = training.finishEpoch();
      return new Point(
          training.epoch(),
          pass,
          Metrics.of(training.network(), data.train()),
          Metrics.of(training.network(), data.test()));
    }
  }

  /// @param runs of which one is a network for each seed
  /// @param data of each seed
  /// @param firstSeed the others follow it
  /// @param threads at least 1
  public Study(List<Experiment> runs, List<Examples.Split> data, long firstSeed, int threads) {
    this.runs = List.copyOf(runs);
    seeds = data.size();
    for (Experiment run : runs) {
      for (int s = 0; s < seeds; s++) {
        Examples.Split split = data.get(s);
        long seed = firstSeed + s;
        entries.add(new Entry(new Training(run, split.train(), seed), split, seed));
      }
    }
    this.threads = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
  }

  /// What is compared.
  public List<Experiment> runs() {
    return runs;
  }

  /// The training of a run and seed, both counted from 0.
  public Training training(int run, int seed) {
    return entries.get(run * seeds + seed).training();
  }

  /// Trains all networks for some epochs.
  ///
  /// @param listener gets what each epoch gave: a list for each run, with a point for each seed
  /// @return the points of all epochs
  /// @throws InterruptedException if the thread is interrupted; the networks are of no use then
  public List<List<List<Point>>> run(int epochs, Consumer<List<List<Point>>> listener)
      throws InterruptedException {
    List<List<List<Point>>> all = new ArrayList<>();
    for (int epoch = 0; epoch < epochs; epoch++) {
      List<List<Point>> points = each(Entry::epoch);
      all.add(points);
      listener.accept(points);
    }
    return all;
  }

  /// What is left of the accuracy on the test samples when they are disturbed, as the networks are
  /// now.
  ///
  /// @return a number for each seed, within [0, 1], for each run
  /// @throws InterruptedException if the thread is interrupted
  public List<Spread> robustness(Disturbance disturbance) throws InterruptedException {
    return each(entry -> entry.accuracy(disturbance)).stream().map(Spread::new).toList();
  }

  /// Does something with all networks.
  ///
  /// @return a list for each run, with what came of it for each seed
  private <T> List<List<T>> each(Function<Entry, T> what) throws InterruptedException {
    List<Future<T>> due = new ArrayList<>();
    for (Entry entry : entries) {
      due.add(threads.submit(() -> what.apply(entry)));
    }
    List<List<T>> all = new ArrayList<>();
    for (int run = 0; run < runs.size(); run++) {
      List<T> row = new ArrayList<>();
      for (int s = 0; s < seeds; s++) {
        row.add(result(due.get(run * seeds + s)));
      }
      all.add(row);
    }
    return all;
  }

  private static <T> T result(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /// Ends its threads.
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
