package org.mixoscope.app.audit;

import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.mixoscope.app.ui.ScreenImage;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// A small mix with its box; what the border clips is dashed.
final class BoxThumbnail extends Pane {
  /// Room around the picture for what sticks out of it.
  private static final double MARGIN = 0.16;

  private final ImageView picture = new ImageView();
  private final Rectangle whole = new Rectangle();
  private final Rectangle inside = new Rectangle();
  private Frame frame = new Frame(1, 1);
  private Box drawn = new Box(0, 0, 0, 0);

  BoxThumbnail() {
    getStyleClass().addAll("box-thumbnail", SourceColour.B.styleClass());
    whole.getStyleClass().add("thumbnail-whole");
    inside.getStyleClass().add("thumbnail-inside");
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    getChildren().addAll(picture, whole, inside);
    getChildren().forEach(node -> node.setManaged(false));
  }

  /// @param pixels the mix, made small, BGRA
  void show(Pixels pixels, Finding finding) {
    picture.setImage(ScreenImage.of(pixels));
    frame = finding.frame();
    drawn = finding.drawn();
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double scale =
        Math.min(
            getWidth() / (frame.width() * (1 + 2 * MARGIN)),
            getHeight() / (frame.height() * (1 + 2 * MARGIN)));
    double x = (getWidth() - scale * frame.width()) / 2;
    double y = (getHeight() - scale * frame.height()) / 2;
    picture.setFitWidth(scale * frame.width());
    picture.setFitHeight(scale * frame.height());
    picture.relocate(x, y);
    place(whole, drawn, x, y, scale);
    place(inside, drawn.clip(frame), x, y, scale);
  }

  private static void place(Rectangle outline, Box box, double x, double y, double scale) {
    outline.setX(x + scale * box.x1());
    outline.setY(y + scale * box.y1());
    outline.setWidth(scale * box.width());
    outline.setHeight(scale * box.height());
    outline.setVisible(!box.isEmpty());
  }
}
