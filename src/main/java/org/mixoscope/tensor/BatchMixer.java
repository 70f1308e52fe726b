package org.mixoscope.tensor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Bytes;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.BatchPlanner;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.kernel.batch.SampleMix;
import org.mixoscope.kernel.method.Inputs;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/// Mixes the batches of a training run: images N×C×H×W of type FLOAT, UINT16 or UINT8, labels as
/// class indices, one-hot or soft.
///
/// What is drawn depends on seed, epoch and batch number alone, so a run can be repeated or resumed
/// at any batch, on any number of threads, to the same bytes. The pixels are those that the screen
/// and the command line give. Labels are mixed after smoothing, as timm does. It may be used by
/// several threads.
public final class BatchMixer {
  private final BatchPlanner planner;
  private final long seed;
  private final int classes;
  private final double smoothing;
  private final boolean parallel;
  private final Queue<Workspace> workspaces = new ConcurrentLinkedQueue<>();
  private final Queue<MemorySegment> copies = new ConcurrentLinkedQueue<>();
  private final Queue<double[][]> labelRows = new ConcurrentLinkedQueue<>();

  private BatchMixer(
      BatchPlanner planner, long seed, int classes, double smoothing, boolean parallel) {
    this.planner = planner;
    this.seed = seed;
    this.classes = classes;
    this.smoothing = SoftLabels.requireSmoothing(smoothing);
    this.parallel = parallel;
  }

  /// For one-hot or soft labels, without smoothing, on all processors.
  ///
  /// @param planner decides what is mixed with what, and how: a policy or a profile
  /// @param seed key of every draw
  public BatchMixer(BatchPlanner planner, long seed) {
    this(planner, seed, 0, 0, true);
  }

  /// For labels that are class indices.
  ///
  /// @param newClasses K, at least 1
  /// @throws IllegalArgumentException if it is below 1
  public BatchMixer withClasses(int newClasses) {
    if (newClasses < 1) {
      throw new IllegalArgumentException("classes = " + newClasses + ": must be at least 1");
    }
    return new BatchMixer(planner, seed, newClasses, smoothing, parallel);
  }

  /// With label smoothing: `(1 − ε) · label + ε/K`.
  ///
  /// @param newSmoothing ε within [0, 1)
  /// @throws IllegalArgumentException if it is not
  public BatchMixer withSmoothing(double newSmoothing) {
    return new BatchMixer(planner, seed, classes, newSmoothing, parallel);
  }

  /// On the calling thread alone.
  public BatchMixer onOneThread() {
    return new BatchMixer(planner, seed, classes, smoothing, false);
  }

  /// Mixes into new arrays.
  ///
  /// @param images N×C×H×W, FLOAT, UINT16 or UINT8. Not modified
  /// @param labels N or N×1 class indices of an integer type, or N×K. Not modified
  /// @param epoch from 0
  /// @param batch number of the batch within its epoch, from 0
  /// @throws IllegalArgumentException if a shape, a type or a label is wrong
  public MixedBatch mix(INDArray images, INDArray labels, long epoch, long batch) {
    INDArray dense = Memory.dense(images);
    Job job = prepare(dense, labels, epoch, batch);
    return run(job, dense, images, Beside.NOTHING);
  }

  /// Mixes into new arrays, and the maps of classes with the images: pixel for pixel by the same
  /// composition.
  ///
  /// Indices N×H×W stay such, of the same type, as long as no pixels of the batch blend: they are
  /// taken from the source that the pixel is from. Where pixels blend, the maps of the whole batch
  /// come out as weights N×K×H×W. Who wants one form for all batches gives weights.
  ///
  /// @param images as for [#mix]. Not modified
  /// @param labels as for [#mix]. Not modified
  /// @param maps class indices N×H×W of an integer type, 255 for no class (65535 where there are
  ///   more than 255 classes); or weights N×K×H×W, FLOAT. Not modified
  /// @param mapClasses K of the maps, at least 1
  /// @param epoch from 0
  /// @param batch number of the batch within its epoch, from 0
  /// @return maps where a pixel without a class has weight 0 in all of them, or its index
  /// @throws IllegalArgumentException if a shape, a type, a label or an index is wrong
  public MappedBatch mixWithMaps(
      INDArray images, INDArray labels, INDArray maps, int mapClasses, long epoch, long batch) {
    INDArray dense = Memory.dense(images);
    Job job = prepare(dense, labels, epoch, batch);
    MapBatch beside = MapBatch.of(maps, mapClasses, job.images, job.plan.size());
    MixedBatch mixed = run(job, dense, images, beside::mix);
    return new MappedBatch(mixed, beside.mixed());
  }

  /// What follows the images of a sample.
  private interface Beside {
    Beside NOTHING = (sample, mix, outcome, workspace) -> {};

    /// @param outcome as the images were mixed; its composition may lie in the workspace
    void mix(int sample, SampleMix mix, Outcome outcome, Workspace workspace);
  }

  /// @param images of which there are new ones. Not modified
  private MixedBatch run(Job job, INDArray dense, INDArray images, Beside beside) {
    long[] shape = images.shape();
    shape[0] = job.plan.size();
    INDArray outImages = Nd4j.createUninitialized(images.dataType(), shape);
    INDArray outLabels = Nd4j.createUninitialized(DataType.FLOAT, shape[0], job.classes());
    return run(job, job.images, dense, outImages, outLabels, beside);
  }

