package org.mixoscope.kernel.profile;

import org.mixoscope.kernel.Named;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Method;

/// What weight a framework gives a sample's own picture in the label, in words; the number is
/// [Method#labelWeights]. The partner gets the rest.
public enum LabelRule implements Named {
  /// The exact share of the pixels that are left of it.
  PIXELS("pixels"),
  /// What the box would leave if the border did not clip it: the label gives the partner more than
  /// it shows.
  UNCLIPPED_BOX("unclipped-box"),
  /// λ as drawn.
  DRAWN_LAMBDA("drawn-lambda");

  private final String id;

  LabelRule(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  /// The rule that a method follows.
  static LabelRule of(Method method) {
    if (!(method instanceof CutMix cutMix) || cutMix.correctLambda()) {
      return PIXELS;
    }
    return cutMix.rule().countsUnclipped() ? UNCLIPPED_BOX : DRAWN_LAMBDA;
  }
}
