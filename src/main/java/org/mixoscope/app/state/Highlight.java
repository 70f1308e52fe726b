package org.mixoscope.app.state;

/// What lights up wherever it appears: on the picture, in the label, the formula, the plot.
public sealed interface Highlight {
  /// Source k: its pixels, its pane, its class in the label, its terms.
  record Source(int k) implements Highlight {}

  /// What is no source.
  enum Part implements Highlight {
    NOTHING,
    /// The weight of A.
    LAMBDA,
    /// The box that B is in.
    BOX,
    /// The label of the mix.
    LABEL
  }

  /// Whether a part lights up too: the part itself, and what says the same of it. λ is the weight
  /// of A, the box is that of B.
  default boolean lights(Highlight part) {
    return this != Part.NOTHING && (equals(part) || part.equals(alike()));
  }

  private Highlight alike() {
    if (equals(Part.LAMBDA)) {
      return new Source(0);
    }
    if (equals(Part.BOX)) {
      return new Source(1);
    }
    if (equals(new Source(0))) {
      return Part.LAMBDA;
    }
    return equals(new Source(1)) ? Part.BOX : this;
  }
}
