package org.mixoscope.app.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// Lets a control explain itself. One key gives its name (`key`) and what it does, its range and
/// where it comes from (`key.help`): tooltip and screen reader say the same.
public final class Explained {
  private static final double TOOLTIP_WIDTH = 340;
  private static final Duration DELAY = Duration.millis(350);
  private static final Duration STAY = Duration.seconds(30);

  private Explained() {}

  public static <N extends Node> N by(N node, Messages messages, String key) {
    return by(node, messages, key, "");
  }

  /// With the keys that do the same.
  public static <N extends Node> N by(N node, Messages messages, String key, String shortcut) {
    return by(node, messages.bind(key), messages.bind(key + ".help"), shortcut);
  }

  /// To screen readers only: a tooltip would cover what it is about.
  public static <N extends Node> N spoken(N node, Messages messages, String key) {
    return spoken(node, messages.bind(key), messages.bind(key + ".help"));
  }

  /// The same by texts that follow more than the language.
  public static <N extends Node> N spoken(
      N node, ObservableValue<String> name, ObservableValue<String> help) {
    node.accessibleTextProperty().bind(name);
    node.accessibleHelpProperty().bind(help);
    return node;
  }

  /// By texts that follow more than the language.
  public static <N extends Node> N by(
      N node, ObservableValue<String> name, ObservableValue<String> help, String shortcut) {
    spoken(node, name, help);
    node.addEventFilter(
        MouseEvent.MOUSE_ENTERED,
        new EventHandler<>() {
          @Override
          public void handle(MouseEvent event) {
            // A tooltip is a window of its own; sixty of them would hold up the first window.
            node.removeEventFilter(MouseEvent.MOUSE_ENTERED, this);
            Tooltip.install(node, tooltip(name, help, shortcut));
          }
        });
    return node;
  }

  /// Lets a double click on a label reset what it names.
  public static void resets(Node label, Runnable reset) {
    label.setOnMouseClicked(
        e -> {
          if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
            reset.run();
          }
        });
  }

  private static Tooltip tooltip(
      ObservableValue<String> name, ObservableValue<String> help, String shortcut) {
    String suffix = shortcut.isEmpty() ? "" : "  (" + shortcut + ")";
    Tooltip tooltip = new Tooltip();
    tooltip
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> name.getValue() + suffix + "\n" + help.getValue(), name, help));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(TOOLTIP_WIDTH);
    tooltip.setShowDelay(DELAY);
    tooltip.setShowDuration(STAY);
    return tooltip;
  }
}
