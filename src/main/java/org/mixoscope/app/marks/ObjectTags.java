package org.mixoscope.app.marks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.mixoscope.app.state.ViewMarks;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.figure.ObjectName;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Objects;

/// The names of objects, each in the upper left corner of its own or, where there is another, below
/// that. One for which there is no room has none.
final class ObjectTags extends Pane {
  private static final int MOST = 40;
  private static final double GAP = 2;

  private final Messages messages;
  private final List<Label> tags = new ArrayList<>();

  ObjectTags(Messages messages) {
    this.messages = messages;
    setMouseTransparent(true);
  }

  /// Shows no tag.
  void clear() {
    tags.forEach(tag -> tag.setVisible(false));
  }

  /// @param placement of the frame that the objects are in
  /// @param room what can be seen
  void show(ViewMarks marks, Objects objects, Placement placement, Rectangle2D room) {
    clear();
    List<Rectangle2D> taken = new ArrayList<>();
    // Small objects have little room beside their own corner.
    List<Instance> small =
        objects.instances().stream()
            .sorted(Comparator.comparingDouble(one -> one.box().area()))
            .limit(MOST)
            .toList();
    for (int i = 0; i < small.size(); i++) {
      Instance object = small.get(i);
      Label tag = tag(i);
      SourceColour colour = SourceColour.of(marks.source(object));
      tag.getStyleClass().setAll("label", "object-tag", colour.styleClass());
      tag.setText(ObjectName.of(object, marks.names(), messages::get));
      // A tag that was not seen yet has no style to be measured by.
      tag.setVisible(true);
      tag.applyCss();
      tag.autosize();
      tag.setVisible(place(tag, object.box(), placement, room, taken));
    }
  }

  private Label tag(int i) {
    while (tags.size() <= i) {
      Label tag = new Label();
      tag.setManaged(false);
      tags.add(tag);
      getChildren().add(tag);
    }
    return tags.get(i);
  }

  private static boolean place(
      Label tag, Edges box, Placement placement, Rectangle2D room, List<Rectangle2D> taken) {
    double left = placement.left() + box.x1() * placement.scale();
    double top = placement.top() + box.y1() * placement.scale();
    double right = placement.left() + box.x2() * placement.scale();
    double bottom = placement.top() + box.y2() * placement.scale();
    double most = room.getMaxX() - tag.getWidth() - GAP;
    double x = Math.min(Math.max(left, room.getMinX()) + GAP, most);
    double y = Math.max(top, room.getMinY()) + GAP;
    if (x < room.getMinX() || right < room.getMinX() || left > room.getMaxX()) {
      return false;
    }
    while (y + tag.getHeight() / 2 < Math.min(bottom, room.getMaxY())) {
      Rectangle2D wanted = new Rectangle2D(x, y, tag.getWidth(), tag.getHeight());
      if (taken.stream().noneMatch(wanted::intersects)) {
        taken.add(wanted);
        tag.relocate(x, y);
        return true;
      }
      y += tag.getHeight() + GAP;
    }
    return false;
  }
}
