package org.mixoscope.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.lab.Experiment;
import org.mixoscope.lab.LabReason;
import org.mixoscope.lab.NetSpec;
import org.mixoscope.lab.Optimiser;
import org.mixoscope.lab.data.PlanePoints;
import org.mixoscope.lab.study.Mixings;

/// What is chosen on the screen.
///
/// @param data what all runs are trained on
/// @param net their network, as the command line says it
/// @param optimiser how its weights follow their gradients
/// @param epochs after how many it stops by itself, within [1, 10,000]
/// @param runs of which only the mixing differs, two to four
record LabOptions(LabData data, String net, Optimiser optimiser, int epochs, List<LabRun> runs) {
  static final int FEWEST_RUNS = 2;
  static final int MOST_RUNS = 4;

  /// Samples a step.
  static final int BATCH = 64;

  static final int MOST_EPOCHS = 10_000;

  /// More than there can be runs.
  private static final List<Double> ALPHAS = List.of(1.0, 0.2, 8.0, 0.4, 4.0);

  private static final Optimiser.Sgd SGD = new Optimiser.Sgd(0.05, 0.9, 0);

  /// What is seen first.
  static final LabOptions USUAL =
      new LabOptions(
          LabData.of(new PlanePoints(PlanePoints.Kind.MOONS, 0.25, 2)),
          "mlp:64,64",
          new Optimiser.Adam(0.01),
          200,
          List.of(LabRun.NONE, LabRun.of(new Mixup(1))));

  /// @throws IllegalArgumentException if a number is out of its range, or network or methods do not
  ///   go with the data
  LabOptions {
    runs = List.copyOf(runs);
    if (runs.size() < FEWEST_RUNS || runs.size() > MOST_RUNS) {
      throw new RefusedException(
          LabReason.OUT_OF_RANGE.of("runs", runs.size(), FEWEST_RUNS, MOST_RUNS));
    }
    if (epochs < 1 || epochs > MOST_EPOCHS) {
      throw new RefusedException(LabReason.OUT_OF_RANGE.of("epochs", epochs, 1, MOST_EPOCHS));
    }
    NetSpec.of(net, data.shape(), data.classes());
    for (LabRun run : runs) {
      Policy policy = run.policy();
      if (policy != null) {
        Mixings.require(policy, data.shape());
      }
    }
  }

  /// With other data. What does not go with them gives way to what usually does.
  LabOptions with(LabData other) {
    boolean kept = data.shape().equals(other.shape());
    return new LabOptions(
        other,
        kept && fits(net, other) ? net : other.nets().getFirst(),
        kept || !isAdam() ? optimiser : optimiser.withRate(other.rate()),
        epochs,
        runs.stream().map(run -> fitting(run, other)).toList());
  }

  /// A network may be named after its number of classes.
  private boolean fits(String name, LabData other) {
    return other.classes() == data.classes() || other.nets().contains(name);
  }

  private static LabRun fitting(LabRun run, LabData data) {
    return run.method() == null || Mixings.types(data.shape()).contains(run.method().type())
        ? run
        : run.choose(MethodType.of("mixup").id());
  }

  LabOptions withNet(String other) {
    return new LabOptions(data, other, optimiser, epochs, runs);
  }

  LabOptions with(Optimiser other) {
    return new LabOptions(data, net, other, epochs, runs);
  }

  /// With another kind of optimiser, at its usual rate.
  LabOptions withAdam(boolean adam) {
    double decay = optimiser.decay();
    return with(adam ? new Optimiser.Adam(data.rate()).withDecay(decay) : SGD.withDecay(decay));
  }

  boolean isAdam() {
    return optimiser instanceof Optimiser.Adam;
  }

  LabOptions withEpochs(int other) {
    return new LabOptions(data, net, optimiser, other, runs);
  }

  /// With other runs.
  LabOptions with(List<LabRun> others) {
    return new LabOptions(data, net, optimiser, epochs, others);
  }

  /// With another run k.
  LabOptions with(int k, UnaryOperator<LabRun> change) {
    List<LabRun> changed = new ArrayList<>(runs);
    changed.set(k, change.apply(changed.get(k)));
    return with(changed);
  }

  /// With one run more: Mixup by an α that no run has yet.
  LabOptions withAnother() {
    List<LabRun> more = new ArrayList<>(runs);
    ALPHAS.stream()
        .map(alpha -> LabRun.of(new Mixup(alpha)))
        .filter(run -> !runs.contains(run))
        .findFirst()
        .ifPresent(more::add);
    return with(more);
  }

  /// Without run k.
  LabOptions without(int k) {
    List<LabRun> fewer = new ArrayList<>(runs);
    fewer.remove(k);
    return with(fewer);
  }

  /// What each run does.
  List<Experiment> experiments() {
    NetSpec spec = NetSpec.of(net, data.shape(), data.classes());
    return runs.stream()
        .map(
            run -> {
              @Nullable Policy policy = run.policy();
              return new Experiment(Mixings.name(policy), spec, optimiser, policy, 0, BATCH);
            })
        .toList();
  }
}
