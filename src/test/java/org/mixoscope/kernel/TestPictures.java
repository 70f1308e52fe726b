package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random pictures and compositions, and one picture in other memory.
public final class TestPictures {
  private TestPictures() {}

  /// A random picture in heap memory: any whole number, or any single within [0, 1).
  public static Pixels random(
      Random random, Frame frame, int channels, ElementType type, Layout layout) {
    Pixels pixels = empty(frame, channels, type, layout);
    for (long i = 0; i < pixels.elements(); i++) {
      float value =
          switch (type) {
            case UINT8 -> (byte) random.nextInt() & 0xFF;
            case UINT16 -> (char) random.nextInt();
            case FLOAT32, FLOAT64 -> random.nextFloat();
          };
      put(pixels, i, value);
    }
    return pixels;
  }

  /// Sets one element, counted in the order of the memory.
  public static void put(Pixels pixels, long element, float value) {
    MemorySegment memory = pixels.memory();
    switch (pixels.type()) {
      case UINT8 -> memory.set(ValueLayout.JAVA_BYTE, element, (byte) value);
      case UINT16 -> memory.set(ValueLayout.JAVA_CHAR_UNALIGNED, 2 * element, (char) value);
      case FLOAT32 -> memory.set(ValueLayout.JAVA_FLOAT_UNALIGNED, 4 * element, value);
      case FLOAT64 -> memory.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, 8 * element, value);
    }
  }

  /// Sets one channel value of one pixel.
  public static void put(Pixels pixels, int y, int x, int channel, float value) {
    long element =
        switch (pixels.layout()) {
          case HWC -> ((long) y * pixels.width() + x) * pixels.channels() + channel;
          case CHW -> ((long) channel * pixels.height() + y) * pixels.width() + x;
        };
    put(pixels, element, value);
  }

  /// Several random pictures of one shape.
  public static List<Pixels> random(
      Random random, int count, Frame frame, int channels, ElementType type, Layout layout) {
    List<Pixels> pictures = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      pictures.add(random(random, frame, channels, type, layout));
    }
    return pictures;
  }

  /// Any bits at all: float32 elements may be infinite, −0 or no number, with any payload.
  public static Pixels bits(
      Random random, Frame frame, int channels, ElementType type, Layout layout) {
    byte[] bytes = new byte[(int) (frame.pixels() * channels * type.bytes())];
    random.nextBytes(bytes);
    return over(MemorySegment.ofArray(bytes), frame, channels, type, layout);
  }

  /// A black picture in heap memory.
  public static Pixels empty(Frame frame, int channels, ElementType type, Layout layout) {
    byte[] bytes = new byte[(int) (frame.pixels() * channels * type.bytes())];
    return over(MemorySegment.ofArray(bytes), frame, channels, type, layout);
  }

  /// A picture over the given memory.
  public static Pixels over(
      MemorySegment memory, Frame frame, int channels, ElementType type, Layout layout) {
    return new Pixels(memory, frame.height(), frame.width(), channels, type, layout);
  }

  /// The same shape, type and layout over other memory.
  public static Pixels over(MemorySegment memory, Pixels like) {
    return over(memory, like.frame(), like.channels(), like.type(), like.layout());
  }

  /// The same picture in memory that throws when written to.
  public static Pixels readOnly(Pixels pixels) {
    return over(pixels.memory().asReadOnly(), pixels);
  }

  /// The bytes of a picture, copied.
  public static byte[] bytes(Pixels pixels) {
    return pixels.memory().asSlice(0, pixels.byteSize()).toArray(ValueLayout.JAVA_BYTE);
  }

  /// Random weights that sum to 1, for the whole frame.
  public static Blend blend(Random random, Frame frame, int sources) {
    double[] parts = random.doubles(sources, 0.01, 1).toArray();
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    List<Double> weights = new ArrayList<>();
    for (double part : parts) {
      weights.add(part / sum);
    }
    return new Blend(frame, weights);
  }

  /// Random overlapping boxes of random sources, empty ones among them.
  public static Patchwork patchwork(Random random, Frame frame, int sources, int patches) {
    List<Patch> all = new ArrayList<>();
    all.add(new Patch(random.nextInt(sources), Box.of(frame)));
    for (int i = 0; i < patches; i++) {
      all.add(new Patch(random.nextInt(sources), box(random, frame)));
    }
    return new Patchwork(frame, sources, all);
  }

  /// A random box inside a frame; it may be empty.
  public static Box box(Random random, Frame frame) {
    int x1 = random.nextInt(frame.width() + 1);
    int y1 = random.nextInt(frame.height() + 1);
    return new Box(
        x1,
        y1,
        x1 + random.nextInt(frame.width() - x1 + 1),
        y1 + random.nextInt(frame.height() - y1 + 1));
  }

  /// Random weights of every pixel; some pixels belong to one source alone.
  public static Matte matte(Random random, Frame frame, int planes) {
    List<float[]> all = new ArrayList<>();
    for (int k = 0; k < planes; k++) {
      all.add(new float[(int) frame.pixels()]);
    }
    for (int pixel = 0; pixel < frame.pixels(); pixel++) {
      boolean alone = random.nextInt(4) == 0;
      int owner = random.nextInt(planes + 1);
      float left = 1;
      for (int k = 0; k < planes; k++) {
        float weight = alone ? k == owner ? 1 : 0 : left * random.nextFloat();
        all.get(k)[pixel] = weight;
        left -= weight;
      }
    }
    return new Matte(frame, all);
  }
}
