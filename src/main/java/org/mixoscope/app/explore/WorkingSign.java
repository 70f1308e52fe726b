package org.mixoscope.app.explore;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Lasting;
import org.mixoscope.app.ui.Late;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.WhileVisible;

/// That the mix is still being worked out, over the picture that was there before.
final class WorkingSign {
  private static final double BUSY = 20;

  private WorkingSign() {}

  /// What lies over a picture, at its top.
  ///
  /// @param picture follows the model while it is shown
  static Node over(Node picture, MixModel model, Messages messages) {
    Lasting working = new Lasting();
    ReadOnlyBooleanProperty now = model.groundwork().workingProperty();
    WhileVisible.follow(picture, () -> working.show(now.get()), now);
    Node place = new Late(working.lastsProperty(), () -> sign(messages));
    place.setMouseTransparent(true);
    return place;
  }

  private static Node sign(Messages messages) {
    ProgressIndicator busy = new ProgressIndicator();
    busy.setMinSize(BUSY, BUSY);
    busy.setMaxSize(BUSY, BUSY);
    Label words = new Label();
    words.textProperty().bind(messages.bind("picture.working"));
    words.setWrapText(true);
    HBox sign = new HBox(busy, words);
    sign.setId("working");
    sign.getStyleClass().add("working-sign");
    sign.setAlignment(Pos.CENTER);
    StackPane.setAlignment(sign, Pos.TOP_CENTER);
    sign.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    return sign;
  }
}
