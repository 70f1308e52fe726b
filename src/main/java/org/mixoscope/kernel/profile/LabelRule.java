package org.mixoscope.kernel.profile;

import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Named;

/// What weight a framework gives a sample's own picture in the label of a CutMix. The partner gets
/// the rest.
public enum LabelRule implements Named {
  /// The exact share of the pixels that are left of it.
  PIXELS("pixels") {
    @Override
    public double ownWeight(double lambda, Box box, Frame frame) {
      return leftBy(box.clip(frame), frame);
    }
  },
  /// What the box would leave if the border did not clip it: the label gives the partner more than
  /// it shows.
  UNCLIPPED_BOX("unclipped-box") {
    @Override
    public double ownWeight(double lambda, Box box, Frame frame) {
      return leftBy(box, frame);
    }
  },
  /// λ as drawn.
  DRAWN_LAMBDA("drawn-lambda") {
    @Override
    public double ownWeight(double lambda, Box box, Frame frame) {
      return lambda;
    }
  };

  private final String id;

  LabelRule(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  /// The weight of the sample's own picture.
  ///
  /// @param lambda λ as drawn
  /// @param box before the border clips it
  public abstract double ownWeight(double lambda, Box box, Frame frame);

  private static double leftBy(Box box, Frame frame) {
    return (double) (frame.pixels() - box.area()) / frame.pixels();
  }
}
