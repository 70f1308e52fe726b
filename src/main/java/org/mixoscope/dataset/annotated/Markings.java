package org.mixoscope.dataset.annotated;

import java.util.List;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.target.Target;

/// What is where in one picture.
public interface Markings {
  /// The names of the classes, in the order of their indices.
  List<String> names();

  /// Brought to the frame that the picture was brought to.
  ///
  /// @param origin how the picture was brought there
  /// @throws PictureException if it is of a picture of another size
  Target target(Origin origin, Frame to) throws PictureException;

  /// Objects.
  ///
  /// @param picture its name, for messages
  record OfObjects(List<String> names, Annotation annotation, String picture) implements Markings {
    /// Keeps a copy.
    public OfObjects {
      names = List.copyOf(names);
    }

    @Override
    public Target target(Origin origin, Frame to) throws PictureException {
      return annotation.in(picture, origin, to);
    }
  }
}
