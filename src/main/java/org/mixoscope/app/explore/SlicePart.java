package org.mixoscope.app.explore;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.Loaded;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.image.Stored;

/// Chooses a slice or page of the file of a source, or all of them; there only where it has
/// several. A drag reads the one that it ends at: to read them all on the way may take longer than
/// the hand.
final class SlicePart extends HBox {
  private final Slider slider = new Slider(1, 2, 1);
  private final Label number = new Label();
  private final ToggleButton all = new ToggleButton();
  private final int k;
  private final MixModel model;
  private boolean showing;

  SlicePart(int k, MixModel model, Messages messages) {
    this.k = k;
    this.model = model;
    getStyleClass().add("slice-part");
    setAlignment(Pos.CENTER_LEFT);
    slider.setId("slice-" + SourceColour.of(k).letter());
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setBlockIncrement(1);
    HBox.setHgrow(slider, Priority.ALWAYS);
    Explained.by(slider, messages, "slice");
    number.getStyleClass().add("caption");
    number.setMinWidth(Region.USE_PREF_SIZE);
    all.setId("slice-all-" + SourceColour.of(k).letter());
    all.getStyleClass().addAll("icon-button", "flat");
    all.setMinWidth(Region.USE_PREF_SIZE);
    all.textProperty().bind(messages.bind("slice.all"));
    Explained.by(all, messages, "slice.all");
    all.setOnAction(
        e -> {
          if (all.isSelected()) {
            model.sources().turnToAll(k);
          } else {
            model.sources().turnTo(k, page());
          }
        });
    // Of a volume the bar under the picture chooses what is shown.
    slider.visibleProperty().bind(all.selectedProperty().not());
    number.visibleProperty().bind(slider.visibleProperty());
    getChildren().addAll(slider, number, all);
    managedProperty().bind(visibleProperty());
    setVisible(false);
    slider
        .valueProperty()
        .subscribe(
            () -> {
              number.setText(page() + " / " + (int) slider.getMax());
              if (!showing && !slider.isValueChanging() && !all.isSelected()) {
                model.sources().turnTo(k, page());
              }
            });
    slider
        .valueChangingProperty()
        .subscribe(
            (before, now) -> {
              if (!now && !showing) {
                model.sources().turnTo(k, page());
              }
            });
  }

  private int page() {
    return (int) Math.rint(slider.getValue());
  }

  /// @param loaded null while there is no picture
  void show(@Nullable Loaded loaded) {
    Stored stored = loaded == null ? null : loaded.seen().stored();
    boolean whole = loaded != null && model.sources().isAll(k);
    setVisible(whole || (stored != null && stored.pages() > 1));
    all.setSelected(whole);
    if (stored != null && stored.pages() > 1 && !whole) {
      showing = true;
      slider.setMax(stored.pages());
      slider.setValue(stored.page());
      number.setText(stored.page() + " / " + stored.pages());
      showing = false;
    }
  }
}
