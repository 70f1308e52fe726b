package org.mixoscope.app.explore;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.ViewMarks;
import org.mixoscope.app.ui.ClassColour;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.kernel.target.ClassMap;

/// The classes of a map that can be seen, with their colours and shares of the pixels that have a
/// class, the largest first.
final class MapLegend extends GridPane {
  private static final int MOST = 8;
  private static final double SWATCH = 12;

  private final Messages messages;
  private @Nullable ViewMarks shown;

  MapLegend(Messages messages) {
    this.messages = messages;
    setId("map-legend");
    getStyleClass().add("map-legend");
    setAlignment(Pos.CENTER_LEFT);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setMouseTransparent(true);
    setVisible(false);
  }

  /// @param marks null for no legend
  void show(@Nullable ViewMarks marks) {
    boolean isMap = marks != null && marks.target() instanceof ClassMap;
    if (!isMap || marks == null) {
      setVisible(false);
      shown = null;
    } else if (!marks.equals(shown)) {
      shown = marks;
      list(marks);
    }
  }

  private void list(ViewMarks marks) {
    getChildren().clear();
    double[] areas = marks.areas();
    double pixels = DoubleStream.of(areas).sum();
    List<Integer> seen =
        IntStream.range(0, areas.length)
            .filter(index -> areas[index] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(index -> -areas[index]))
            .toList();
    for (int row = 0; row < Math.min(MOST, seen.size()); row++) {
      int index = seen.get(row);
      Region swatch = new Region();
      swatch.getStyleClass().add("swatch");
      swatch.setMinSize(SWATCH, SWATCH);
      swatch.setMaxSize(SWATCH, SWATCH);
      new ClassColour(index).dress(swatch);
      add(swatch, 0, row);
      add(new Label(marks.names().get(index)), 1, row);
      add(share(areas[index] / pixels), 2, row);
    }
    if (seen.size() > MOST) {
      List<Integer> others = seen.subList(MOST, seen.size());
      double rest = others.stream().mapToDouble(index -> areas[index]).sum();
      add(new Label(messages.get("marks.others", Integer.toString(others.size()))), 1, MOST);
      add(share(rest / pixels), 2, MOST);
    }
    setVisible(!seen.isEmpty());
  }

  private static Label share(double share) {
    Label label = new Label(String.format(Locale.ROOT, "%.1f %%", 100 * share));
    label.getStyleClass().add("mono");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
