package org.mixoscope.bench;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.lab.Dl4j;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.Experiment;
import org.mixoscope.lab.NetSpec;
import org.mixoscope.lab.Network;
import org.mixoscope.lab.Optimiser;
import org.mixoscope.lab.Training;
import org.mixoscope.lab.data.Digits;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A step of training on 64 digits of 28×28, by Adam: ours on one thread, with and without making
/// the batch by Mixup, beside Deeplearning4j on as many as it takes.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class TrainingBenchmark {
  private static final int BATCH = 64;
  private static final double RATE = 1e-3;

  /// What is trained.
  @Param({"784-128-10", "cnn"})
  public String net = "cnn";

  private @Nullable Training plain;
  private @Nullable Training mixed;
  private @Nullable MultiLayerNetwork other;
  private INDArray images = Nd4j.empty();
  private INDArray labels = Nd4j.empty();

  /// Makes the networks, with the same weights.
  @Setup
  public void make() {
    Examples digits = Digits.read().some(10 * BATCH, 1);
    NetSpec spec = NetSpec.of(net, digits.shape(), digits.classes());
    Experiment none = new Experiment("none", spec, new Optimiser.Adam(RATE), null, 0, BATCH);
    plain = new Training(none, digits, 1);
    mixed = new Training(none.mixedBy("mixup", Policy.of(new Mixup(1))), digits, 1);
    Network network = new Network(spec, 1);
    other = Dl4j.of(network, Dl4j.adam(RATE));
    Training first = new Training(none, digits, 1);
    first.step();
    images = Dl4j.inputs(network, first.seen().inputs());
    labels = Nd4j.create(first.seen().labels());
  }

  /// Deeplearning4j, on a batch that is there.
  @Benchmark
  public double dl4j() {
    Objects.requireNonNull(other).fit(images, labels);
    return other.score();
  }

  /// Ours, without mixing.
  @Benchmark
  @ComparedTo("dl4j")
  public Network.Pass step() {
    return Objects.requireNonNull(plain).step();
  }

  /// Ours, on a batch of Mixup.
  @Benchmark
  @ComparedTo("step")
  public Network.Pass mixedStep() {
    return Objects.requireNonNull(mixed).step();
  }
}
