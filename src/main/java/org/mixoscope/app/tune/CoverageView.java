package org.mixoscope.app.tune;

import java.util.List;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.stats.CoverageMap;
import org.mixoscope.stats.Estimate;

/// A map of how much of the partner there is on average at every place of the frame: the stronger
/// the blue, the more.
final class CoverageView extends Pane {
  private static final int OPAQUE = 255;
  private static final double NARROWEST = 60;
  private static final double WIDEST = 300;

  private final ImageView map = new ImageView();
  private final Rectangle edge = new Rectangle();
  private double ratio = 1;

  CoverageView() {
    setMinSize(84, 84);
    map.setManaged(false);
    edge.setManaged(false);
    edge.getStyleClass().add("map-edge");
    getChildren().addAll(map, edge);
  }

  void show(CoverageMap coverage) {
    List<List<Estimate>> rows = coverage.rows();
    ratio = (double) coverage.frame().width() / coverage.frame().height();
    WritableImage image = new WritableImage(rows.getFirst().size(), rows.size());
    for (int y = 0; y < rows.size(); y++) {
      for (int x = 0; x < rows.get(y).size(); x++) {
        int alpha = (int) Math.round(OPAQUE * Math.clamp(rows.get(y).get(x).value(), 0, 1));
        image.getPixelWriter().setArgb(x, y, alpha << 24 | SourceColour.B.rgb());
      }
    }
    map.setImage(image);
    requestLayout();
  }

  @Override
  protected double computePrefWidth(double height) {
    double high = height > 0 ? height : Math.max(getMinHeight(), getPrefHeight());
    return Math.clamp(high * ratio, NARROWEST, WIDEST);
  }

  @Override
  protected void layoutChildren() {
    double width = Math.min(getWidth(), getHeight() * ratio);
    double height = width / ratio;
    double x = (getWidth() - width) / 2;
    double y = (getHeight() - height) / 2;
    map.setFitWidth(width);
    map.setFitHeight(height);
    map.relocate(x, y);
    edge.setX(x);
    edge.setY(y);
    edge.setWidth(width);
    edge.setHeight(height);
  }
}
