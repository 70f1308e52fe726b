package org.mixoscope.dataset.annotated;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.Turn;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Objects.Keeping;
import org.mixoscope.kernel.target.Target;

/// What is where in the pictures of a mix, over the same classes: those of the first picture, and
/// after them those that only others have. A picture of which nothing is known has no objects, and
/// a map on which every pixel counts for nobody.
///
/// @param names of the classes
/// @param targets of one kind, one for each picture
/// @param known whether anything is known of each
public record Marks(List<String> names, List<Target> targets, List<Boolean> known) {
  /// Keeps copies.
  public Marks {
    names = List.copyOf(names);
    targets = List.copyOf(targets);
    known = List.copyOf(known);
  }

  /// The same in another frame of the same pictures, such as that of a preview.
  ///
  /// @param from the frame that it is in
  public Marks stretched(Frame from, Frame to) {
    Origin origin = Origin.of(from, Turn.UPRIGHT).in(to, Fit.STRETCH);
    return new Marks(
        names, targets.stream().map(target -> target.moved(origin, to)).toList(), known);
  }

  /// One picture as it comes to a mix.
  ///
  /// @param markings null where nothing is known
  /// @param origin how it was brought to the frame
  public record Picture(@Nullable Markings markings, Origin origin) {}

  /// Brings what is known to the frame of a mix.
  ///
  /// @param frame that all pictures were brought to
  /// @return null if nothing is known of any, or a map of one and objects of another
  /// @throws PictureException if something is of a picture of another size
  public static @Nullable Marks of(List<Picture> pictures, Frame frame) throws PictureException {
    Set<String> names = new LinkedHashSet<>();
    for (Picture one : pictures) {
      if (one.markings != null) {
        names.addAll(one.markings.names());
      }
    }
    List<String> all = List.copyOf(names);
    List<@Nullable Target> found = new ArrayList<>();
    for (Picture one : pictures) {
      found.add(one.markings == null ? null : renumbered(one.markings, one.origin, frame, all));
    }
    boolean maps = found.stream().anyMatch(ClassMap.class::isInstance);
    boolean objects = found.stream().anyMatch(Objects.class::isInstance);
    if (maps == objects) {
      return null;
    }
    Target nothing =
        maps ? ClassMap.nobody(frame, type(all)) : Objects.of(frame, List.of(), Keeping.USUAL);
    return new Marks(
        all,
        found.stream().map(one -> one == null ? nothing : one).toList(),
        found.stream().map(one -> one != null).toList());
  }

  /// The smallest that has room for all indices and for one that means nobody.
  private static ElementType type(List<String> names) {
    return names.size() < ElementType.UINT8.white() ? ElementType.UINT8 : ElementType.UINT16;
  }

  private static Target renumbered(Markings markings, Origin origin, Frame frame, List<String> all)
      throws PictureException {
    int[] indices = markings.names().stream().mapToInt(all::indexOf).toArray();
    return switch (markings.target(origin, frame)) {
      case Objects objects -> objects.renumbered(indices);
      case ClassMap map -> map.renumbered(indices, type(all));
      case Target other -> other;
    };
  }
}
