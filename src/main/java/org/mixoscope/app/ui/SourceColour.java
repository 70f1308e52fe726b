package org.mixoscope.app.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.Node;
import org.mixoscope.figure.Ink;
import org.mixoscope.recipe.Recipe;

/// The letter and the colour of a source, the same wherever it appears. Style sheets have the
/// colours as `-mx-a` to `-mx-h`; a node of a source's style class has its own as `-mx-source`.
public enum SourceColour implements Hue {
  A(0),
  B(1),
  C(2),
  D(3),
  E(4),
  F(5),
  G(6),
  H(7);

  private final int k;

  SourceColour(int k) {
    this.k = k;
  }

  /// The colour of source k.
  public static SourceColour of(int k) {
    return values()[k];
  }

  /// The colours of a recipe's classes, in their order: each that of the first source of the class;
  /// one that is no source's, but part of a soft label, has that of its place.
  public static List<Hue> ofClasses(Recipe recipe) {
    List<String> names = recipe.mixedSources().stream().map(source -> source.className()).toList();
    List<String> classes = recipe.classes();
    return IntStream.range(0, classes.size())
        .mapToObj(
            c -> {
              int k = names.indexOf(classes.get(c));
              return k < 0 ? new ClassColour(c + 1) : (Hue) of(k);
            })
        .toList();
  }

  /// The source whose colour it is.
  public int index() {
    return List.of(values()).indexOf(this);
  }

  @Override
  public int rgb() {
    return Ink.ofSource(k);
  }

  public String letter() {
    return name();
  }

  @Override
  public void dress(Node node) {
    node.getStyleClass().add(styleClass());
  }

  /// Style class of nodes that belong to the source.
  public String styleClass() {
    return "source-" + name().toLowerCase(Locale.ROOT);
  }
}
