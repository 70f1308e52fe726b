package org.mixoscope.kernel.method;

import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Named;

/// What a tile of [Mosaic] shows of its picture.
public enum TileFit implements Named {
  /// As much as fits without distortion, from the middle, resized. Like albumentations' `cover`.
  COVER("cover") {
    @Override
    Box part(Box tile, Frame frame) {
      return Fit.COVER.place(frame, new Frame(tile.height(), tile.width())).from();
    }
  },
  /// All of it, resized, distorted.
  STRETCH("stretch") {
    @Override
    Box part(Box tile, Frame frame) {
      return Box.of(frame);
    }
  },
  /// What is at the same place, as it is. Like darknet's classifier.
  SAME_PLACE("same-place") {
    @Override
    Box part(Box tile, Frame frame) {
      return tile;
    }
  };

  private final String id;

  TileFit(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  /// @param tile not empty
  abstract Box part(Box tile, Frame frame);
}
