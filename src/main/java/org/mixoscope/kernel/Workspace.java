package org.mixoscope.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
    float[] kept = floats.get(name);
    if (kept == null || kept.length != n) {
      kept = new float[n];
      floats.put(name, kept);
      contents.remove(name);
    }
    return kept;
  }

  /// Exactly `n` doubles under a name; like [#floats(String, int)].
  public double[] doubles(String name, int n) {
    double[] kept = doubles.get(name);
    if (kept == null || kept.length != n) {
      kept = new double[n];
      doubles.put(name, kept);
      contents.remove(name);
    }
    return kept;
  }

  /// Exactly `n` bytes under a name; like [#floats(String, int)].
  public byte[] bytes(String name, int n) {
    byte[] kept = bytes.get(name);
    if (kept == null || kept.length != n) {
      kept = new byte[n];
      bytes.put(name, kept);
      contents.remove(name);
    }
    return kept;
  }

  /// Exactly `n` ints under a name; like [#floats(String, int)].
  public int[] ints(String name, int n) {
    int[] kept = ints.get(name);
    if (kept == null || kept.length != n) {
      kept = new int[n];
      ints.put(name, kept);
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
