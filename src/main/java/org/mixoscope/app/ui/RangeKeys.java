package org.mixoscope.app.ui;

import javafx.event.Event;
import javafx.event.EventDispatchChain;
import javafx.event.EventDispatcher;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.RangeSlider;
import org.jspecify.annotations.Nullable;

/// The keys of a slider with two thumbs: arrows, Home and End move the thumb that has the focus,
/// Tab goes to the other one and on. Those of ControlsFX swallow all other keys too, move only the
/// upper thumb by Home and End, and Tab does not come out.
final class RangeKeys implements EventDispatcher {
  private final RangeSlider slider;
  private final EventDispatcher own;

  private RangeKeys(RangeSlider slider) {
    this.slider = slider;
    own = slider.getEventDispatcher();
  }

  /// Gives them to a slider.
  static void of(RangeSlider slider) {
    slider.setEventDispatcher(new RangeKeys(slider));
    slider
        .skinProperty()
        .subscribe(
            skin -> {
              // Else Tab would go from the slider into it.
              Node thumb = slider.lookup(".low-thumb");
              if (thumb != null) {
                thumb.setFocusTraversable(false);
              }
            });
  }

  @Override
  public @Nullable Event dispatchEvent(Event event, EventDispatchChain tail) {
    if (!(event instanceof KeyEvent key)) {
      return own.dispatchEvent(event, tail);
    }
    boolean plain = !(key.isControlDown() || key.isAltDown() || key.isMetaDown());
    return key.getEventType() == KeyEvent.KEY_PRESSED && plain ? press(key, tail) : key;
  }

  private @Nullable Event press(KeyEvent key, EventDispatchChain tail) {
    return switch (key.getCode()) {
      case LEFT, KP_LEFT -> move(position() - slider.getBlockIncrement());
      case RIGHT, KP_RIGHT -> move(position() + slider.getBlockIncrement());
      case HOME -> move(slider.getMin());
      case END -> move(slider.getMax());
      case TAB -> walk(key, tail);
      default -> key;
    };
  }

  private double position() {
    return isUpper() ? slider.getHighValue() : slider.getLowValue();
  }

  private @Nullable Event move(double position) {
    if (isUpper()) {
      slider.adjustHighValue(Math.max(position, slider.getLowValue()));
    } else {
      slider.adjustLowValue(Math.min(position, slider.getHighValue()));
    }
    return null;
  }

  private @Nullable Event walk(KeyEvent key, EventDispatchChain tail) {
    boolean back = key.isShiftDown();
    if (hasFocus(back ? ".high-thumb" : ".low-thumb")) {
      return own.dispatchEvent(key, tail);
    }
    slider.requestFocusTraversal(back ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    return null;
  }

  private boolean isUpper() {
    return hasFocus(".high-thumb");
  }

  private boolean hasFocus(String thumb) {
    Node node = slider.lookup(thumb);
    return node != null && node.isFocused();
  }
}
