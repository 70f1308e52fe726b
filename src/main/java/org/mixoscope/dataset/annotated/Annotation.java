package org.mixoscope.dataset.annotated;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.Outline.Runs;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.Turn;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Objects.Keeping;

/// All that a file says of the objects of a picture.
///
/// @param frame the size of the picture as the file says it; null if it does not
/// @param relative whether outlines are in parts of width and height instead of pixels
/// @param objects in the order of the file
/// @param gone how many others were there before the picture was mixed
public record Annotation(@Nullable Frame frame, boolean relative, List<Marked> objects, int gone) {
  /// What rounding adds to boxes that end at the border, in parts of a side; of pixels, in pixels.
  private static final double HAIR = 0.01;

  /// Keeps a copy.
  public Annotation {
    objects = List.copyOf(objects);
  }

  /// Of a picture that was never mixed.
  public Annotation(@Nullable Frame frame, boolean relative, List<Marked> objects) {
    this(frame, relative, objects, 0);
  }

  /// The same with other numbers for its classes.
  ///
  /// @param indices what each becomes
  public Annotation renumbered(IntUnaryOperator indices) {
    return new Annotation(
        frame,
        relative,
        objects.stream().map(one -> one.as(indices.applyAsInt(one.category()))).toList(),
        gone);
  }

  /// The same without objects of no size or outside the picture, which are counted, as are those
  /// that stick out.
  ///
  /// @param name of the picture
  /// @param oddities counts them. Modified
  public Annotation tidied(String name, Oddities oddities) {
    List<Marked> kept = new ArrayList<>(objects.size());
    for (Marked one : objects) {
      Edges bounds = one.outline().bounds();
      if (one.outline().isEmpty()) {
        oddities.add(Oddity.NO_SIZE, name);
      } else if (isOutside(bounds)) {
        oddities.add(Oddity.OUTSIDE, name);
      } else {
        if (out(bounds) > (relative ? HAIR * HAIR : HAIR)) {
          oddities.add(Oddity.CUT, name);
        }
        kept.add(one);
      }
    }
    return kept.size() == objects.size() ? this : new Annotation(frame, relative, kept, gone);
  }

  /// How far something sticks out of the picture; 0 if its size is not known.
  private double out(Edges bounds) {
    double width = width();
    double height = height();
    return Math.max(
        Math.max(-bounds.x1(), -bounds.y1()), Math.max(bounds.x2() - width, bounds.y2() - height));
  }

  private boolean isOutside(Edges bounds) {
    return bounds.x2() <= 0
        || bounds.y2() <= 0
        || bounds.x1() >= width()
        || bounds.y1() >= height();
  }

  private double width() {
    return relative ? 1 : frame == null ? Double.POSITIVE_INFINITY : frame.width();
  }

  private double height() {
    return relative ? 1 : frame == null ? Double.POSITIVE_INFINITY : frame.height();
  }

  /// The objects in the frame that their picture was brought to.
  ///
  /// Whether people have marked the stored picture or the upright one is seen by its size, as far
  /// as it can be seen: where both are as large, or no size is said, it was the upright one, as
  /// present tools show it.
  ///
  /// @param name of the picture, for messages
  /// @param origin how it was brought there
  /// @throws PictureException if they are of a picture of another size
  public Objects in(String name, Origin origin, Frame to) throws PictureException {
    Frame stored = origin.stored();
    Frame upright = origin.turn().upright(stored);
    boolean ofStored = isOfStored(origin);
    Frame own = ofStored ? stored : upright;
    if (frame != null && !frame.equals(own)) {
      throw AnnotationReason.OTHER_SIZE.failure(name, frame, upright);
    }
    for (Marked one : objects) {
      if (one.outline() instanceof Runs(Frame size, int[] _) && !size.equals(own)) {
        throw AnnotationReason.OTHER_SIZE.failure(name, size, upright);
      }
    }
    Objects all =
        new Objects(
            own,
            objects.stream().map(one -> (relative ? scaled(one, own) : one).in(own)).toList(),
            Keeping.USUAL,
            objects.size() + gone,
            gone);
    return all.moved(ofStored ? origin : new Origin(upright, Turn.UPRIGHT, origin.landing()), to);
  }

  /// Whether the stored picture was marked, which is turned when it is shown.
  public boolean isOfStored(Origin origin) {
    Frame stored = origin.stored();
    return frame != null && frame.equals(stored) && !stored.equals(origin.turn().upright(stored));
  }

  private static Marked scaled(Marked one, Frame own) {
    return new Marked(
        one.category(),
        one.outline().scaled(own),
        one.crowd(),
        one.ignored(),
        one.visible(),
        one.weight());
  }
}
