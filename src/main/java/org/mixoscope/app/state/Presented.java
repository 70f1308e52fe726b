package org.mixoscope.app.state;

/// What the presenter's page shows beside the mix, and how large its letters are.
///
/// @param sources whether the pictures that are mixed stand beside the mix
/// @param type a step of the letters' size, 0 to [#LARGEST_TYPE]
public record Presented(boolean sources, int type) {
  /// The largest step.
  public static final int LARGEST_TYPE = 4;

  private static final int USUAL_TYPE = 1;

  /// What nobody has changed.
  public static final Presented USUAL = new Presented(false, USUAL_TYPE);

  /// @throws IllegalArgumentException if there is no such step
  public Presented {
    if (type < 0 || type > LARGEST_TYPE) {
      throw new IllegalArgumentException(
          "type = %d: must be 0 to %d".formatted(type, LARGEST_TYPE));
    }
  }

  /// With the pictures beside the mix, or without.
  public Presented withSources(boolean shown) {
    return new Presented(shown, type);
  }

  /// With larger letters or smaller ones, as far as there are any.
  public Presented larger(int steps) {
    return new Presented(sources, Math.clamp(type + (long) steps, 0, LARGEST_TYPE));
  }
}
