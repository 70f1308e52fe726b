package org.mixoscope.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Pixels;

/// Several batches outside the heap, in one piece of memory each, to be mixed in turn: so that
/// pictures come from memory, as they do from a loader, and not from the cache of the batch before.
///
/// @param batches one segment per batch
/// @param samples the pictures that lie in each
record BatchMemory(List<MemorySegment> batches, List<List<Pixels>> samples) {
  /// None yet.
  static final BatchMemory NONE = new BatchMemory(List.of(), List.of());

  static BatchMemory of(int batches, int size, Frame frame, ElementType type) {
    List<MemorySegment> segments = new ArrayList<>();
    List<List<Pixels>> samples = new ArrayList<>();
    int channels = 3;
    long bytes = frame.pixels() * channels * type.bytes();
    for (int b = 0; b < batches; b++) {
      MemorySegment batch = Arena.ofAuto().allocate(bytes * size, Long.BYTES);
      fill(batch, type);
      List<Pixels> pictures = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        MemorySegment memory = batch.asSlice(i * bytes, bytes);
        pictures.add(new Pixels(memory, frame.height(), frame.width(), channels, type, Layout.CHW));
      }
      segments.add(batch);
      samples.add(List.copyOf(pictures));
    }
    return new BatchMemory(List.copyOf(segments), List.copyOf(samples));
  }

  private static void fill(MemorySegment batch, ElementType type) {
    for (long i = 0; i < batch.byteSize() / type.bytes(); i++) {
      switch (type) {
        case UINT8 -> batch.set(ValueLayout.JAVA_BYTE, i, (byte) (i * 31));
        case UINT16 -> batch.setAtIndex(ValueLayout.JAVA_SHORT, i, (short) (i * 7919));
        case FLOAT32 -> batch.setAtIndex(ValueLayout.JAVA_FLOAT, i, i % 251 / 250f);
        case FLOAT64 -> batch.setAtIndex(ValueLayout.JAVA_DOUBLE, i, i % 251 / 250.0);
      }
    }
  }
}
