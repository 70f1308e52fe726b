package org.mixoscope.app.ui;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.paint.Color;

/// The colour of a class of class maps: the order of hues is that of Pascal VOC, softened so that
/// white can be read on each and each can be told from light and dark pages.
///
/// @param index of the class, at least 0
public record ClassColour(int index) implements Hue {
  private static final List<Integer> VOC =
      List.of(
          0x667080, 0xB5433C, 0x3C8C4A, 0x8A7F1E, 0x3F5FBF, 0x8E4BA8, 0x1F8A8A, 0x7B6A5C, 0x8C3F66,
          0xC2563B, 0x5B8A2B, 0xB8741C, 0x6A55C2, 0xC04585, 0x3E8F74, 0xA86A5A, 0x2F6F5E, 0xA4552A,
          0x4E9440, 0x9A6B12, 0x2C7FB0);

  /// Hues of further classes are as far from each other as they can be: the golden angle.
  private static final double TURN = 137.508;

  private static final double SATURATION = 0.55;
  private static final double BRIGHTNESS = 0.56;

  /// The colours of the first classes.
  public static List<Hue> first(int classes) {
    return IntStream.range(0, classes).mapToObj(index -> (Hue) new ClassColour(index)).toList();
  }

  @Override
  public int rgb() {
    if (index < VOC.size()) {
      return VOC.get(index);
    }
    Color colour = Color.hsb(index * TURN, SATURATION, BRIGHTNESS);
    return (int) Math.round(255 * colour.getRed()) << 16
        | (int) Math.round(255 * colour.getGreen()) << 8
        | (int) Math.round(255 * colour.getBlue());
  }

  @Override
  public void dress(Node node) {
    node.setStyle("-mx-source: #%06x;".formatted(rgb()));
  }
}
