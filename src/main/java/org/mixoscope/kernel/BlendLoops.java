package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;

/// The loops that blend. They run over chunks that stay in the first-level cache: whoever owns the
/// memory, the arithmetic is done on small heap arrays, which the compiler vectorises.
final class BlendLoops {
  private static final int CHUNK = 4096;

  /// Adding and subtracting 1.5·2²³ rounds a float of small magnitude half to even, as `rint` does,
  /// and unlike `rint` vectorises.
  private static final float ROUND = 0x1.8p23f;

  private BlendLoops() {}

  static void blend(Blend blend, Blending blending, List<Pixels> sources, Pixels out) {
    float[] weights = new float[sources.size()];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = blend.weights().get(k).floatValue();
    }
    int alone = indexOfOne(weights);
    if (alone >= 0) {
      MemorySegment.copy(sources.get(alone).memory(), 0, out.memory(), 0, out.byteSize());
    } else if (out.type() == ElementType.UINT8
        && blending == Blending.SRGB
        && weights.length == 2) {
      blendBytes(sources.getFirst(), weights[0], sources.getLast(), weights[1], out);
    } else {
      blendChunks(
          blending, sources, out, (k, start, into, n) -> Arrays.fill(into, 0, n, weights[k]));
    }
  }

  static void blend(Matte matte, Blending blending, List<Pixels> sources, Pixels out) {
    long pixels = matte.frame().pixels();
    int channels = out.channels();
    boolean planar = out.layout() == Layout.CHW;
    blendChunks(
        blending,
        sources,
        out,
        (k, start, into, n) -> {
          for (int i = 0; i < n; i++) {
            long element = start + i;
            int pixel = (int) (planar ? element % pixels : element / channels);
            into[i] = k < matte.planes().size() ? matte.planes().get(k)[pixel] : matte.rest(pixel);
          }
        });
    if (out.type() == ElementType.FLOAT32) {
      copyAlone(matte, sources, out);
    }
  }

  /// Copies the pixels that one source has alone. Bytes come back from any light as they were, but
  /// floats would not; nor would −0, or a number beside a source that has none there.
  private static void copyAlone(Matte matte, List<Pixels> sources, Pixels out) {
    long pixels = matte.frame().pixels();
    boolean planar = out.layout() == Layout.CHW;
    for (int pixel = 0; pixel < pixels; pixel++) {
      int alone = matte.alone(pixel);
      if (alone >= 0) {
        MemorySegment from = sources.get(alone).memory();
        for (int channel = 0; channel < out.channels(); channel++) {
          long element =
              planar ? channel * pixels + pixel : (long) pixel * out.channels() + channel;
          int bits = from.get(ValueLayout.JAVA_INT_UNALIGNED, element * Float.BYTES);
          out.memory().set(ValueLayout.JAVA_INT_UNALIGNED, element * Float.BYTES, bits);
        }
      }
    }
  }

  /// Weights of a source for `n` elements from element `start` on.
  private interface Weights {
    void fill(int source, long start, float[] into, int n);
  }

  private static int indexOfOne(float[] weights) {
    for (int k = 0; k < weights.length; k++) {
      if (weights[k] == 1) {
        return k;
      }
    }
    return -1;
  }

  /// A pair of uint8 sources, four values to an int.
  private static void blendBytes(Pixels a, float wa, Pixels b, float wb, Pixels out) {
    int[] x = new int[CHUNK];
    int[] y = new int[CHUNK];
    int[] mixed = new int[CHUNK];
    MemorySegment xs = MemorySegment.ofArray(x);
    MemorySegment ys = MemorySegment.ofArray(y);
    MemorySegment mixedBytes = MemorySegment.ofArray(mixed);
    long bytes = out.byteSize();
    for (long at = 0; at < bytes; at += (long) CHUNK * Integer.BYTES) {
      long n = Math.min((long) CHUNK * Integer.BYTES, bytes - at);
      int ints = (int) ((n + Integer.BYTES - 1) / Integer.BYTES);
      MemorySegment.copy(a.memory(), at, xs, 0, n);
      MemorySegment.copy(b.memory(), at, ys, 0, n);
      Arrays.fill(mixed, 0, ints, 0);
      for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
        blendLane(x, wa, y, wb, mixed, ints, shift);
      }
      MemorySegment.copy(mixedBytes, 0, out.memory(), at, n);
    }
  }

  /// One byte of every int. A loop over all four at once is too much for the compiler to vectorise,
  /// and takes four times as long as four loops.
  private static void blendLane(
      int[] x, float wa, int[] y, float wb, int[] mixed, int n, int shift) {
    for (int i = 0; i < n; i++) {
      float sum = (x[i] >>> shift & 0xFF) * wa + (y[i] >>> shift & 0xFF) * wb;
      mixed[i] |= round(sum) << shift;
    }
  }

  private static int round(float value) {
    return (int) ((value + ROUND) - ROUND);
  }

  /// Any number of sources, any type and light: read as floats, weigh, add, write.
  private static void blendChunks(
      Blending blending, List<Pixels> sources, Pixels out, Weights weights) {
    Values values = Values.of(out.type(), blending);
    float[] sum = new float[CHUNK];
    float[] value = new float[CHUNK];
    float[] weight = new float[CHUNK];
    for (long at = 0; at < out.elements(); at += CHUNK) {
      int n = (int) Math.min(CHUNK, out.elements() - at);
      Arrays.fill(sum, 0);
      for (int k = 0; k < sources.size(); k++) {
        values.read(sources.get(k).memory(), at, value, n);
        weights.fill(k, at, weight, n);
        for (int i = 0; i < n; i++) {
          sum[i] += value[i] * weight[i];
        }
      }
      values.write(sum, out.memory(), at, n);
    }
  }

  /// How elements become the floats that are blended, and back.
  private enum Values {
    BYTES {
      @Override
      void read(MemorySegment from, long at, float[] into, int n) {
        for (int i = 0; i < n; i++) {
          into[i] = from.get(ValueLayout.JAVA_BYTE, at + i) & 0xFF;
        }
      }

      @Override
      void write(float[] from, MemorySegment to, long at, int n) {
        for (int i = 0; i < n; i++) {
          to.set(ValueLayout.JAVA_BYTE, at + i, (byte) round(from[i]));
        }
      }
    },
    LINEAR_BYTES {
      @Override
      void read(MemorySegment from, long at, float[] into, int n) {
        for (int i = 0; i < n; i++) {
          into[i] = SrgbCurve.decode(from.get(ValueLayout.JAVA_BYTE, at + i) & 0xFF);
        }
      }

      @Override
      void write(float[] from, MemorySegment to, long at, int n) {
        for (int i = 0; i < n; i++) {
          to.set(ValueLayout.JAVA_BYTE, at + i, SrgbCurve.encode(from[i]));
        }
      }
    },
    FLOATS {
      @Override
      void read(MemorySegment from, long at, float[] into, int n) {
        MemorySegment.copy(from, ValueLayout.JAVA_FLOAT_UNALIGNED, at * Float.BYTES, into, 0, n);
      }

      @Override
      void write(float[] from, MemorySegment to, long at, int n) {
        MemorySegment.copy(from, 0, to, ValueLayout.JAVA_FLOAT_UNALIGNED, at * Float.BYTES, n);
      }
    },
    LINEAR_FLOATS {
      @Override
      void read(MemorySegment from, long at, float[] into, int n) {
        FLOATS.read(from, at, into, n);
        for (int i = 0; i < n; i++) {
          into[i] = (float) SrgbCurve.toLinear(into[i]);
        }
      }

      @Override
      void write(float[] from, MemorySegment to, long at, int n) {
        for (int i = 0; i < n; i++) {
          from[i] = (float) SrgbCurve.toEncoded(from[i]);
        }
        FLOATS.write(from, to, at, n);
      }
    };

    static Values of(ElementType type, Blending blending) {
      boolean linear = blending == Blending.LINEAR_LIGHT;
      return switch (type) {
        case UINT8 -> linear ? LINEAR_BYTES : BYTES;
        case FLOAT32 -> linear ? LINEAR_FLOATS : FLOATS;
      };
    }

    abstract void read(MemorySegment from, long at, float[] into, int n);

    /// May use `from` as scratch.
    abstract void write(float[] from, MemorySegment to, long at, int n);
  }
}
