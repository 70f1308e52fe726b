package org.mixoscope.app.ui;

import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.controlsfx.control.RangeSlider;

/// What ControlsFX drags otherwise. The bar between two thumbs moves both, and keeps how far they
/// are apart: its own moves one after the other, and in a quick drag pushes the lower one against
/// the upper. Of two thumbs that lie on each other that one moves which has a way to go.
final class RangeDrag {
  private final RangeSlider slider;
  private final Region track;
  private final Moved moved;
  private double grabbed;
  private double low;
  private double high;
  private boolean met;

  /// Is told where both thumbs are dragged to, as positions of the slider.
  interface Moved {
    void to(double low, double high);
  }

  private RangeDrag(RangeSlider slider, Region track, Moved moved) {
    this.slider = slider;
    this.track = track;
    this.moved = moved;
  }

  /// Gives it to a slider from 0 to 1.
  static void of(RangeSlider slider, Moved moved) {
    slider
        .skinProperty()
        .subscribe(
            skin -> {
              if (slider.lookup(".track") instanceof Region track) {
                Node bar = slider.lookup(".range-bar");
                RangeDrag drag = new RangeDrag(slider, track, moved);
                slider.addEventFilter(MouseEvent.MOUSE_PRESSED, drag::grab);
                slider.addEventFilter(MouseEvent.MOUSE_DRAGGED, drag::part);
                bar.setOnMousePressed(e -> slider.requestFocus());
                bar.setOnMouseDragged(drag::shift);
                bar.setOnMouseReleased(null);
              }
            });
  }

  private void grab(MouseEvent press) {
    grabbed = x(press);
    low = slider.getLowValue();
    high = slider.getHighValue();
    met = low == high && !track.equals(press.getTarget());
  }

  private void part(MouseEvent drag) {
    if (met) {
      double way = way(drag);
      moved.to(low + Math.min(0, way), high + Math.max(0, way));
      drag.consume();
    }
  }

  private void shift(MouseEvent drag) {
    double way = way(drag);
    moved.to(low + way, high + way);
  }

  private double way(MouseEvent drag) {
    return Math.clamp((x(drag) - grabbed) / track.getWidth(), -low, 1 - high);
  }

  private double x(MouseEvent event) {
    return slider.sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
  }
}
