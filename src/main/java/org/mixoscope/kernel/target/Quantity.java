package org.mixoscope.kernel.target;

import java.util.List;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;

/// A number, such as an age: the target of a regression. Follows a mix as a whole: `Σₖ weightₖ ·
/// valueₖ`, as Mixup for regression (C-Mixup, arXiv 2210.05775) has it.
///
/// @param value finite
public record Quantity(double value) implements Target {
  /// @throws IllegalArgumentException if the value is not finite
  public Quantity {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value = " + value + ": must be finite");
    }
  }

  @Override
  public Quantity mixed(List<Target> sources, Composition composition, List<Double> weights) {
    List<Quantity> all = Target.all(Quantity.class, sources);
    double sum = 0;
    for (int k = 0; k < all.size(); k++) {
      sum += weights.get(k) * all.get(k).value;
    }
    return new Quantity(sum);
  }

  /// 0: it has no weight.
  @Override
  public Quantity unlabelled() {
    return new Quantity(0);
  }

  /// The number itself: label smoothing is for classes.
  @Override
  public Quantity smoothed(double smoothing) {
    return this;
  }

  /// The same: it is of the whole picture.
  @Override
  public Quantity moved(Origin origin, Frame to) {
    return this;
  }
}
