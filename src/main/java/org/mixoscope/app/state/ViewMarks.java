package org.mixoscope.app.state;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.Marks;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.ClassWeights;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Quantity;
import org.mixoscope.kernel.target.Target;
import org.mixoscope.recipe.Mix;

/// What is where in a view of the mix.
public final class ViewMarks {
  private final Target target;
  private final List<String> names;
  private final int alone;
  private double @Nullable [] areas;

  /// @param target objects or a class map
  /// @param names of its classes
  /// @param alone the source whose picture it is, −1 for that of the mix
  ViewMarks(Target target, List<String> names, int alone) {
    this.target = target;
    this.names = List.copyOf(names);
    this.alone = alone;
  }

  /// Of the picture of a mix.
  ///
  /// @param marks what is where in the pictures, in the frame of the composition
  public static ViewMarks of(Mix mix, Marks marks) {
    return new ViewMarks(mix.outcome().target(marks.targets()), marks.names(), -1);
  }

  /// Objects or a class map.
  public Target target() {
    return target;
  }

  /// The names of the classes.
  public List<String> names() {
    return names;
  }

  /// The source that an object is from.
  public int source(Instance object) {
    return alone < 0 ? object.source() : alone;
  }

  /// How many pixels of each class can be seen, by their weights; counted when it is first asked
  /// for. Not to be modified.
  public double[] areas() {
    double[] known = areas;
    if (known == null) {
      known =
          switch (target) {
            case ClassMap map -> map.areas(names.size());
            case Objects objects -> objects.areas(names.size());
            case ClassWeights _, Quantity _ -> new double[names.size()];
          };
      areas = known;
    }
    return known;
  }
}
