package org.mixoscope.kernel;

/// How one axis is resized: which source elements go into every output element, and with which
/// weights. The same number for each, so that loops over them are plain; where fewer are needed,
/// the last one comes several times with its weight in parts. A weight of 0 would not do: 0 · ∞ is
/// no number.
final class Taps {
  private static final double HALF = 0.5;

  /// Taps of all outputs of an axis are at most this many times its pixels.
  private static final int MOST_PER_PIXEL = 3;

  private final int size;
  private final int count;
  private final int stride;
  private final int copies;
  private final int[] indices;
  private final float[] weights;

  /// What taps follow from: those of the next picture of a batch are often the same.
  private record Axis(Resampling resampling, Span span, int size, int stride, int copies) {}

  /// @param span which pixels before
  /// @param size pixels after
  /// @param stride elements of a pixel, which are resized each by itself
  /// @param copies how many of them have taps of their own; for the others, loops add 1, 2, …
  /// @param name of the memory in the workspace
  /// @param room the most pixels that there may be, before or after
  Taps(
      Resampling resampling,
      Span span,
      int size,
      int stride,
      int copies,
      String name,
      int room,
      Workspace workspace) {
    this.size = size;
    this.stride = stride;
    this.copies = copies;
    int from = span.pixels();
    count =
        switch (resampling) {
          case NEAREST -> 1;
          case BILINEAR -> 2;
          case AREA -> mostCovered(span, size);
        };
    indices = workspace.ints(name, MOST_PER_PIXEL * room * copies);
    weights = workspace.floats(name, MOST_PER_PIXEL * room * copies);
    Axis axis = new Axis(resampling, span, size, stride, copies);
    if (!workspace.holds(name, axis)) {
      fill(resampling, span, from);
      workspace.note(name, axis);
    }
  }

  private void fill(Resampling resampling, Span span, int from) {
    for (int i = 0; i < size; i++) {
      switch (resampling) {
        case NEAREST -> put(i, 0, (int) ((2L * i + 1) * from / (2L * size)), 1);
        case BILINEAR -> putNeighbours(i, from);
        case AREA -> putCovered(i, span);
      }
    }
  }

  /// How many source elements go into each output element.
  int count() {
    return count;
  }

  /// How many output elements have taps.
  int elements() {
    return size * copies;
  }

  /// Source elements: tap t of output element e is at `t · elements() + e`.
  int[] indices() {
    return indices;
  }

  /// Their weights, at the same places; those of an output element sum to 1.
  float[] weights() {
    return weights;
  }

  private void put(int i, int tap, int index, double weight) {
    int at = (tap * size + i) * copies;
    for (int copy = 0; copy < copies; copy++) {
      indices[at + copy] = index * stride + copy;
      weights[at + copy] = (float) weight;
    }
  }

  private void putNeighbours(int i, int from) {
    double at = Math.clamp((i + HALF) * from / size - HALF, 0, from - 1);
    int low = (int) at;
    double part = at - low;
    if (part == 0) {
      put(i, 0, low, HALF);
      put(i, 1, low, HALF);
    } else {
      put(i, 0, low, 1 - part);
      put(i, 1, low + 1, part);
    }
  }

  /// In parts of 1/(size · parts) of a source pixel, output pixel i covers as many as the span has
  /// parts.
  private void putCovered(int i, Span span) {
    long pixel = (long) size * span.parts();
    long start = start(i, span, size);
    long end = start + span.length();
    int tap = 0;
    int first = (int) (start / pixel);
    for (int index = first; index < first + covered(i, span, size); index++) {
      long inside = Math.min(end, (index + 1L) * pixel) - Math.max(start, index * pixel);
      put(i, tap++, index, (double) inside / span.length());
    }
    for (int index = first + tap - 1; tap < count; tap++) {
      double half = HALF * weights[((tap - 1) * size + i) * copies];
      put(i, tap - 1, index, half);
      put(i, tap, index, half);
    }
  }

  private static int mostCovered(Span span, int size) {
    long pixel = (long) size * span.parts();
    if (span.start() == 0 && span.length() % pixel == 0) {
      return (int) (span.length() / pixel);
    }
    int most = 1;
    for (int i = 0; i < size; i++) {
      most = Math.max(most, covered(i, span, size));
    }
    return most;
  }

  private static int covered(int i, Span span, int size) {
    long pixel = (long) size * span.parts();
    long start = start(i, span, size);
    return (int) ((start + span.length() + pixel - 1) / pixel - start / pixel);
  }

  private static long start(int i, Span span, int size) {
    return (long) span.start() * size + (long) i * span.length();
  }
}
