package org.mixoscope.app.marks;

import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.Highlight;
import org.mixoscope.app.state.ViewMarks;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Objects;

/// What is where in a picture, drawn over it: a class map as a tint, objects by their lines and
/// names.
public final class MarksPane extends Pane {
  private final PictureLayer tint = new PictureLayer();
  private final ObjectLines lines = new ObjectLines();
  private final ObjectTags tags;

  /// Nothing yet; names of objects are said in the language of the messages.
  public MarksPane(Messages messages) {
    tags = new ObjectTags(messages);
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
    getStyleClass().add("marks");
    getChildren().addAll(tint.node(), lines.node(), tags);
  }

  /// Draws anew.
  ///
  /// @param marks null for nothing
  /// @param placement where the picture lies in a room, in whatever frame
  /// @param named whether objects have their names
  public void show(
      @Nullable ViewMarks marks,
      Placement placement,
      double width,
      double height,
      Highlight lit,
      boolean named) {
    setVisible(marks != null);
    boolean tinted = marks != null && marks.target() instanceof ClassMap;
    tint.node().setVisible(tinted);
    lines.node().setVisible(marks != null && !tinted);
    if (!tinted) {
      tint.fit(null);
    }
    if (marks == null) {
      return;
    }
    tags.clear();
    switch (marks.target()) {
      case ClassMap map -> {
        tint.fit(map.frame());
        tint.place(placement.of(map.frame()), width, height);
        tint.paint(out -> MapTint.paint(map, out));
      }
      case Objects objects -> {
        Placement own = placement.of(objects.frame());
        lines.draw(marks, objects, own, lit, width, height);
        if (named) {
          tags.show(marks, objects, own, room(own, width, height));
        }
      }
      default -> {}
    }
  }

  /// What is seen of the picture.
  private static Rectangle2D room(Placement placement, double width, double height) {
    double left = Math.max(0, placement.left());
    double top = Math.max(0, placement.top());
    return new Rectangle2D(
        left,
        top,
        Math.max(0, Math.min(width, placement.left() + placement.width()) - left),
        Math.max(0, Math.min(height, placement.top() + placement.height()) - top));
  }
}
