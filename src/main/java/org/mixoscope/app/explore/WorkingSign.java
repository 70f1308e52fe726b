package org.mixoscope.app.explore;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Lasting;
import org.mixoscope.app.ui.Late;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.WhileVisible;

/// That the mix is still being worked out, over the picture that was there before.
final class WorkingSign {
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
    Label sign = new Label();
    sign.textProperty().bind(messages.bind("picture.working"));
    sign.setWrapText(true);
    sign.setId("working");
    sign.getStyleClass().add("working-sign");
    sign.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(sign, Pos.TOP_CENTER);
    return sign;
  }
}
