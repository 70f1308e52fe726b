package org.mixoscope.app.explore;

import java.util.stream.IntStream;
import javafx.scene.layout.VBox;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.WhileVisible;

/// The pictures that are mixed, one below the other, there while they are wanted.
final class PresentedSources extends VBox {
  private final MixModel model;
  private final Messages messages;

  PresentedSources(MixModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    setId("presenter-sources");
    getStyleClass().add("presenter-sources");
    setMinWidth(0);
    managedProperty().bind(visibleProperty());
    WhileVisible.follow(
        this, this::show, model.revisionProperty(), model.sight().presentedProperty());
    show();
  }

  private void show() {
    setVisible(model.sight().presentedProperty().get().sources());
    int wanted = isVisible() ? model.recipe().mixedSources().size() : 0;
    if (getChildren().size() != wanted) {
      getChildren()
          .setAll(
              IntStream.range(0, wanted)
                  .mapToObj(k -> new PresentedSource(model, k, messages))
                  .toList());
    }
  }
}
