package org.mixoscope.batch.sample;

import java.util.Locale;
import org.mixoscope.kernel.Named;
import org.mixoscope.kernel.target.Objects.Keeping;

/// What samples are labelled with where pictures have objects or class maps.
///
/// @param by what the label follows
/// @param keeping which objects a mix keeps
public record Labelling(By by, Keeping keeping) {
  /// As the pixels go, and objects of which a tenth can be seen.
  public static final Labelling USUAL = new Labelling(By.PIXELS, Keeping.USUAL);

  /// What a label follows.
  public enum By implements Named {
    /// What a picture is labelled with goes where its pixels go.
    PIXELS,
    /// The sample has a weight for each class: its share of the objects' visible pixels.
    OBJECTS;

    @Override
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// By something else.
  public Labelling with(By other) {
    return new Labelling(other, keeping);
  }

  /// With other objects.
  public Labelling with(Keeping other) {
    return new Labelling(by, other);
  }
}
