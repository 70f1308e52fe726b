package org.mixoscope.app.explore;

import javafx.geometry.Pos;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ScreenImage;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.Trait;

/// The mask as it is applied, where a method has one.
final class MaskPane extends VBox {
  private final MixModel model;
  private final ImageView image = new ImageView();
  private @Nullable Pixels drawn;

  MaskPane(MixModel model, Messages messages) {
    this.model = model;
    getStyleClass().add("card");
    StackPane well = new StackPane(image);
    well.setMinSize(0, 0);
    well.setAlignment(Pos.CENTER);
    VBox.setVgrow(well, Priority.ALWAYS);
    image.setPreserveRatio(true);
    // The picture follows the room it is given, not the other way round.
    well.setPrefHeight(0);
    image.fitWidthProperty().bind(well.widthProperty());
    image.fitHeightProperty().bind(well.heightProperty());
    getChildren().addAll(Card.title(messages.bind("mask.title")), well);
    Explained.by(well, messages, "mask");
    WhileVisible.follow(this, this::show, model.revisionProperty());
  }

  private void show() {
    Prepared ready = model.pictures().prepared();
    Pixels mask = ready == null ? null : ready.inputs().mask();
    boolean shown = model.recipe().method().type().uses(Trait.MASK) && mask != null;
    setVisible(shown);
    setManaged(shown);
    // The mask stays while everything else moves.
    if (shown && mask != null && !mask.equals(drawn)) {
      drawn = mask;
      image.setImage(ScreenImage.of(Prepared.toScreen(mask)));
    }
  }
}
