package org.mixoscope.kernel.method;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;

/// Mixing by a given mask: white keeps A, black shows B, grey blends.
///
/// Formula: `x̃ = A⊙M + B⊙(1−M)`, M within [0, 1]; label weights are mean(M) and 1 − mean(M). What
/// people get wrong: giving the mix the label of B alone, or dividing by the area of the mask.
public record MaskMix() implements Method {
  private static final float WHITE = 255;
  private static final int CHUNK = 1 << 12;
  static final MethodType TYPE =
      new MethodType("mask", 2, Set.of(Trait.MASK, Trait.BLENDS), List.of(), s -> new MaskMix());

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL;
  }

  /// Nothing is random: λ is a placeholder that the mask's mean replaces.
  @Override
  public Draw draw(RandomGenerator random, int sources) {
    return new Draw(0.5, 0.5, 0.5);
  }

  /// @throws IllegalArgumentException if the mask is missing, has more than one channel, or weights
  ///   outside [0, 1]
  @Override
  public Composition compose(Draw draw, Inputs inputs, Workspace workspace) {
    Pixels mask = mask(inputs);
    int pixels = Math.toIntExact(mask.frame().pixels());
    float[] weights = workspace.floats("mask", pixels);
    if (mask.type() == ElementType.FLOAT32) {
      MemorySegment.copy(mask.memory(), ValueLayout.JAVA_FLOAT_UNALIGNED, 0, weights, 0, pixels);
      return new Matte(inputs.frame(), List.of(weights));
    }
    byte[] chunk = workspace.bytes("mask.chunk", CHUNK);
    float[] part = workspace.floats("mask.part", CHUNK);
    for (int at = 0; at < pixels; at += CHUNK) {
      int n = Math.min(CHUNK, pixels - at);
      MemorySegment.copy(mask.memory(), ValueLayout.JAVA_BYTE, at, chunk, 0, n);
      weigh(chunk, part, n);
      System.arraycopy(part, 0, weights, at, n);
    }
    return new Matte(inputs.frame(), List.of(weights));
  }

  /// Byte by byte from the start of two arrays: only so it vectorises, and only of signed bytes.
  private static void weigh(byte[] bytes, float[] weights, int n) {
    for (int i = 0; i < n; i++) {
      bytes[i] ^= Byte.MIN_VALUE;
    }
    for (int i = 0; i < n; i++) {
      weights[i] = (bytes[i] + 128f) / WHITE;
    }
  }

  /// Of bytes: whole numbers are added up, nothing is kept.
  @Override
  public List<Double> shares(Draw draw, Inputs inputs, Workspace workspace) {
    Pixels mask = mask(inputs);
    if (mask.type() != ElementType.UINT8) {
      return compose(draw, inputs, workspace).shares();
    }
    long bytes = mask.byteSize();
    byte[] chunk = workspace.bytes("mask.chunk", CHUNK);
    long sum = 0;
    for (long at = 0; at < bytes; at += CHUNK) {
      int n = (int) Math.min(CHUNK, bytes - at);
      MemorySegment.copy(mask.memory(), ValueLayout.JAVA_BYTE, at, chunk, 0, n);
      sum += sum(chunk, n);
    }
    double share = sum / (double) WHITE / bytes;
    return List.of(share, 1 - share);
  }

  /// Of unsigned bytes, as signed ones less 128: only these vectorise.
  private static int sum(byte[] bytes, int n) {
    for (int i = 0; i < n; i++) {
      bytes[i] ^= Byte.MIN_VALUE;
    }
    int sum = -n * Byte.MIN_VALUE;
    for (int i = 0; i < n; i++) {
      sum += bytes[i];
    }
    return sum;
  }

  private static Pixels mask(Inputs inputs) {
    Pixels mask = inputs.mask();
    if (mask == null || mask.channels() != 1) {
      throw new IllegalArgumentException(
          "mask = %s: needs a picture of one channel".formatted(mask));
    }
    return mask;
  }
}
