package org.mixoscope.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Memory that is used again for mix after mix, so that a long run allocates nothing per sample. A
/// composition made with a workspace may lie in it, and is good until the next one is made with the
/// same workspace. For one thread at a time.
public final class Workspace {
  private final Map<String, float[]> floats = new HashMap<>();
  private final Map<String, double[]> doubles = new HashMap<>();
  private final Map<String, byte[]> bytes = new HashMap<>();
  private final Map<String, int[]> ints = new HashMap<>();
  private final Map<String, Object> contents = new HashMap<>();

  /// Exactly `n` floats under a name; they hold what was last written there, if `n` was the same.
  public float[] floats(String name, int n) {
    return exactly(n, name, floats, kept -> kept.length, float[]::new);
  }

  /// Exactly `n` doubles under a name; like [#floats(String, int)].
  public double[] doubles(String name, int n) {
    return exactly(n, name, doubles, kept -> kept.length, double[]::new);
  }

  /// Exactly `n` bytes under a name; like [#floats(String, int)].
  public byte[] bytes(String name, int n) {
    return exactly(n, name, bytes, kept -> kept.length, byte[]::new);
  }

  /// Exactly `n` ints under a name; like [#floats(String, int)].
  public int[] ints(String name, int n) {
    return exactly(n, name, ints, kept -> kept.length, int[]::new);
  }

  private <T> T exactly(
      int n, String name, Map<String, T> memory, ToIntFunction<T> length, IntFunction<T> fresh) {
    T kept = memory.get(name);
    if (kept == null || length.applyAsInt(kept) != n) {
      kept = fresh.apply(n);
      memory.put(name, kept);
      contents.remove(name);
    }
    return kept;
  }

  /// Whether the memory under a name still holds what was noted for an equal key, so that it need
  /// not be computed again.
  public boolean holds(String name, Object key) {
    return Objects.equals(contents.get(name), key);
  }

  /// Notes what the memory under a name holds now; null for nothing of use.
  public void note(String name, @Nullable Object key) {
    if (key == null) {
      contents.remove(name);
    } else {
      contents.put(name, key);
    }
  }
}
