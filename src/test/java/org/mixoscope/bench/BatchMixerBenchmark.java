package org.mixoscope.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.mixoscope.kernel.batch.Granularity;
import org.mixoscope.kernel.batch.Pairing;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.tensor.BatchMixer;
import org.mixoscope.tensor.MixedBatch;
import org.nd4j.linalg.api.buffer.DataType;
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

/// A batch of 64×3×224×224 as ND4J has it, into given arrays, on all processors: what a decision
/// for every sample costs beside one for the batch. Drawing and labels are included.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class BatchMixerBenchmark {
  private static final int BATCHES = 4;
  private static final int CLASSES = 1000;

  /// What is mixed.
  @Param({"FLOAT", "UINT8"})
  public String type = "FLOAT";

  /// How.
  @Param({"mixup", "cutmix"})
  public String method = "mixup";

  private final List<INDArray> images = new ArrayList<>();
  private final List<INDArray> outImages = new ArrayList<>();
  private INDArray labels = Nd4j.empty();
  private INDArray outLabels = Nd4j.empty();
  private final Map<Granularity, BatchMixer> mixers = new EnumMap<>(Granularity.class);
  private long batch;

  /// Fills the batches.
  @Setup
  public void fill() {
    DataType dataType = type.equals("FLOAT") ? DataType.FLOAT : DataType.UINT8;
    for (int b = 0; b < BATCHES; b++) {
      INDArray filled = Nd4j.rand(DataType.FLOAT, 64, 3, 224, 224).muli(255).castTo(dataType);
      images.add(filled);
      outImages.add(filled.ulike());
    }
    labels = Nd4j.arange(64).castTo(DataType.INT32);
    outLabels = Nd4j.create(DataType.FLOAT, 64, CLASSES);
    Policy policy = Policy.of(method.equals("mixup") ? new Mixup(1) : new CutMix(1));
    for (Granularity granularity : Granularity.values()) {
      Policy by = policy.with(granularity, Pairing.FLIP);
      mixers.put(granularity, new BatchMixer(by, 1).withClasses(CLASSES));
    }
  }

  /// The baseline: the batch, copied by ND4J.
  @Benchmark
  public INDArray assign() {
    int set = (int) (batch++ % BATCHES);
    return outImages.get(set).assign(images.get(set));
  }

  /// One λ or box for the batch.
  @Benchmark
  @ComparedTo("assign")
  public MixedBatch perBatch() {
    return mix(Granularity.BATCH);
  }

  /// One for every sample.
  @Benchmark
  @ComparedTo("perBatch")
  public MixedBatch perElement() {
    return mix(Granularity.ELEMENT);
  }

  /// One for every pair.
  @Benchmark
  @ComparedTo("perBatch")
  public MixedBatch perPair() {
    return mix(Granularity.PAIR);
  }

  private MixedBatch mix(Granularity granularity) {
    int set = (int) (batch++ % BATCHES);
    return Objects.requireNonNull(mixers.get(granularity))
        .mixInto(images.get(set), labels, 0, batch, outImages.get(set), outLabels);
  }
}
