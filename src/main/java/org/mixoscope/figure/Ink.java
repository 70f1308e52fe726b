package org.mixoscope.figure;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.mixoscope.recipe.Recipe;

/// Letters and colours, as 0xRRGGBB. Those of the sources are the same in every face of the
/// program.
public final class Ink {
  /// What lies on pictures, whatever they are drawn on.
  static final int WHITE = 0xFFFFFF;

  private static final List<Integer> SOURCES =
      List.of(0xDD6B16, 0x2E74E6, 0x0B8F83, 0xC2338C, 0x7D5FD3, 0x8A6A10, 0x5C6B80, 0x9C3B2E);

  /// The order of hues is that of Pascal VOC, softened so that white can be read on each and each
  /// can be told from light and dark pages.
  private static final List<Integer> CLASSES =
      List.of(
          0x667080, 0xB5433C, 0x3C8C4A, 0x8A7F1E, 0x3F5FBF, 0x8E4BA8, 0x1F8A8A, 0x7B6A5C, 0x8C3F66,
          0xC2563B, 0x5B8A2B, 0xB8741C, 0x6A55C2, 0xC04585, 0x3E8F74, 0xA86A5A, 0x2F6F5E, 0xA4552A,
          0x4E9440, 0x9A6B12, 0x2C7FB0);

  /// Hues of further classes are as far from each other as they can be: the golden angle.
  private static final float TURN = 137.508f / 360;

  private static final float SATURATION = 0.55f;
  private static final float BRIGHTNESS = 0.56f;

  private Ink() {}

  /// The colour of a class that is no source's.
  ///
  /// @param index of the class, at least 0
  public static int ofClass(int index) {
    return index < CLASSES.size()
        ? CLASSES.get(index)
        : Color.HSBtoRGB(index * TURN, SATURATION, BRIGHTNESS) & 0xFFFFFF;
  }

  /// The colour of source k.
  public static int ofSource(int k) {
    return SOURCES.get(k);
  }

  /// The letter of source k, A to H.
  public static String letter(int k) {
    return String.valueOf((char) ('A' + k));
  }

  /// The colours of a recipe's classes, in their order: each that of the first source of the class;
  /// one that is no source's, but part of a soft label, has that of its place.
  static List<Integer> ofClasses(Recipe recipe) {
    List<String> names = recipe.mixedSources().stream().map(source -> source.className()).toList();
    List<String> classes = recipe.classes();
    return IntStream.range(0, classes.size())
        .mapToObj(
            c -> {
              int k = names.indexOf(classes.get(c));
              return k < 0 ? ofClass(c + 1) : ofSource(k);
            })
        .toList();
  }
}
