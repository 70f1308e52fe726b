package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;

/// A chunk of weighted sums: `Σ weight · element`, in the light that is blended in.
sealed interface WeightedSum permits Uint8Sum, Uint16Sum, Float32Sum, Float64Sum {
  /// Begins with zeros.
  void clear();

  /// Adds `n` elements from element `at` on, all with one weight.
  void add(MemorySegment from, long at, double weight, int n);

  /// Adds `n` elements from element `at` on, each with its own weight.
  void add(MemorySegment from, long at, float[] weights, int n);

  /// Writes `n` sums as elements from element `at` on. The sums are gone then.
  void write(MemorySegment to, long at, int n);
}
