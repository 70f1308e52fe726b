package org.mixoscope.kernel.method;

import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;

/// A method that puts a picture, or what fills its place, into a box, which people can drag.
public sealed interface BoxMethod extends Method
    permits CutMix, CutMixMinMax, ResizeMix, Cutout, RandomErasing {
  /// The box before the border clips it: placed by hand if the draw says so, else by the method.
  Box box(Draw draw, Frame frame);

  /// The same draw moved so that its box starts at (`x1`, `y1`), or as near as the method lets it.
  Draw moved(Draw draw, int x1, int y1, Frame frame);
}
