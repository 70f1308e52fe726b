package org.mixoscope.app.tune;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.stats.Estimate;

/// What a setting does, in figures. Those that were sampled carry their standard error.
final class NumbersPane extends VBox {
  private static final List<String> KEYS =
      List.of("drawn", "effective", "partner", "pure", "untouched", "replaced");

  private final List<Label> values = KEYS.stream().map(key -> new Label()).toList();

  NumbersPane(Messages messages) {
    getStyleClass().add("numbers");
    for (int i = 0; i < KEYS.size(); i++) {
      String key = "tune." + KEYS.get(i);
      Label name = new Label();
      name.textProperty().bind(messages.bind(key));
      name.getStyleClass().add("muted");
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      values.get(i).setId("number-" + KEYS.get(i));
      values.get(i).getStyleClass().add("figure-value");
      values.get(i).setMinWidth(Region.USE_PREF_SIZE);
      HBox row = new HBox(name, gap, values.get(i));
      row.getStyleClass().add("number-row");
      row.setAlignment(Pos.CENTER_LEFT);
      getChildren().add(Explained.by(row, messages, key));
    }
  }

  /// @param withLambda whether λ is drawn
  void show(Consequences consequences, boolean withLambda) {
    var statistics = consequences.statistics();
    values.get(0).setText(withLambda ? share(statistics.lambda().mean()) : "–");
    values.get(1).setText(share(statistics.effective().mean()));
    values.get(2).setText(percent(consequences.partner()));
    values.get(3).setText(percent(consequences.nearlyPure()));
    values.get(4).setText(percent(statistics.untouched()));
    values.get(5).setText(percent(statistics.replaced()));
  }

  private static String share(Estimate estimate) {
    return text("%.3f", estimate.value(), estimate.standardError(), estimate.exact(), "");
  }

  private static String percent(Estimate estimate) {
    return text(
        "%.1f", 100 * estimate.value(), 100 * estimate.standardError(), estimate.exact(), " %");
  }

  /// As many digits as it takes to see something.
  private static String format(double error) {
    int digits = error > 0 ? (int) Math.clamp(-Math.floor(Math.log10(error)), 0, 5) : 1;
    return "%." + digits + "f";
  }

  private static String text(
      String format, double value, double error, boolean exact, String unit) {
    String known = String.format(Locale.ROOT, format, value);
    return exact
        ? known + unit
        : known + " ± " + String.format(Locale.ROOT, format(error), error) + unit;
  }
}
