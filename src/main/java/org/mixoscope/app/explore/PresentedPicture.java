package org.mixoscope.app.explore;

import javafx.scene.layout.Pane;
import org.mixoscope.app.marks.MarksPane;
import org.mixoscope.app.marks.PictureLayer;
import org.mixoscope.app.marks.Placement;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.state.Sight;
import org.mixoscope.app.state.View;
import org.mixoscope.app.state.ViewMarks;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.NextFrame;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.kernel.Frame;

/// The mix as large as there is room, with its box or position, and nothing else. It follows the
/// model only while it is shown.
final class PresentedPicture extends Pane {
  private static final double GAP = 10;

  private final MixModel model;
  private final PictureLayer picture = new PictureLayer();
  private final BoxOverlay box;
  private final PositionOverlay position;
  private final MarksPane marks;
  private final MapLegend legend;
  private final NextFrame nextFrame = new NextFrame(this, this::render);

  PresentedPicture(MixModel model, Messages messages) {
    this.model = model;
    setId("presented-picture");
    setMinSize(0, 0);
    box = new BoxOverlay(model, messages);
    position = new PositionOverlay(model, messages);
    marks = new MarksPane(messages);
    legend = new MapLegend(messages);
    legend.setManaged(false);
    getChildren().addAll(picture.node(), marks, legend, box, position);
    WhileVisible.follow(
        this,
        nextFrame::ask,
        model.revisionProperty(),
        model.sight().shownProperty(),
        model.sight().litProperty(),
        model.sight().marksShownProperty());
  }

  /// Mixes now instead of with the next frame of the screen.
  void render() {
    Prepared ready = model.shownProperty().get();
    picture.node().setVisible(ready != null);
    Frame frame = model.frame();
    if (ready == null || frame == null) {
      return;
    }
    picture.fit(ready.inputs().frame());
    Placement placement = Placement.filling(frame, getWidth(), getHeight());
    if (placement.scale() > 0) {
      picture.place(placement, getWidth(), getHeight());
      box.place(placement);
      position.place(placement);
    }
    Sight sight = model.sight();
    View view = sight.shownProperty().getValue();
    picture.paint(out -> model.render(view, out));
    ViewMarks known = sight.marksShownProperty().get() ? model.marks(view) : null;
    marks.show(known, placement, getWidth(), getHeight(), sight.litProperty().getValue(), true);
    legend.show(known);
    legend.applyCss();
    legend.autosize();
    double bottom = placement.top() + placement.height();
    legend.relocate(placement.left() + GAP, bottom - legend.getHeight() - GAP);
    box.show();
    position.show();
  }

  @Override
  protected void layoutChildren() {
    render();
  }
}
