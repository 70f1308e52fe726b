package org.mixoscope.figure;

import java.util.List;
import org.mixoscope.recipe.Recipe;

/// Letters and colours, as 0xRRGGBB. Those of the sources are the same in every face of the
/// program.
public final class Ink {
  static final int PAPER = 0xFFFFFF;
  static final int TEXT = 0x1B1F26;
  static final int MUTED = 0x5F6B7A;
  static final int LINE = 0xC9CFD8;
  static final int AREA = 0xE6E4FA;
  static final int CURVE = 0x4F4BB5;

  private static final List<Integer> SOURCES =
      List.of(0xDD6B16, 0x2E74E6, 0x0B8F83, 0xC2338C, 0x7D5FD3, 0x8A6A10, 0x5C6B80, 0x9C3B2E);

  private Ink() {}

  /// The colour of source k.
  public static int ofSource(int k) {
    return SOURCES.get(k);
  }

  /// The letter of source k, A to H.
  public static String letter(int k) {
    return String.valueOf((char) ('A' + k));
  }

  /// The colours of a recipe's classes, in their order: each that of the first source of the class.
  static List<Integer> ofClasses(Recipe recipe) {
    List<String> names = recipe.mixedSources().stream().map(source -> source.className()).toList();
    return recipe.classes().stream().map(name -> ofSource(names.indexOf(name))).toList();
  }
}
