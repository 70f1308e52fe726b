package org.mixoscope.lab;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.batch.Pairing;
import org.mixoscope.kernel.batch.SampleMix;

/// One network being trained, step by step. Experiment, samples and seed settle every bit of it:
/// two trainings of one seed have the same first weights and the same order of batches, however
/// they mix. For one thread at a time; trainings side by side share nothing that changes.
///
/// ```java
/// Training training = new Training(experiment, split.train(), 42);
/// Snapshot start = training.snapshot();
/// training.step();
/// training.become(training.experiment().with(new Optimiser.Adam(1e-4))); // while it runs
/// training.restore(start); // rewinds to the same weights
/// ```
public final class Training {
  /// Streams of their own; those of draws have epochs from 0.
  private static final long ORDERS = -2;

  private static final long DROPOUT = -3;

  private final Examples samples;
  private final long seed;
  private final Network network;
  private final MixedRows batch = new MixedRows();
  private Experiment experiment;
  private long steps;
  private long sinceNewOptimiser;
  private Sums sums = Sums.NONE;
  private int[] order = {};
  private long orderOf = -1;

  /// What the batches of an epoch gave so far.
  record Sums(double loss, double right, int samples) {
    static final Sums NONE = new Sums(0, 0, 0);

    Sums plus(Network.Pass pass, int size) {
      return new Sums(loss + pass.loss() * size, right + pass.accuracy() * size, samples + size);
    }

    Network.Pass mean() {
      return new Network.Pass(loss / samples, right / samples);
    }
  }

  /// @param samples to train on
  /// @param seed of the first weights, of the order and of every draw
  public Training(Experiment experiment, Examples samples, long seed) {
    this.experiment = experiment;
    this.samples = samples;
    this.seed = seed;
    network = new Network(experiment.net(), seed);
  }

  /// What is done now.
  public Experiment experiment() {
    return experiment;
  }

  /// From the next step on it is trained in another way.
  ///
  /// @param other with the same network and batch size
  /// @throws IllegalArgumentException if these differ
  public void become(Experiment other) {
    if (!other.net().equals(experiment.net()) || other.batchSize() != experiment.batchSize()) {
      throw new IllegalArgumentException(
          other.name() + ": needs the network and batch size of " + experiment.name());
    }
    if (!other.optimiser().getClass().equals(experiment.optimiser().getClass())) {
      // What one optimiser remembers means nothing to another.
      for (Weights weights : network.weights()) {
        Rows.clear(weights.first, weights.first.length);
        Rows.clear(weights.second, weights.second.length);
      }
      sinceNewOptimiser = 0;
    }
    experiment = other;
  }

  /// Its network as it is now.
  public Network network() {
    return network;
  }

  /// Steps taken.
  public long steps() {
    return steps;
  }

  /// Steps of an epoch.
  public int stepsPerEpoch() {
    return (samples.size() + experiment.batchSize() - 1) / experiment.batchSize();
  }

  /// Epochs completed.
  public long epoch() {
    return steps / stepsPerEpoch();
  }

  /// Trains on one batch; the last one of an epoch may be smaller.
  ///
  /// @return what the network said of it before
  public Network.Pass step() {
    long epoch = epoch();
    int number = (int) (steps % stepsPerEpoch());
    if (number == 0) {
      sums = Sums.NONE;
    }
    if (orderOf != epoch) {
      order = Pairing.permutation(samples.size(), RandomStreams.of(seed, ORDERS, epoch));
      orderOf = epoch;
    }
    int from = number * experiment.batchSize();
    int to = Math.min(from + experiment.batchSize(), samples.size());
    batch.make(samples, Arrays.copyOfRange(order, from, to), experiment, seed, epoch, number);
    RandomGenerator random = RandomStreams.of(seed, DROPOUT, steps);
    Network.Pass pass = network.train(batch.inputs(), batch.labels(), batch.size(), random);
    steps++;
    sinceNewOptimiser++;
    for (Weights weights : network.weights()) {
      experiment.optimiser().update(weights, sinceNewOptimiser);
    }
    sums = sums.plus(pass, batch.size());
    return pass;
  }

  /// Trains to the end of the epoch.
  ///
  /// @return the means over all its batches
  public Network.Pass finishEpoch() {
    do {
      step();
    } while (steps % stepsPerEpoch() != 0);
    return sums.mean();
  }

  /// What the network was last trained on, for a look.
  ///
  /// @param inputs a row for each sample
  /// @param labels soft ones
  /// @param mixes what was mixed with what, by indices into the batch
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Seen(float[][] inputs, float[][] labels, List<SampleMix> mixes) {}

  /// A copy of the last batch; nothing before the first.
  public Seen seen() {
    int n = batch.size();
    return new Seen(
        Snapshot.copy(Arrays.copyOf(batch.inputs(), n)),
        Snapshot.copy(Arrays.copyOf(batch.labels(), n)),
        batch.plan());
  }

  /// Keeps what it is now; the experiment is not part of it.
  public Snapshot snapshot() {
    return new Snapshot(network.state(), steps, sinceNewOptimiser, sums);
  }

  /// Goes back, or forth, to a snapshot of a training of the same network.
  public void restore(Snapshot snapshot) {
    snapshot.restore(network.state());
    steps = snapshot.steps();
    sinceNewOptimiser = snapshot.sinceNewOptimiser();
    sums = snapshot.sums();
  }
}
