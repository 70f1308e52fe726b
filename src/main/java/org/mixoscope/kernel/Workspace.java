package org.mixoscope.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Memory that is used again for mix after mix, so that a long run allocates nothing per sample. A
/// composition made with a workspace may lie in it, and is good until the next one is made with the
/// same workspace. For one thread at a time, which may have others help it.
public final class Workspace {
  private final Map<String, float[]> floats = new HashMap<>();
  private final Map<String, double[]> doubles = new HashMap<>();
  private final Map<String, byte[]> bytes = new HashMap<>();
  private final Map<String, short[]> shorts = new HashMap<>();
  private final Map<String, int[]> ints = new HashMap<>();
  private final Map<String, Object> contents = new HashMap<>();
  private final List<Workspace> helpers;

  /// For one thread alone, as where every thread has a sample of its own.
  public Workspace() {
    this(1);
  }

  /// For one large picture at a time, as on a screen: parts of it are mixed side by side, to the
  /// same bytes.
  ///
  /// @param threads how many work on a picture, at least 1; the others are of the common pool
  public Workspace(int threads) {
    helpers = Stream.generate(Workspace::new).limit(threads - 1L).toList();
  }

  /// Some of the work, from a number to before another.
  @FunctionalInterface
  interface Part {
    /// @param own what this part may work in
    void run(int from, int to, Workspace own);
  }

  /// Does work from 0 to before `n` in parts that do not depend on each other.
  ///
  /// @param least with less than this a part is not worth a thread
  void split(int n, int least, Part part) {
    int parts = Math.clamp(n / Math.max(1, least), 1, helpers.size() + 1);
    if (parts == 1) {
      part.run(0, n, this);
      return;
    }
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            i ->
                part.run(
                    (int) ((long) n * i / parts),
                    (int) ((long) n * (i + 1) / parts),
                    i == 0 ? this : helpers.get(i - 1)));
  }

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

  /// Exactly `n` shorts under a name; like [#floats(String, int)].
  public short[] shorts(String name, int n) {
    return exactly(n, name, shorts, kept -> kept.length, short[]::new);
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
