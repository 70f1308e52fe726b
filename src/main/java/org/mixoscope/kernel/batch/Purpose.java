package org.mixoscope.kernel.batch;

/// What random numbers are for. Each has streams of its own.
enum Purpose {
  /// The draw of a decision. Its key is 0, so that it is a recipe's draw of the same index.
  DRAW(0),
  /// Whether to mix, and by which method.
  CHOICE(1),
  /// What all decisions of a batch have in common.
  SHARED(2),
  /// Who is mixed with whom.
  PAIRING(3);

  private final long key;

  Purpose(long key) {
    this.key = key;
  }

  /// Two bits.
  long key() {
    return key;
  }
}
