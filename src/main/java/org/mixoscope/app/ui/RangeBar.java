package org.mixoscope.app.ui;

import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.controlsfx.control.RangeSlider;

/// The bar between two thumbs moves both, and keeps how far they are apart. That of ControlsFX
/// moves one after the other: a quick drag pushes the lower one against the upper and loses the
/// distance. It stops short of the ends, too.
final class RangeBar {
  private final RangeSlider slider;
  private final Region track;
  private final Moved moved;
  private double grabbed;
  private double low;
  private double high;

  /// Is told where both thumbs are dragged to, as positions of the slider.
  interface Moved {
    void to(double low, double high);
  }

  private RangeBar(RangeSlider slider, Region track, Moved moved) {
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
              if (slider.lookup(".range-bar") instanceof Node bar
                  && slider.lookup(".track") instanceof Region track) {
                RangeBar drag = new RangeBar(slider, track, moved);
                bar.setOnMousePressed(drag::grab);
                bar.setOnMouseDragged(drag::drag);
                bar.setOnMouseReleased(null);
              }
            });
  }

  private void grab(MouseEvent press) {
    slider.requestFocus();
    grabbed = x(press);
    low = slider.getLowValue();
    high = slider.getHighValue();
  }

  private void drag(MouseEvent drag) {
    double way = Math.clamp((x(drag) - grabbed) / track.getWidth(), -low, 1 - high);
    moved.to(low + way, high + way);
  }

  private double x(MouseEvent event) {
    return slider.sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
  }
}
