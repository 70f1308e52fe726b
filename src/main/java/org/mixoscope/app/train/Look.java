package org.mixoscope.app.train;

import java.util.List;

/// What the pane of a run shows.
enum Look {
  /// The plane as the network sees it.
  PLANE,
  /// The test pictures that it is most wrong of.
  WRONG,
  /// The weights of its first layer.
  WEIGHTS,
  /// Which classes it takes for which.
  CONFUSION,
  /// What it says of a digit that is drawn by hand.
  DRAW;

  /// Those that some data can be looked at by, the usual one first.
  static List<Look> of(LabData data) {
    return data.shape().plane() == 1
        ? List.of(PLANE, CONFUSION)
        : List.of(WRONG, WEIGHTS, CONFUSION, DRAW);
  }

  /// It, if some data can be looked at by it; else the usual one.
  Look on(LabData data) {
    List<Look> all = of(data);
    return all.contains(this) ? this : all.getFirst();
  }
}
