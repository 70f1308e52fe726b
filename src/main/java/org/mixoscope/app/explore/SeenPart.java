package org.mixoscope.app.explore;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Sight;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Landing;

/// A line on a thumbnail around what the large picture shows, while that is not all.
final class SeenPart extends Rectangle {
  private final MixModel model;
  private final ImageView thumbnail;
  private @Nullable Frame picture;

  SeenPart(MixModel model, ImageView thumbnail) {
    this.model = model;
    this.thumbnail = thumbnail;
    getStyleClass().add("seen-part");
    setManaged(false);
    setMouseTransparent(true);
    model.sight().seenProperty().subscribe(() -> show(picture));
  }

  /// @param size of the picture that the thumbnail shows, null while there is none
  void show(@Nullable Frame size) {
    picture = size;
    Frame frame = model.frame();
    Rectangle2D part = model.sight().seenProperty().get();
    setVisible(size != null && frame != null && !part.equals(Sight.WHOLE));
    if (isVisible() && size != null && frame != null) {
      Landing fit = model.recipe().fit().place(size, frame);
      Box crop = fit.from();
      Box target = fit.to();
      double perColumn = thumbnail.getFitWidth() / size.width();
      double perRow = thumbnail.getFitHeight() / size.height();
      double scaleX = perColumn * crop.width() / target.width();
      double scaleY = perRow * crop.height() / target.height();
      setX(
          thumbnail.getLayoutX()
              + crop.x1() * perColumn
              + (part.getMinX() * frame.width() - target.x1()) * scaleX);
      setY(
          thumbnail.getLayoutY()
              + crop.y1() * perRow
              + (part.getMinY() * frame.height() - target.y1()) * scaleY);
      setWidth(part.getWidth() * frame.width() * scaleX);
      setHeight(part.getHeight() * frame.height() * scaleY);
    }
  }
}
