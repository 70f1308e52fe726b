package org.mixoscope.lab.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.Experiment;

/// Which α is the best on samples that are held back from training: never on those of the test,
/// which would then say too much of it.
///
/// @param alphas that were tried
/// @param none accuracy without mixing, one for each seed and fold
/// @param accuracies the same with each α
public record AlphaSearch(List<Double> alphas, Spread none, List<Spread> accuracies) {
  /// Keeps copies.
  public AlphaSearch {
    alphas = List.copyOf(alphas);
    accuracies = List.copyOf(accuracies);
  }

  /// Trains without mixing and with each α, on all splits.
  ///
  /// @param plain without mixing
  /// @param policy whose α to vary
  /// @param alphas at least one
  /// @param splits parts of the samples to train on, for training and for validation
  /// @param seed of the first split
  /// @throws InterruptedException if the thread is interrupted
  public static AlphaSearch run(
      Experiment plain,
      Policy policy,
      List<Double> alphas,
      List<Examples.Split> splits,
      long seed,
      int epochs,
      int threads)
      throws InterruptedException {
    List<Experiment> runs = new ArrayList<>();
    runs.add(plain);
    for (double alpha : alphas) {
      Policy mixed = Mixings.withAlpha(policy, alpha);
      runs.add(plain.mixedBy(Mixings.name(mixed), mixed));
    }
    try (Study study = new Study(runs, splits, seed, threads)) {
      List<Spread> accuracies =
          study.run(epochs, points -> {}).getLast().stream()
              .map(run -> Spread.of(run.stream().mapToDouble(p -> p.test().accuracy())))
              .toList();
      return new AlphaSearch(
          alphas, accuracies.getFirst(), accuracies.subList(1, accuracies.size()));
    }
  }

  /// The place of the best; of equal ones the first.
  public int best() {
    return IntStream.range(0, alphas.size())
        .reduce((a, b) -> accuracies.get(b).mean() > accuracies.get(a).mean() ? b : a)
        .orElseThrow();
  }

  /// How much better the best is than training without mixing, seed by seed.
  public Spread gain() {
    return accuracies.get(best()).minus(none);
  }

  /// The α that cannot be told from the best by what was trained, the best among them.
  public List<Double> alike() {
    Spread top = accuracies.get(best());
    return IntStream.range(0, alphas.size())
        .filter(i -> i == best() || !top.minus(accuracies.get(i)).differs())
        .mapToObj(alphas::get)
        .toList();
  }
}
