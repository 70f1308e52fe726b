package org.mixoscope.app.batch;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.ScreenImage;

/// One sample that was written: the picture, the soft label as a bar and in numbers, what made it.
final class SampleTile extends VBox {
  private static final int MOST_CLASSES = 2;

  /// Between a name that is cut off and its number.
  private static final double GAP = 6;

  SampleTile(Shown sample, BatchText text, double side) {
    getStyleClass().add("sample-tile");
    ImageView picture = new ImageView(ScreenImage.of(sample.picture()));
    picture.setPreserveRatio(true);
    picture.setFitWidth(side);
    picture.setFitHeight(side);
    // Tiny pictures stay pixels.
    picture.setSmooth(Math.max(sample.picture().width(), sample.picture().height()) > side / 2);
    StackPane well = new StackPane(picture);
    well.getStyleClass().add("sample-well");
    well.setMinSize(side, side);
    LabelBar bar = new LabelBar(false);
    bar.show(sample.classes(), sample.label(), sample.colours());
    VBox words =
        new VBox(
            line("sample-head", BatchText.number(sample.index()), text.method(sample.method())));
    words.getStyleClass().add("sample-words");
    int shown = Math.min(MOST_CLASSES, sample.classes().size());
    for (int c = 0; c < shown; c++) {
      HBox line =
          line(
              "sample-label",
              sample.classes().get(c),
              String.format(Locale.ROOT, "%.2f", sample.label().get(c)));
      line.getStyleClass().add(sample.colours().get(c).styleClass());
      line.getChildren().getLast().getStyleClass().add("source-text");
      words.getChildren().add(line);
    }
    getChildren().addAll(well, bar, words);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(
        BatchText.number(sample.index())
            + ", "
            + text.method(sample.method())
            + ", "
            + BatchText.spoken(sample));
  }

  private static HBox line(String style, String left, String right) {
    Label name = new Label(left);
    name.setMinWidth(0);
    Region gap = new Region();
    gap.setMinWidth(GAP);
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label value = new Label(right);
    value.getStyleClass().add("sample-value");
    value.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(name, gap, value);
    line.getStyleClass().add(style);
    return line;
  }
}
