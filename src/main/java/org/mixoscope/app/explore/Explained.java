package org.mixoscope.app.explore;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.mixoscope.app.ui.Messages;

/// Lets a control explain itself. One key gives its name (`key`) and what it does, its range and
/// where it comes from (`key.help`): tooltip and screen reader say the same.
final class Explained {
  private static final double TOOLTIP_WIDTH = 340;
  private static final Duration DELAY = Duration.millis(350);
  private static final Duration STAY = Duration.seconds(30);

  private Explained() {}

  static <N extends Node> N by(N node, Messages messages, String key) {
    return by(node, messages, key, "");
  }

  /// With the keys that do the same.
  static <N extends Node> N by(N node, Messages messages, String key, String shortcut) {
    String suffix = shortcut.isEmpty() ? "" : "  (" + shortcut + ")";
    StringBinding name = messages.bind(key);
    StringBinding help = messages.bind(key + ".help");
    node.accessibleTextProperty().bind(name);
    node.accessibleHelpProperty().bind(help);
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(Bindings.concat(name, suffix, "\n", help));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(TOOLTIP_WIDTH);
    tooltip.setShowDelay(DELAY);
    tooltip.setShowDuration(STAY);
    Tooltip.install(node, tooltip);
    return node;
  }
}
