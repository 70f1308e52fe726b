package org.mixoscope.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.kernel.batch.SampleMix;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Target;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/// The maps of a batch, which follow what its images are mixed by.
sealed interface MapBatch {
  /// Mixes the maps of a sample. Different samples on different threads.
  ///
  /// @param outcome as the images were mixed; its composition may lie in the workspace
  void mix(int sample, SampleMix mix, Outcome outcome, Workspace workspace);

  /// The maps of all samples, when all are mixed.
  INDArray mixed();

  /// @param maps indices N×H×W of an integer type, or weights N×K×H×W, FLOAT
  /// @param classes K
  /// @param in the images that they belong to
  /// @param samples how many come out
  /// @throws IllegalArgumentException if a shape, a type or an index is wrong
  static MapBatch of(INDArray maps, int classes, ImageBatch in, int samples) {
    Frame frame = in.frame();
    int size = in.samples().size();
    boolean soft = maps.rank() == 4;
    long[] shape = maps.shape();
    boolean fits =
        (soft ? maps.dataType() == DataType.FLOAT && shape[1] == classes : isIndices(maps))
            && shape[0] == size
            && shape[shape.length - 2] == frame.height()
            && shape[shape.length - 1] == frame.width();
    if (!fits) {
      throw new IllegalArgumentException(
          "maps = %s: must be indices [%d, %d, %d] of an integer type or FLOAT [%d, %d, %d, %d]"
              .formatted(
                  Memory.describe(maps),
                  size,
                  frame.height(),
                  frame.width(),
                  size,
                  classes,
                  frame.height(),
                  frame.width()));
    }
    return soft ? Soft.of(maps, samples) : Hard.of(maps, classes, frame, samples);
  }

  private static boolean isIndices(INDArray maps) {
    return maps.rank() == 3 && maps.dataType().isIntType();
  }

  /// A weight for every class at every pixel: mixed like the channels of an image.
  record Soft(INDArray owner, ImageBatch from, INDArray mixed, ImageBatch to) implements MapBatch {
    static Soft of(INDArray maps, int samples) {
      INDArray dense = Memory.dense(maps);
      long[] shape = maps.shape();
      shape[0] = samples;
      INDArray out = Nd4j.createUninitialized(DataType.FLOAT, shape);
      return new Soft(dense, ImageBatch.of("maps", dense), out, ImageBatch.of("maps", out));
    }

    @Override
    public void mix(int sample, SampleMix mix, Outcome outcome, Workspace workspace) {
      List<Pixels> sources = mix.sources().stream().map(from.samples()::get).toList();
      try {
        // Weights are no light: they blend as they are.
        outcome.mix(Blending.SRGB, sources, to.samples().get(sample), workspace);
      } finally {
        Reference.reachabilityFence(owner);
        Reference.reachabilityFence(mixed);
      }
    }
  }

  /// One class for every pixel, as long as no pixels blend.
  final class Hard implements MapBatch {
    private final DataType type;
    private final int classes;
    private final Frame frame;
    private final List<Target> from;
    private final ClassMap[] mixed;

    private Hard(DataType type, int classes, Frame frame, List<Target> from, int samples) {
      this.type = type;
      this.classes = classes;
      this.frame = frame;
      this.from = from;
      mixed = new ClassMap[samples];
    }

    static Hard of(INDArray maps, int classes, Frame frame, int samples) {
      ElementType element =
          ElementType.UINT8.white() >= classes ? ElementType.UINT8 : ElementType.UINT16;
      long[] indices = maps.dup('c').data().asLong();
      int pixels = Math.toIntExact(frame.pixels());
      List<Target> from = new ArrayList<>();
      for (int i = 0; i < indices.length / pixels; i++) {
        MemorySegment memory = MemorySegment.ofArray(new byte[pixels * element.bytes()]);
        for (int at = 0; at < pixels; at++) {
          put(indices[i * pixels + at], classes, element, memory, at, i);
        }
        from.add(
            ClassMap.of(new Pixels(memory, frame.height(), frame.width(), 1, element, Layout.HWC)));
      }
      return new Hard(maps.dataType(), classes, frame, from, samples);
    }

    private static void put(
        long index, int classes, ElementType element, MemorySegment memory, int at, int sample) {
      if (index < 0 || (index >= classes && index != element.white())) {
        throw new IllegalArgumentException(
            "map of sample %d: class %d: must be within [0, %d), or %d for none"
                .formatted(sample, index, classes, element.white()));
      }
      if (element == ElementType.UINT8) {
        memory.set(ValueLayout.JAVA_BYTE, at, (byte) index);
      } else {
        memory.setAtIndex(ValueLayout.JAVA_SHORT_UNALIGNED, at, (short) index);
      }
    }

    @Override
    public void mix(int sample, SampleMix mix, Outcome outcome, Workspace workspace) {
      List<Target> sources = mix.sources().stream().map(from::get).toList();
      mixed[sample] = (ClassMap) outcome.target(sources);
    }

    @Override
    public INDArray mixed() {
      for (ClassMap map : mixed) {
        if (!map.isHard()) {
          return soft();
        }
      }
      int pixels = Math.toIntExact(frame.pixels());
      long[] indices = new long[mixed.length * pixels];
      for (int i = 0; i < mixed.length; i++) {
        Pixels map = mixed[i].indices();
        for (int at = 0; at < pixels; at++) {
          indices[i * pixels + at] = (long) map.element(at);
        }
      }
      return Nd4j.createFromArray(indices)
          .reshape(mixed.length, frame.height(), frame.width())
          .castTo(type);
    }

    private INDArray soft() {
      INDArray out =
          Nd4j.createUninitialized(
              DataType.FLOAT, mixed.length, classes, frame.height(), frame.width());
      MemorySegment memory = Memory.of("maps", out);
      try {
        for (int i = 0; i < mixed.length; i++) {
          MemorySegment soft = MemorySegment.ofArray(mixed[i].soft(classes));
          MemorySegment.copy(
              soft,
              ValueLayout.JAVA_FLOAT,
              0,
              memory,
              ValueLayout.JAVA_FLOAT_UNALIGNED,
              i * soft.byteSize(),
              soft.byteSize() / Float.BYTES);
        }
        return out;
      } finally {
        Reference.reachabilityFence(out);
      }
    }
  }
}
