package org.mixoscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.Examples.Split;
import org.mixoscope.lab.Experiment;
import org.mixoscope.lab.study.AlphaSearch;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/// Whether α is chosen by samples held back from training.
final class TrainSearchOptions {
  @Option(
      names = "--search",
      paramLabel = "alpha=α,...",
      converter = Grid.class,
      description =
          "First choose α by samples held back from training, then train with the best of them."
              + " Says so where there is no difference.")
  @Nullable Alphas search;

  @Option(
      names = "--folds",
      paramLabel = "K",
      converter = Folds.class,
      description = "Of --search: K parts, each held back once. The default is one part.")
  @Nullable Integer folds;

  @Option(
      names = "--validation",
      paramLabel = "SHARE",
      converter = TrainDataOptions.Share.class,
      description = "Of --search without --folds: how much is held back. The default is 0.2.")
  @Nullable Double validation;

  /// Refuses what goes with no search.
  void require() {
    if (search == null && (folds != null || validation != null)) {
      throw Refusal.usage("--folds and --validation: go with --search alpha=0.1,0.2,0.4,1");
    }
    if (folds != null && validation != null) {
      throw Refusal.usage("--validation: not with --folds, of which each is held back once");
    }
  }

  /// Of what is trained on alone: the test is not looked at.
  ///
  /// @param first seed of the first split
  /// @return null if α was given
  @Nullable AlphaSearch run(
      Experiment plain, Policy mixing, List<Split> splits, long first, int epochs, int threads)
      throws InterruptedException {
    if (search == null) {
      return null;
    }
    List<Split> parts = new ArrayList<>();
    for (int s = 0; s < splits.size(); s++) {
      Examples train = splits.get(s).train();
      int held = (int) Math.round(Objects.requireNonNullElse(validation, 0.2) * train.size());
      if (folds == null) {
        parts.add(train.split(train.size() - held, first + s));
      } else {
        parts.addAll(train.folds(folds, first + s));
      }
    }
    return AlphaSearch.run(plain, mixing, search.values(), parts, first, epochs, threads);
  }

  /// A grid of α.
  record Alphas(List<Double> values) {}

  static final class Grid implements ITypeConverter<Alphas> {
    @Override
    public Alphas convert(String text) {
      Values.require(text.startsWith("alpha="), "must be alpha= and numbers, such as alpha=0.2,1");
      List<Double> values =
          Stream.of(text.substring("alpha=".length()).split(",", -1))
              .map(Values::number)
              .distinct()
              .toList();
      Values.require(values.stream().allMatch(a -> a > 0), "each must be above 0");
      return new Alphas(values);
    }
  }

  static final class Folds extends Values.Range {
    Folds() {
      super(2, 20);
    }
  }
}
