package org.mixoscope.app.compare;

import java.nio.ByteBuffer;
import java.util.IdentityHashMap;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.marks.MarksPane;
import org.mixoscope.app.marks.Placement;
import org.mixoscope.app.state.Highlight;
import org.mixoscope.app.state.ViewMarks;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ScreenImage;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.recipe.Recipe;

/// One mix of a sheet: the picture, its label as a bar, what makes it and λ̂.
final class CellView extends Region {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final double BAR = 6;
  private static final double PADDING = 9;
  private static final double ROUND = 16;

  /// The two halves of the mixer's memory.
  private static final int HALVES = 2;

  private final ImageView picture = new ImageView();
  private final Rectangle corners = new Rectangle();
  private final MarksPane marks;
  private final LabelBar bar = new LabelBar(false);
  private final Label name = new Label();
  private final Label share = new Label();
  private final Label refusal = new Label();
  private final IdentityHashMap<Pixels, Shown> known = new IdentityHashMap<>();
  private @Nullable ViewMarks marked;
  private boolean marksWanted;

  /// Memory on screen.
  private record Shown(PixelBuffer<ByteBuffer> buffer, WritableImage image) {}

  CellView(Messages messages) {
    marks = new MarksPane(messages);
    getStyleClass().add("mix");
    setAccessibleRole(AccessibleRole.BUTTON);
    corners.setArcWidth(ROUND);
    corners.setArcHeight(ROUND);
    picture.setClip(corners);
    // It goes from edge to edge.
    bar.setClip(null);
    share.getStyleClass().add("mono");
    refusal.getStyleClass().add("mix-refusal");
    refusal.setWrapText(true);
    refusal.setAlignment(Pos.CENTER);
    getChildren().addAll(picture, marks, bar, name, share, refusal);
  }

  /// Shows what came of a mix.
  ///
  /// @param caption what makes it; empty if that is written elsewhere
  /// @param why there is no mix; empty if there is one
  /// @param details for screen readers
  void show(MixedSheet.Cell cell, String caption, String why, String details) {
    Recipe recipe = cell.cell().recipe();
    Pixels pixels = cell.screen();
    MixedSheet.Label label = cell.label();
    boolean made = recipe != null && pixels != null && label != null;
    picture.setVisible(made);
    bar.setVisible(made);
    share.setVisible(made);
    refusal.setVisible(!made);
    refusal.setText(why);
    name.setText(caption);
    marked = cell.marks();
    setAccessibleText(details);
    if (recipe != null && pixels != null && label != null) {
      attach(pixels);
      bar.show(label.classes(), label.label(), SourceColour.ofClasses(recipe));
      share.setText("λ̂ " + LabelBar.number(label.effectiveLambda()));
    }
    requestLayout();
  }

  /// Whether what is where in the mix is drawn over it, if it is known.
  void showMarks(boolean wanted) {
    marksWanted = wanted;
    requestLayout();
  }

  /// Marks the cell that keys act on.
  void setSelected(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
    setFocusTraversable(selected);
  }

  private void attach(Pixels pixels) {
    Shown shown = known.get(pixels);
    if (shown == null) {
      if (known.size() == HALVES) {
        known.clear();
      }
      PixelBuffer<ByteBuffer> buffer = ScreenImage.buffer(pixels);
      shown = new Shown(buffer, new WritableImage(buffer));
      known.put(pixels, shown);
    } else {
      shown.buffer.updateBuffer(whole -> null);
    }
    picture.setImage(shown.image);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight() - Tiling.FOOT;
    picture.setFitWidth(width);
    picture.setFitHeight(height);
    corners.setWidth(width);
    // The lower corners stay square: the bar follows.
    corners.setHeight(height + ROUND);
    layoutMarks(width, height);
    bar.resizeRelocate(0, height, width, BAR);
    refusal.resizeRelocate(PADDING, PADDING, width - 2 * PADDING, height);
    layoutFoot(width, height + BAR, Tiling.FOOT - BAR);
  }

  /// There is no room for names.
  private void layoutMarks(double width, double height) {
    Image image = picture.getImage();
    if (image == null || !picture.isVisible() || width < 1 || height < 1) {
      marks.setVisible(false);
      return;
    }
    Frame frame = new Frame((int) image.getHeight(), (int) image.getWidth());
    marks.show(
        marksWanted ? marked : null,
        Placement.filling(frame, width, height),
        width,
        height,
        Highlight.Part.NOTHING,
        false);
  }

  /// The name goes before λ̂ where there is no room for both; alone, λ̂ is in the middle.
  private void layoutFoot(double width, double y, double height) {
    double room = width - 2 * PADDING;
    double forShare = Math.ceil(share.prefWidth(-1));
    double forName = Math.ceil(name.prefWidth(-1));
    boolean both = forName + PADDING + forShare <= room;
    boolean named = !name.getText().isEmpty();
    name.setVisible(named);
    share.setOpacity(both || !named ? 1 : 0);
    name.resizeRelocate(PADDING, y, both ? forName : room, height);
    share.resizeRelocate(
        named ? width - PADDING - forShare : (width - forShare) / 2, y, forShare, height);
  }
}
