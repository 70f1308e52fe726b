package org.mixoscope.app.ui;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import org.mixoscope.figure.Ink;

/// The colour of a class of class maps, and of one that only a soft label has.
///
/// @param index of the class, at least 0
public record ClassColour(int index) implements Hue {
  /// The colours of the first classes.
  public static List<Hue> first(int classes) {
    return IntStream.range(0, classes).mapToObj(index -> (Hue) new ClassColour(index)).toList();
  }

  @Override
  public int rgb() {
    return Ink.ofClass(index);
  }

  @Override
  public void dress(Node node) {
    node.setStyle("-mx-source: #%06x;".formatted(rgb()));
  }
}
