package org.mixoscope.app.ui;

import javafx.scene.Node;

/// A colour that stands for something. A node that wears it has it as `-mx-source`.
public sealed interface Hue permits ClassColour, SourceColour {
  /// As 0xRRGGBB.
  int rgb();

  /// Gives a node the colour.
  void dress(Node node);
}
