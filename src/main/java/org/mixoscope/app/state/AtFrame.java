package org.mixoscope.app.state;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.method.Inputs;

/// Pictures at the frame of their mix: there already, or made when somebody looks at them, which
/// while a clip plays is hardly ever. Any number of threads may ask.
final class AtFrame {
  private final Inputs geometry;
  private @Nullable Supplier<Inputs> making;
  private @Nullable Inputs inputs;

  private AtFrame(Inputs geometry, @Nullable Supplier<Inputs> making, @Nullable Inputs inputs) {
    this.geometry = geometry;
    this.making = making;
    this.inputs = inputs;
  }

  static AtFrame of(Inputs inputs) {
    return new AtFrame(inputs, null, inputs);
  }

  /// @param geometry all but the pictures
  /// @param making makes all, once
  static AtFrame of(Inputs geometry, Supplier<Inputs> making) {
    return new AtFrame(new Inputs(geometry.frame(), List.of(), geometry.mask()), making, null);
  }

  /// What is there without the pictures, or with them.
  Inputs geometry() {
    return geometry;
  }

  /// Whether nothing has to be made any more.
  synchronized boolean isThere() {
    return inputs != null;
  }

  /// All of them.
  synchronized Inputs inputs() {
    Inputs known = inputs;
    if (known == null) {
      if (making == null) {
        throw new IllegalStateException("pictures of nothing");
      }
      known = making.get();
      inputs = known;
      making = null;
    }
    return known;
  }

  /// Pictures that are there already may be the same.
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof AtFrame that
            && !geometry.sources().isEmpty()
            && geometry.equals(that.geometry));
  }

  @Override
  public int hashCode() {
    return geometry.frame().hashCode();
  }
}
