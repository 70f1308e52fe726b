package org.mixoscope.dataset.annotated;

import java.util.List;
import java.util.stream.IntStream;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Mask;

/// Where an object is, as a file says it. Values, never modified.
public sealed interface Outline {
  /// The object itself, in pixels.
  ///
  /// @param category the index of its class
  /// @param frame of the picture that it was annotated in; what lies outside is cut off
  Instance instance(int category, Frame frame);

  /// The same, of one that is in parts of width and height.
  ///
  /// @param frame of the picture
  Outline scaled(Frame frame);

  /// A rectangle around it, in the numbers of the file.
  Edges bounds();

  /// Whether pixels are known, not only a box.
  default boolean isMask() {
    return !(this instanceof Rectangle);
  }

  /// Whether it has no area.
  default boolean isEmpty() {
    Edges bounds = bounds();
    return bounds.x1() == bounds.x2() || bounds.y1() == bounds.y2();
  }

  /// Only a box is known.
  ///
  /// @param box in pixels of the annotated picture, edges of pixels being whole numbers
  record Rectangle(Edges box) implements Outline {
    @Override
    public Instance instance(int category, Frame frame) {
      return Instance.of(category, box.within(Box.of(frame)));
    }

    @Override
    public Rectangle scaled(Frame frame) {
      return new Rectangle(
          new Edges(
              box.x1() * frame.width(),
              box.y1() * frame.height(),
              box.x2() * frame.width(),
              box.y2() * frame.height()));
    }

    @Override
    public Edges bounds() {
      return box;
    }
  }

  /// One or several pieces, each inside its own line: a pixel belongs to the object if its middle
  /// is inside one of them. One that is too thin for the middle of any pixel is its box.
  ///
  /// @param rings at least one; x and y in turns, finite, in pixels of the annotated picture; not
  ///   modified by anyone
  record Polygons(List<double[]> rings) implements Outline {
    /// More points than this are no outline that a person or a program has drawn.
    public static final int MOST_POINTS = 100_000;

    /// The same of pieces.
    public static final int MOST_RINGS = 1000;

    /// Keeps a copy of the list.
    ///
    /// @throws IllegalArgumentException if a ring is no list of pairs, or there are none, more than
    ///   [#MOST_RINGS] of them or more than [#MOST_POINTS] points
    public Polygons {
      rings = List.copyOf(rings);
      long numbers = 0;
      for (double[] ring : rings) {
        numbers += ring.length;
        if (ring.length % 2 != 0) {
          throw new IllegalArgumentException(
              "polygon of %d numbers: must be pairs of x and y".formatted(ring.length));
        }
      }
      if (numbers == 0 || numbers / 2 > MOST_POINTS || rings.size() > MOST_RINGS) {
        throw new IllegalArgumentException(
            "%d polygons of %d points: must be 1 to %d of at most %d"
                .formatted(rings.size(), numbers / 2, MOST_RINGS, MOST_POINTS));
      }
    }

    @Override
    public Instance instance(int category, Frame frame) {
      Mask mask = Raster.of(rings, frame);
      return mask.area() == 0
          ? Instance.of(category, bounds().within(Box.of(frame)))
          : Instance.of(category, mask);
    }

    @Override
    public Edges bounds() {
      return Raster.bounds(rings);
    }

    @Override
    public Polygons scaled(Frame frame) {
      return new Polygons(
          rings.stream().map(ring -> scaled(ring, frame.width(), frame.height())).toList());
    }

    private static double[] scaled(double[] ring, int width, int height) {
      double[] pixels = new double[ring.length];
      for (int i = 0; i < ring.length; i += 2) {
        pixels[i] = ring[i] * width;
        pixels[i + 1] = ring[i + 1] * height;
      }
      return pixels;
    }
  }

  /// The pixels themselves.
  ///
  /// @param mask in pixels of the annotated picture; what lies outside is cut off
  record Cutout(Mask mask) implements Outline {
    @Override
    public Instance instance(int category, Frame frame) {
      return Instance.of(category, Mask.of(mask.box().clip(frame), mask::contains));
    }

    @Override
    public Edges bounds() {
      return Edges.of(mask.box());
    }

    /// These are pixels already.
    @Override
    public Cutout scaled(Frame frame) {
      return this;
    }
  }

  /// Several outlines of one object.
  ///
  /// @param parts at least one
  record Several(List<Outline> parts) implements Outline {
    /// Keeps a copy.
    ///
    /// @throws IllegalArgumentException if there are none
    public Several {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("no parts: must be at least one");
      }
    }

    @Override
    public Instance instance(int category, Frame frame) {
      List<Mask> masks = parts.stream().map(one -> mask(one.instance(category, frame))).toList();
      Box reach = masks.getFirst().box();
      for (Mask one : masks) {
        reach = around(reach, one.box());
      }
      return Instance.of(
          category, Mask.of(reach, (y, x) -> masks.stream().anyMatch(one -> one.contains(y, x))));
    }

    /// The pixels of an object; of a box all in it.
    private static Mask mask(Instance one) {
      Mask mask = one.mask();
      return mask == null ? Mask.of(one.box().pixels(), (_, _) -> true) : mask;
    }

    private static Box around(Box one, Box other) {
      return one.isEmpty()
          ? other
          : other.isEmpty()
              ? one
              : new Box(
                  Math.min(one.x1(), other.x1()),
                  Math.min(one.y1(), other.y1()),
                  Math.max(one.x2(), other.x2()),
                  Math.max(one.y2(), other.y2()));
    }

    @Override
    public Edges bounds() {
      Edges all = parts.getFirst().bounds();
      for (Outline one : parts) {
        Edges more = one.bounds();
        all =
            new Edges(
                Math.min(all.x1(), more.x1()),
                Math.min(all.y1(), more.y1()),
                Math.max(all.x2(), more.x2()),
                Math.max(all.y2(), more.y2()));
      }
      return all;
    }

    @Override
    public boolean isEmpty() {
      return parts.stream().allMatch(Outline::isEmpty);
    }

    @Override
    public Several scaled(Frame frame) {
      return new Several(parts.stream().map(one -> one.scaled(frame)).toList());
    }
  }

  /// Pixels column by column: how many are not the object's, then how many are, and so on.
  ///
  /// @param size of the picture
  /// @param runs as COCO's uncompressed `counts`; not modified by anyone
  @SuppressWarnings("ArrayRecordComponent") // Made once, never compared.
  record Runs(Frame size, int[] runs) implements Outline {
    /// @throws IllegalArgumentException if a run is negative or they are not as many as the pixels
    public Runs {
      long all = 0;
      for (int run : runs) {
        if (run < 0) {
          throw new IllegalArgumentException("counts has " + run + ": must be at least 0");
        }
        all += run;
      }
      if (all != size.pixels()) {
        throw new IllegalArgumentException(
            "counts are of %d pixels: must be %d, those of %s".formatted(all, size.pixels(), size));
      }
    }

    @Override
    public Instance instance(int category, Frame frame) {
      return Instance.of(category, Rle.mask(size, runs));
    }

    /// The whole picture.
    @Override
    public Edges bounds() {
      return Edges.of(Box.of(size));
    }

    @Override
    public boolean isEmpty() {
      return IntStream.range(0, runs.length / 2).allMatch(i -> runs[2 * i + 1] == 0);
    }

    /// Runs are of pixels already.
    @Override
    public Runs scaled(Frame frame) {
      return this;
    }
  }
}
