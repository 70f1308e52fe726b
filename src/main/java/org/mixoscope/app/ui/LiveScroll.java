package org.mixoscope.app.ui;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ScrollPaneSkin;

/// Scrolls what changes while it stands still. JavaFX keeps a picture of what a pane scrolls, and
/// makes all of it anew for whatever changes in it; this one draws what changed.
public final class LiveScroll extends ScrollPane {
  /// @param content that has the look of the screen behind it
  public LiveScroll(Node content) {
    super(content);
    getStyleClass().add("bare-scroll");
    setHbarPolicy(ScrollBarPolicy.NEVER);
    // Before it is styled, as Skins says.
    setSkin(createDefaultSkin());
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    ScrollPaneSkin skin = new ScrollPaneSkin(this);
    getChildren().forEach(part -> part.setCache(false));
    // Never seen, and dressed like any other.
    getChildren().remove(skin.getHorizontalScrollBar());
    return skin;
  }
}
