package org.mixoscope.app.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mixoscope.app.train.LaneView.Guess;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.Experiment;
import org.mixoscope.lab.Metrics;
import org.mixoscope.lab.Network;
import org.mixoscope.lab.Snapshot;
import org.mixoscope.lab.Training;
import org.mixoscope.lab.study.Study.Point;

/// One network with its training, its start and what was measured on the way. For one thread at a
/// time.
final class Lane {
  private static final int MOST_WRONG = 12;

  /// More points than the plane has room for; more pictures than a pane.
  private static final int MOST_OF_CELL = 2000;

  private static final double NANOS = 1e9;

  private final long seed;
  private Examples.Split data;
  private Training training;
  private final Snapshot start;
  private List<Point> points = List.of();
  private List<Guess> wrong = List.of();
  private double seconds;

  /// @param experiment what it begins with
  Lane(Experiment experiment, Examples.Split data, long seed) {
    this.seed = seed;
    this.data = data;
    training = new Training(experiment, data.train(), seed);
    start = training.snapshot();
  }

  int stepsPerEpoch() {
    return training.stepsPerEpoch();
  }

  /// Goes on with other samples, of which an epoch has as many steps.
  void take(Examples.Split other) {
    if (!other.equals(data)) {
      Snapshot present = training.snapshot();
      data = other;
      training = new Training(training.experiment(), data.train(), seed);
      training.restore(present);
    }
  }

  /// Trains.
  ///
  /// @param now what is done from here on
  /// @param steps at least 1
  LaneView advance(Experiment now, int steps) {
    training.become(now);
    long began = System.nanoTime();
    for (int i = 0; i < steps; i++) {
      if ((training.steps() + 1) % stepsPerEpoch() == 0) {
        measure(training.finishEpoch());
      } else {
        training.step();
      }
    }
    seconds = (System.nanoTime() - began) / NANOS;
    return view();
  }

  /// Trains to the end of the epoch.
  LaneView finishEpoch(Experiment now) {
    return advance(now, stepsPerEpoch() - (int) (training.steps() % stepsPerEpoch()));
  }

  /// Back to the weights it began with.
  LaneView rewind() {
    training.restore(start);
    points = List.of();
    wrong = List.of();
    return view();
  }

  /// As it is.
  LaneView view() {
    return new LaneView(training.steps(), points, picture(), seconds);
  }

  private void measure(Network.Pass pass) {
    Network network = network();
    List<Point> more = new ArrayList<>(points);
    more.add(
        new Point(
            training.epoch(),
            pass,
            Metrics.of(network, data.train()),
            Metrics.of(network, data.test())));
    points = List.copyOf(more);
    if (data.test().shape().plane() > 1) {
      wrong = wrong(guesses());
    }
  }

  /// The test samples of which the network thinks least that they are what they are.
  private static List<Guess> wrong(Stream<Guess> guesses) {
    return guesses
        .filter(one -> one.said() != one.own())
        .sorted(Comparator.comparingDouble(Guess::right))
        .limit(MOST_WRONG)
        .toList();
  }

  /// What the network says of each test sample.
  private Stream<Guess> guesses() {
    float[][] probabilities = network().predict(data.test().inputs());
    return IntStream.range(0, probabilities.length)
        .mapToObj(
            i -> {
              int said = largest(probabilities[i]);
              int own = data.test().classOf(i);
              return new Guess(i, own, said, probabilities[i][said], probabilities[i][own]);
            });
  }

  /// The test samples of a class that the network says are of another, or the same.
  LaneView.Cell cell(int own, int said) {
    List<Guess> all =
        guesses()
            .filter(one -> one.own() == own && one.said() == said)
            .sorted(Comparator.comparingDouble(Guess::confidence).reversed())
            .toList();
    return new LaneView.Cell(
        own, said, all.size(), all.subList(0, Math.min(MOST_OF_CELL, all.size())));
  }

  /// The network, for questions that [Trainer#ask] asks it.
  Network network() {
    return training.network();
  }

  private static int largest(float[] values) {
    return IntStream.range(0, values.length)
        .reduce((a, b) -> values[b] > values[a] ? b : a)
        .orElseThrow();
  }

  private LaneView.Picture picture() {
    return data.test().shape().plane() == 1
        ? new LaneView.Surface(
            PlaneGrid.colours(network()), training.seen().inputs(), training.seen().labels())
        : new LaneView.Sight(network().firstWeights(), wrong);
  }
}
