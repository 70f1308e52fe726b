package org.mixoscope.dataset.annotated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
  /// Classes of maps that are called so stand for what no object is at.
  private static final Set<String> BACKGROUND = Set.of("background", "_background_");

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

  /// The same told by pictures instead of by classes: what stands for the label of picture k has
  /// index k. Of objects all else falls away, of maps it has index K, the number of pictures.
  ///
  /// What has the name of a picture's class stands for it; where nothing has, all that is there but
  /// the background.
  ///
  /// @param classNames the class of each picture
  public List<Target> byPicture(List<String> classNames) {
    List<Target> told = new ArrayList<>();
    for (int k = 0; k < targets.size(); k++) {
      int picture = k;
      Set<Integer> standing = standing(targets.get(k), classNames.get(k));
      int[] indices =
          IntStream.range(0, names.size())
              .map(index -> standing.contains(index) ? picture : targets.size())
              .toArray();
      told.add(
          switch (targets.get(k)) {
            case Objects objects -> objects.only(standing).renumbered(indices);
            case ClassMap map -> map.renumbered(indices, ElementType.UINT8);
            case Target other -> other;
          });
    }
    return told;
  }

  private Set<Integer> standing(Target target, String className) {
    Set<Integer> named = indices(className::equalsIgnoreCase);
    Set<Integer> there = new HashSet<>();
    switch (target) {
      case Objects objects -> objects.instances().forEach(one -> there.add(one.category()));
      case ClassMap map -> {
        double[] areas = map.areas(names.size());
        IntStream.range(0, areas.length).filter(i -> areas[i] > 0).forEach(there::add);
      }
      case Target _ -> {}
    }
    there.removeAll(indices(name -> BACKGROUND.contains(name.toLowerCase(Locale.ROOT))));
    if (!Collections.disjoint(there, named)) {
      there.retainAll(named);
    }
    return there;
  }

  private Set<Integer> indices(Predicate<String> wanted) {
    return IntStream.range(0, names.size())
        .filter(index -> wanted.test(names.get(index)))
        .boxed()
        .collect(Collectors.toSet());
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
    // The order of the classes of a picture stays: methods may tell classes by it.
    boolean isSorted = true;
    for (Picture one : pictures) {
      if (one.markings != null) {
        names.addAll(one.markings.names());
        List<String> own = one.markings.names();
        isSorted &= own.equals(own.stream().sorted().toList());
      }
    }
    List<String> all = isSorted ? names.stream().sorted().toList() : List.copyOf(names);
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
