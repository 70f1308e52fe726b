package org.mixoscope.kernel.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.Pixels;

/// The objects of a picture, in the order in which they are annotated. They follow a mix by their
/// places: cut where their patch ends and where a later one covers them, kept if enough of them can
/// be seen. An object of which pieces land in several places becomes one for each place.
///
/// @param frame that of the picture
/// @param instances inside the frame, or cut at its border by the next mix
/// @param keeping which objects a mix keeps
/// @param shown how many objects the pictures have that are shown
/// @param gone how many of them fell away on the way here
public record Objects(Frame frame, List<Instance> instances, Keeping keeping, int shown, int gone)
    implements Target {

  /// Which objects are kept.
  ///
  /// @param minVisible the least share of an object, as it was before anything was cut off, that
  ///   must be seen; within [0, 1]. What is exactly as much is kept
  /// @param hidden what becomes of the others
  public record Keeping(double minVisible, Hidden hidden) {
    /// A tenth, as other tools have it; others fall away.
    public static final Keeping USUAL = new Keeping(0.1, Hidden.DROP);

    /// @throws IllegalArgumentException if the share is out of range
    public Keeping {
      if (!(minVisible >= 0 && minVisible <= 1)) {
        throw new IllegalArgumentException(
            "min-visible = " + minVisible + ": must be within [0, 1]");
      }
    }
  }

  /// Keeps a copy of the list.
  public Objects {
    instances = List.copyOf(instances);
  }

  /// As annotated.
  public static Objects of(Frame frame, List<Instance> instances, Keeping keeping) {
    return new Objects(frame, instances, keeping, instances.size(), 0);
  }

  /// The same, of which mixes keep others.
  public Objects with(Keeping other) {
    return new Objects(frame, instances, other, shown, gone);
  }

  /// The class of every pixel, as one painter after the other would leave it: 0 where there is no
  /// object, else one more than the category of the last one there. Regions of many and what is to
  /// be ignored count for nobody. Of an object without a mask, the pixels whose middles are in its
  /// box.
  ///
  /// @param type whose largest value is above all categories by two
  public ClassMap painted(ElementType type) {
    int[] indices = new int[Math.toIntExact(frame.pixels())];
    for (Instance one : instances) {
      int index = one.crowd() || one.ignored() ? type.white() : one.category() + 1;
      Mask mask = one.mask() == null ? one.box().mask(frame) : one.mask();
      mask.runs(
          Box.of(frame),
          (y, x1, x2) ->
              Arrays.fill(indices, y * frame.width() + x1, y * frame.width() + x2, index));
    }
    return ClassMap.of(Pixels.of(indices, frame, type));
  }

  /// The same, with other indices of their classes.
  ///
  /// @param indices the new one of each
  public Objects renumbered(int[] indices) {
    return new Objects(
        frame,
        instances.stream().map(one -> one.of(indices[one.category()])).toList(),
        keeping,
        shown,
        gone);
  }

  /// Those of some classes.
  ///
  /// @param categories the indices of these
  public Objects only(Set<Integer> categories) {
    List<Instance> some =
        instances.stream().filter(one -> categories.contains(one.category())).toList();
    return new Objects(frame, some, keeping, shown, gone);
  }

  /// Objects of a stored picture brought to a frame with it: boxes by their positions, masks pixel
  /// by pixel. Objects of which the frame shows nothing fall away, whatever is kept of others.
  ///
  /// @param origin where the picture came from
  /// @param to the frame that it was brought to
  /// @throws IllegalArgumentException if these are not the objects of the stored picture
  @Override
  public Objects moved(Origin origin, Frame to) {
    if (!origin.stored().equals(frame)) {
      throw new IllegalArgumentException(
          "objects of %s: the picture is %s".formatted(frame, origin.stored()));
    }
    Origin upright = Origin.of(frame, origin.turn());
    Sight sight = Sight.of(origin.landing());
    List<Instance> moved = new ArrayList<>();
    for (Instance instance : instances) {
      Instance turned = instance.turned(upright);
      Seen seen = sight.look(turned);
      if (seen.isSomething()) {
        moved.add(seen.of(turned, instance.source()));
      }
    }
    return new Objects(to, moved, keeping, shown, gone + instances.size() - moved.size());
  }

  /// {@inheritDoc}
  ///
  /// Objects of sources that the mix does not show at all are not counted.
  @Override
  public Objects mixed(List<Target> sources, Composition composition, List<Double> weights) {
    List<Objects> all = Target.all(Objects.class, sources);
    List<Instance> mixed = new ArrayList<>();
    int there = 0;
    int fallen = 0;
    for (int k = 0; k < all.size(); k++) {
      Objects own = all.get(k);
      if (!own.frame.equals(composition.frame())) {
        throw new IllegalArgumentException(
            "objects of %s: the mix is %s".formatted(own.frame, composition.frame()));
      }
      List<Sight> sights = Sight.of(composition, k);
      if (sights.isEmpty()) {
        continue;
      }
      there += own.shown;
      fallen += own.gone;
      for (Instance instance : own.instances) {
        int before = mixed.size();
        for (Sight sight : sights) {
          keep(sight.look(instance), instance, k, mixed);
        }
        fallen += mixed.size() > before ? 0 : 1;
      }
    }
    return new Objects(composition.frame(), mixed, keeping, there, fallen);
  }

  private void keep(Seen seen, Instance instance, int source, List<Instance> into) {
    if (!seen.isSomething()) {
      return;
    }
    Instance now = seen.of(instance, source);
    if (now.crowd() || now.visible() >= keeping.minVisible) {
      into.add(now);
    } else if (keeping.hidden == Hidden.IGNORE) {
      into.add(now.asIgnored());
    } else if (keeping.hidden == Hidden.KEEP) {
      into.add(now);
    }
  }

  /// How many pixels of each class can be seen, by their weights. Objects that are there to be
  /// ignored count for nobody.
  ///
  /// @param classes K, above all categories
  /// @throws IllegalArgumentException if a category is K or above
  public double[] areas(int classes) {
    double[] areas = new double[classes];
    for (Instance one : instances) {
      if (one.category() >= classes) {
        throw new IllegalArgumentException(
            "category = %d: there are %d classes".formatted(one.category(), classes));
      }
      if (!one.isToBeIgnored()) {
        areas[one.category()] += one.area() * one.weight();
      }
    }
    return areas;
  }

  /// No objects; those of others are covered as by any picture.
  @Override
  public Objects unlabelled() {
    return of(frame, List.of(), keeping);
  }

  /// The same: label smoothing is for classes of whole pictures.
  @Override
  public Objects smoothed(double smoothing) {
    return this;
  }
}