  /// Mixes into given arrays.
  ///
  /// @param images as for [#mix]. Not modified
  /// @param labels as for [#mix]. Not modified
  /// @param epoch from 0
  /// @param batch number of the batch within its epoch, from 0
  /// @param outImages of the type and shape of the images that come out, dense in c order, sharing
  ///   no memory with the images. Modified
  /// @param outLabels FLOAT N×K, dense in c order. Modified
  /// @throws IllegalArgumentException if a shape, a type, an order or a label is wrong
  public MixedBatch mixInto(
      INDArray images,
      INDArray labels,
      long epoch,
      long batch,
      INDArray outImages,
      INDArray outLabels) {
    INDArray dense = Memory.dense(images);
    Job job = prepare(dense, labels, epoch, batch);
    MemorySegment out = Memory.of("outImages", outImages);
    if (out.asOverlappingSlice(job.images.memory()).isPresent()) {
      throw new IllegalArgumentException(
          "outImages: shares memory with the images, see mixInPlace");
    }
    return run(job, job.images, dense, outImages, outLabels, Beside.NOTHING);
  }

  /// Mixes the images where they are.
  ///
  /// @param images as for [#mix], dense in c order. Modified
  /// @param labels FLOAT N×K, dense in c order. Modified
  /// @param epoch from 0
  /// @param batch number of the batch within its epoch, from 0
  /// @return with the arrays that were given
  /// @throws IllegalArgumentException if a shape, a type, an order or a label is wrong, or fewer
  ///   samples would come out than went in
  public MixedBatch mixInPlace(INDArray images, INDArray labels, long epoch, long batch) {
    Job job = prepare(images, labels, epoch, batch);
    MemorySegment kept = copies.poll();
    if (kept == null || kept.byteSize() < job.images.memory().byteSize()) {
      kept = Arena.ofAuto().allocate(job.images.memory().byteSize());
    }
    ImageBatch before = job.images.in(kept);
    Bytes.copy(job.images.memory(), 0, kept, 0, job.images.memory().byteSize());
    MixedBatch mixed = run(job, before, images, images, labels, Beside.NOTHING);
    copies.add(kept);
    return mixed;
  }

  private Job prepare(INDArray images, INDArray labels, long epoch, long batch) {
    ImageBatch in = ImageBatch.of("images", images);
    int size = in.samples().size();
    int count = Labels.count(labels, size, classes);
    double[][] kept = labelRows.poll();
    double[][] rows =
        kept == null || kept.length != size || kept[0].length != count
            ? new double[size][count]
            : kept;
    Labels.read(labels, smoothing, rows);
    return new Job(in, rows, planner.plan(size, in.frame(), seed, epoch, batch));
  }

  /// @param labels of the samples as they come in, N×K
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Job(ImageBatch images, double[][] labels, List<SampleMix> plan) {
    int classes() {
      return labels[0].length;
    }
  }

  /// @param from the images as they were
  /// @param owner of the memory that they lie in
  private MixedBatch run(
      Job job,
      ImageBatch from,
      INDArray owner,
      INDArray outImages,
      INDArray outLabels,
      Beside beside) {
    ImageBatch to = ImageBatch.of("outImages", outImages);
    int samples = job.plan.size();
    if (to.samples().size() != samples) {
      throw new IllegalArgumentException(
          "outImages = %s: %d samples come out".formatted(Memory.describe(outImages), samples));
    }
    if (outLabels.dataType() != DataType.FLOAT
        || outLabels.rank() != 2
        || outLabels.size(0) != samples
        || outLabels.size(1) != job.classes()) {
      throw new IllegalArgumentException(
          "outLabels = %s: must be FLOAT [%d, %d]"
              .formatted(Memory.describe(outLabels), samples, job.classes()));
    }
    MemorySegment rows = Memory.of("outLabels", outLabels);
    try {
      IntStream indices = IntStream.range(0, samples);
      List<Drawn> drawn =
          (parallel ? indices.parallel() : indices)
              .mapToObj(i -> mixOne(job, from, i, to.samples().get(i), rows, beside))
              .toList();
      labelRows.add(job.labels);
      return new MixedBatch(outImages, outLabels, drawn);
    } finally {
      Reference.reachabilityFence(owner);
      Reference.reachabilityFence(outImages);
      Reference.reachabilityFence(outLabels);
    }
  }

  private Drawn mixOne(
      Job job, ImageBatch from, int sample, Pixels out, MemorySegment rows, Beside beside) {
    SampleMix mix = job.plan.get(sample);
    List<Pixels> sources = mix.sources().stream().map(from.samples()::get).toList();
    Workspace idle = workspaces.poll();
    Workspace workspace = idle == null ? new Workspace() : idle;
    Inputs inputs = new Inputs(from.frame(), sources, null);
    Outcome outcome = mix.apply(inputs, workspace);
    outcome.mix(Blending.SRGB, sources, out, workspace);
    beside.mix(sample, mix, outcome, workspace);
    List<double[]> labels = mix.sources().stream().map(k -> job.labels[k]).toList();
    double[] label = workspace.doubles("label", job.classes());
    SoftLabels.mix(labels, outcome.weights().label().subList(0, labels.size()), label);
    Labels.write(label, rows, sample);
    workspaces.add(workspace);
    return new Drawn(mix, outcome.weights(), outcome.paste());
  }
}
