package org.mixoscope.dataset.annotated;

import java.util.List;
import java.util.Optional;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Landing;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.Turn;
import org.mixoscope.kernel.target.ClassMap;
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

  /// The class of every pixel.
  ///
  /// @param map of the stored picture, or of the upright one
  /// @param picture its name, for messages
  record OfMap(List<String> names, ClassMap map, String picture) implements Markings {
    /// Keeps a copy.
    public OfMap {
      names = List.copyOf(names);
    }

    @Override
    public Target target(Origin origin, Frame to) throws PictureException {
      return in(map, origin, to)
          .orElseThrow(
              () ->
                  AnnotationReason.OTHER_SIZE.failure(
                      picture, map.frame(), origin.turn().upright(origin.stored())));
    }

    /// A map brought to a frame with its picture. Whether people have marked the stored picture or
    /// the upright one is seen by its size, as far as it can be seen: where both are as large, it
    /// was the upright one, as present tools show it.
    ///
    /// @return none if it is of a picture of another size
    public static Optional<ClassMap> in(ClassMap map, Origin origin, Frame to) {
      Frame upright = origin.turn().upright(origin.stored());
      if (map.frame().equals(upright)) {
        Landing landing = origin.landing();
        boolean still = landing.from().equals(landing.to()) && landing.to().equals(Box.of(to));
        return Optional.of(
            still && to.equals(upright)
                ? map
                : map.moved(new Origin(upright, Turn.UPRIGHT, landing), to));
      }
      return map.frame().equals(origin.stored())
          ? Optional.of(map.moved(origin, to))
          : Optional.empty();
    }
  }

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
