package org.mixoscope.app.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// A word of the glossary. `glossary.` and its id are the key of its name, with `.text` that of the
/// paragraph that explains it.
public enum Term {
  /// λ, as drawn.
  LAMBDA("lambda"),
  /// λ̂, as the pixels have it.
  EFFECTIVE("effective", "label-follows"),
  /// What shapes the density of λ.
  ALPHA("alpha"),
  /// The density of λ.
  BETA("beta"),
  /// The random variables of one mix.
  DRAW("draw"),
  /// What draws follow from.
  SEED("seed"),
  /// A picture that goes into a mix.
  SOURCE("source"),
  /// A label of several classes.
  SOFT_LABEL("label"),
  /// A label of one class.
  ONE_HOT("one-hot"),
  /// What takes certainty from labels.
  SMOOTHING("smoothing"),
  /// The loss of formulas.
  CROSS_ENTROPY("cross-entropy"),
  /// How well a network knows how sure it may be.
  CALIBRATION("ece"),
  /// Where which source is seen.
  MASK("mask"),
  /// What CutMix cuts.
  BOX("box", "min", "max"),
  /// The size of a mix.
  FRAME("frame"),
  /// How a mix is made again.
  RECIPE("recipe"),
  /// Another framework's conventions.
  PROFILE("profile"),
  /// A choice among methods.
  POLICY("policy");

  @SuppressWarnings("ImmutableEnumChecker") // List.of, of texts
  private final List<String> controls;

  /// @param controls what the ids of controls begin with that are about it
  Term(String... controls) {
    this.controls = List.of(controls);
  }

  /// Its name in the message bundles.
  public String key() {
    return "glossary." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What a control is about, or what it lies in.
  static Optional<Term> of(@Nullable Node control) {
    for (Node node = control; node != null; node = node.getParent()) {
      String id = node.getId();
      Optional<Term> found =
          Stream.of(values())
              .filter(term -> id != null && term.controls.stream().anyMatch(id::startsWith))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
