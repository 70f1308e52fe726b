package org.mixoscope.app.ui;

import java.util.List;
import java.util.Locale;
import org.mixoscope.recipe.Recipe;

/// The letter and the colour of a source, the same wherever it appears. Style sheets have the
/// colours as `-mx-a` to `-mx-h`; a node of a source's style class has its own as `-mx-source`.
public enum SourceColour {
  A(0xDD6B16),
  B(0x2E74E6),
  C(0x0B8F83),
  D(0xC2338C),
  E(0x7D5FD3),
  F(0x8A6A10),
  G(0x5C6B80),
  H(0x9C3B2E);

  private final int rgb;

  SourceColour(int rgb) {
    this.rgb = rgb;
  }

  /// The colour of source k.
  public static SourceColour of(int k) {
    return values()[k];
  }

  /// The colours of a recipe's classes, in their order: each that of the first source of the class.
  public static List<SourceColour> ofClasses(Recipe recipe) {
    List<String> names = recipe.mixedSources().stream().map(source -> source.className()).toList();
    return recipe.classes().stream().map(name -> of(names.indexOf(name))).toList();
  }

  /// The source whose colour it is.
  public int index() {
    return List.of(values()).indexOf(this);
  }

  public int rgb() {
    return rgb;
  }

  public String letter() {
    return name();
  }

  /// Style class of nodes that belong to the source.
  public String styleClass() {
    return "source-" + name().toLowerCase(Locale.ROOT);
  }
}
