package org.mixoscope.dataset.annotated;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.Turn;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Objects.Keeping;

/// All that a file says of the objects of a picture.
///
/// @param frame the size of the picture as the file says it; null if it does not
/// @param relative whether outlines are in parts of width and height instead of pixels
/// @param objects in the order of the file
public record Annotation(@Nullable Frame frame, boolean relative, List<Marked> objects) {
  /// Keeps a copy.
  public Annotation {
    objects = List.copyOf(objects);
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
    Objects all =
        Objects.of(
            own,
            objects.stream()
                .map(one -> outline(one, own).instance(one.category(), own).asCrowd(one.crowd()))
                .toList(),
            Keeping.USUAL);
    return all.moved(ofStored ? origin : new Origin(upright, Turn.UPRIGHT, origin.landing()), to);
  }

  /// Whether the stored picture was marked, which is turned when it is shown.
  public boolean isOfStored(Origin origin) {
    Frame stored = origin.stored();
    return frame != null && frame.equals(stored) && !stored.equals(origin.turn().upright(stored));
  }

  private Outline outline(Marked one, Frame own) {
    return relative ? one.outline().scaled(own) : one.outline();
  }
}
