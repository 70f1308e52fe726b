package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

/// Pixels in memory that somebody else may own: a heap array, an OpenCV `Mat`, an ND4J array, a
/// screen buffer. Dense and row-major, no padding. The order of colour channels is the owner's
/// affair: mixing treats every channel alike.
///
/// @param memory at least [#byteSize] bytes, of any alignment
/// @param height rows, at least 1
/// @param width columns, at least 1
/// @param channels 1, 3 or 4 as a rule; at least 1
/// @param type uint8, uint16, float32 or float64
/// @param layout HWC or CHW
public record Pixels(
    MemorySegment memory, int height, int width, int channels, ElementType type, Layout layout) {

  /// @throws IllegalArgumentException if a dimension is below 1 or the memory is too small
  public Pixels {
    Require.atLeast("height", height, 1);
    Require.atLeast("width", width, 1);
    Require.atLeast("channels", channels, 1);
    double needed = (double) height * width * channels * type.bytes(); // a long might overflow
    if (memory.byteSize() < needed) {
      throw new IllegalArgumentException(
          "memory = %d bytes: %d×%d×%d %s needs %.0f"
              .formatted(memory.byteSize(), height, width, channels, type, needed));
    }
  }

  /// uint8 HWC pixels over an array, which is shared, not copied.
  public static Pixels of(byte[] hwc, Frame frame, int channels) {
    return new Pixels(
        MemorySegment.ofArray(hwc),
        frame.height(),
        frame.width(),
        channels,
        ElementType.UINT8,
        Layout.HWC);
  }

  /// HWC pixels of one channel on the heap.
  ///
  /// @param values whole numbers within the range of the type, row by row. Not modified
  /// @throws IllegalArgumentException if there are not as many as pixels
  public static Pixels of(int[] values, Frame frame, ElementType type) {
    if (values.length != frame.pixels()) {
      throw new IllegalArgumentException("values = %d: %s".formatted(values.length, frame));
    }
    MemorySegment memory = Elements.allocate(type, values.length);
    for (int i = 0; i < values.length; i++) {
      Elements.set(type, memory, i, values[i]);
    }
    return new Pixels(memory, frame.height(), frame.width(), 1, type, Layout.HWC);
  }

  /// New zeroed heap memory of the same shape, type and layout.
  ///
  /// @throws IllegalArgumentException if that is more than an array can hold (2³¹ − 1 elements)
  public Pixels allocateLike() {
    return allocate(frame());
  }

  /// New zeroed heap memory of the same channels, type and layout.
  Pixels allocate(Frame size) {
    return allocate(size, type);
  }

  private Pixels allocate(Frame size, ElementType elementType) {
    long elements = size.pixels() * channels;
    if (elements > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "%s×%d channels: more than an array can hold; give memory of your own"
              .formatted(size, channels));
    }
    MemorySegment fresh = Elements.allocate(elementType, (int) elements);
    return new Pixels(fresh, size.height(), size.width(), channels, elementType, layout);
  }

  /// Height and width.
  public Frame frame() {
    return new Frame(height, width);
  }

  /// height · width · channels.
  public long elements() {
    return (long) height * width * channels;
  }

  /// Bytes that the pixels take.
  public long byteSize() {
    return elements() * type.bytes();
  }

  /// One channel value: 0…255 for uint8, 0…65535 for uint16, the number itself for floats, of a
  /// double the nearest single. For looking at single pixels; loops read [#memory].
  ///
  /// @throws IndexOutOfBoundsException if the pixel or channel is not there
  public float valueAt(int y, int x, int channel) {
    Objects.checkIndex(y, height);
    Objects.checkIndex(x, width);
    Objects.checkIndex(channel, channels);
    return element(indexOf(y, x, channel));
  }

  /// One element, counted in the order of the memory; what it stands for is as in [#valueAt].
  ///
  /// @throws IndexOutOfBoundsException if the memory ends before it
  public float element(long index) {
    return (float) number(index);
  }

  /// The same in full.
  ///
  /// @throws IndexOutOfBoundsException if the memory ends before it
  public double number(long index) {
    return Elements.get(type, memory, index);
  }

  /// All elements in the order of the memory.
  ///
  /// @return new
  /// @throws IllegalArgumentException if they are no whole numbers
  public int[] whole() {
    return Elements.whole(type, memory, Math.toIntExact(elements()));
  }

  /// How often each value is there: 256 values of a byte, 65536 of sixteen bits.
  ///
  /// @return new
  /// @throws IllegalArgumentException if they are no whole numbers
  public int[] histogram() {
    return Elements.histogram(type, memory, Math.toIntExact(elements()));
  }

  /// One pixel as a 1×1 picture: a copy.
  ///
  /// @throws IndexOutOfBoundsException if it is not there
  public Pixels pixelAt(int y, int x) {
    Pixels one = allocate(new Frame(1, 1));
    Objects.checkIndex(y, height);
    Objects.checkIndex(x, width);
    for (int channel = 0; channel < channels; channel++) {
      long at = indexOf(y, x, channel) * type.bytes();
      Bytes.copy(memory, at, one.memory, (long) channel * type.bytes(), type.bytes());
    }
    return one;
  }

  /// A part of these pixels in another size. Computed in float32, whatever the type: of whole
  /// numbers the nearest ones, half to even; of uint16 now and then the next to it, where a half is
  /// nearer than a fiftieth of a level.
  ///
  /// @param part inside the frame, not empty
  /// @return new heap memory of the same channels, type and layout
  /// @throws IllegalArgumentException if the part is empty or sticks out, or the size is more than
  ///   an array can hold
  public Pixels resized(Box part, Frame size, Resampling how) {
    return resized(part, size, how, new Workspace());
  }

  /// The same for many pictures, one after another: of the same sizes they take the same memory.
  ///
  /// @throws IllegalArgumentException as the form without a workspace
  public Pixels resized(Box part, Frame size, Resampling how, Workspace workspace) {
    Pixels result = allocate(size);
    resize(part, result, how, workspace);
    return result;
  }

  /// A part of these pixels made smaller, whose borders may lie inside pixels: the means over the
  /// areas, as [Resampling#AREA] has them.
  ///
  /// @param part in parts of a pixel, inside the frame, at least as large as the size in pixels
  /// @param parts how many a pixel has, at least 1
  /// @return new heap memory of the same channels, type and layout
  /// @throws IllegalArgumentException if the part sticks out or is smaller than the size
  public Pixels shrunk(Box part, int parts, Frame size) {
    Frame all = new Frame(height * parts, width * parts);
    boolean isSmaller =
        part.width() < size.width() * parts || part.height() < size.height() * parts;
    if (isSmaller || !part.equals(part.clip(all))) {
      throw new IllegalArgumentException(
          "part = %s of %s: not inside, or smaller than %s".formatted(part, all, size));
    }
    Pixels result = allocate(size);
    ResizeLoops.shrink(this, part, parts, result, new Workspace());
    return result;
  }

  /// What [#resized] makes, into pixels that are there already.
  ///
  /// @param part inside the frame, not empty
  /// @param into of the same channels, type and layout
  /// @throws IllegalArgumentException if they are not, or the part is empty or sticks out
  public void resize(Box part, Pixels into, Resampling how) {
    resize(part, into, how, new Workspace());
  }

  private void resize(Box part, Pixels into, Resampling how, Workspace workspace) {
    if (part.isEmpty() || !part.equals(part.clip(frame()))) {
      throw new IllegalArgumentException("part = %s: not inside %s".formatted(part, frame()));
    }
    if (!PixelKind.of(into).equals(PixelKind.of(this)) || into.layout() != layout) {
      throw new IllegalArgumentException("into = %s: not like %s".formatted(into, this));
    }
    ResizeLoops.resize(how, this, part, into, Box.of(into.frame()), workspace);
  }

  /// The same picture in elements of another type: black stays black and white white. Whole numbers
  /// are the nearest ones, half to even; floats outside 0…1 become black or white.
  ///
  /// @return new heap memory of the same shape and layout; these pixels themselves if the type is
  ///   theirs
  /// @throws IllegalArgumentException if that is more than an array can hold
  public Pixels as(ElementType other) {
    if (other == type) {
      return this;
    }
    Pixels result = allocate(frame(), other);
    UnitLoops.convert(this, result);
    return result;
  }

  /// The same picture of whole numbers with other values.
  ///
  /// @param values the new one of each that is there, within the range of the type
  /// @return new heap memory of the same shape and layout
  /// @throws IllegalArgumentException if they are no whole numbers
  public Pixels mapped(ElementType other, IntUnaryOperator values) {
    Pixels result = allocate(frame(), other);
    Elements.map(this, values, result);
    return result;
  }

  /// Writes all elements in the order of the memory, with white as 1.
  ///
  /// @param into at least [#elements]. Modified
  /// @param workspace memory to work in. Modified
  public void units(float[] into, Workspace workspace) {
    UnitLoops.read(this, into, workspace);
  }

  /// The mean of all elements, with white as 1; of whole numbers from their exact sum.
  ///
  /// @param workspace memory to work in. Modified
  public double mean(Workspace workspace) {
    return UnitLoops.mean(this, workspace);
  }

  /// Whether shape, type, layout and every byte are the same.
  public boolean sameAs(Pixels other) {
    return sameShape(other)
        && MemorySegment.mismatch(memory, 0, byteSize(), other.memory, 0, other.byteSize()) < 0;
  }

  /// Copies one pixel of another picture, which has the same channels and type.
  void set(int y, int x, Pixels from, int fromY, int fromX) {
    int size = type.bytes();
    for (int channel = 0; channel < channels; channel++) {
      long read = from.indexOf(fromY, fromX, channel) * size;
      Bytes.copy(from.memory, read, memory, indexOf(y, x, channel) * size, size);
    }
  }

  /// Writes one element, counted in the order of the memory.
  ///
  /// @param value within the range of the type; a whole number unless that is of floats
  /// @throws IndexOutOfBoundsException if the memory ends before it
  public void put(long index, double value) {
    Elements.set(type, memory, index, value);
  }

  /// Writes one value into every element.
  ///
  /// @param value within the range of the type; a whole number unless that is of floats
  public void fill(float value) {
    for (long i = 0; i < elements(); i++) {
      Elements.set(type, memory, i, value);
    }
  }

  long indexOf(int y, int x, int channel) {
    return switch (layout) {
      case HWC -> ((long) y * width + x) * channels + channel;
      case CHW -> ((long) channel * height + y) * width + x;
    };
  }

  boolean sameShape(Pixels other) {
    return height == other.height
        && width == other.width
        && channels == other.channels
        && type == other.type
        && layout == other.layout;
  }

  /// What the pixels are, for messages: `451×300×3 UINT8 HWC`.
  @Override
  public String toString() {
    return frame() + "×" + channels + " " + type + " " + layout;
  }
}
