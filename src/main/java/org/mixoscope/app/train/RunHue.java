package org.mixoscope.app.train;

import java.util.List;
import javafx.scene.layout.Region;
import org.mixoscope.app.ui.SourceColour;

/// The colours of runs, which are not those of the first classes.
final class RunHue {
  private static final List<SourceColour> HUES =
      List.of(SourceColour.G, SourceColour.D, SourceColour.C, SourceColour.F);

  private static final double SIDE = 12;

  private RunHue() {}

  /// That of run k.
  static SourceColour of(int k) {
    return HUES.get(k);
  }

  /// A patch of it.
  static Region swatch(int k) {
    Region swatch = new Region();
    swatch.getStyleClass().add("swatch");
    swatch.setMinSize(SIDE, SIDE);
    swatch.setMaxSize(SIDE, SIDE);
    of(k).dress(swatch);
    return swatch;
  }
}
