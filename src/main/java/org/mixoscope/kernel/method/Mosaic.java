package org.mixoscope.kernel.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Resampling;
import org.mixoscope.kernel.Workspace;

/// Mosaic: four pictures in four tiles around a point. Of three pictures A has two tiles, of two
/// each has two.
///
/// Paper: Bochkovskiy, Wang, Liao, "YOLOv4: Optimal Speed and Accuracy of Object Detection", 2020,
/// for detection; for classes darknet and keras-cv. Formula: the point is uniform in the middle of
/// the frame, m of its sides away from the border; `ỹ = Σₖ ŵₖ·yₖ` with ŵₖ the area of the tiles of
/// source k.
///
/// What people get wrong: height and width, swapped for frames that are no squares; areas of the
/// drawn point, not of whole pixels; labels of ¼ each.
///
/// @param margin m, within [0, 0.5]: at 0.5 all tiles are equal. keras-cv has 0.25, darknet 0.2
/// @param tiles what a tile shows of its picture
/// @param resampling how pictures are made smaller
public record Mosaic(double margin, TileFit tiles, Resampling resampling) implements Method {
  private static final Parameter.Real MARGIN = Parameter.Real.within("margin", "", 0.25, 0, 0.5);
  private static final Parameter.Choice<TileFit> TILES =
      new Parameter.Choice<>("tiles", TileFit.COVER);
  private static final Parameter.Choice<Resampling> RESAMPLING =
      new Parameter.Choice<>("resampling", Resampling.AREA);
  static final MethodType TYPE =
      new MethodType(
          "mosaic",
          Quadrants.TILES,
          Set.of(Trait.POSITION, Trait.POINT),
          List.of(MARGIN, TILES, RESAMPLING),
          s -> new Mosaic(s.get(MARGIN), s.get(TILES), s.get(RESAMPLING)));

  /// @throws IllegalArgumentException if the margin is out of range
  public Mosaic {
    MARGIN.require(margin);
  }

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL.with(MARGIN, margin).with(TILES, tiles).with(RESAMPLING, resampling);
  }

  @Override
  public Draw draw(RandomGenerator random, int sources) {
    double u = inside(random.nextDouble());
    double v = inside(random.nextDouble());
    Quadrants quadrants = new Quadrants(TYPE.mixed(sources));
    return new Draw(quadrants.weights(u, v), u, v, 0, null);
  }

  @Override
  public Composition compose(Draw draw, Inputs inputs, Workspace workspace) {
    Frame frame = inputs.frame();
    Quadrants quadrants = new Quadrants(draw.weights().size());
    List<Box> boxes = Quadrants.around(draw, frame);
    List<Patch> patches = new ArrayList<>();
    for (int tile = 0; tile < boxes.size(); tile++) {
      Box box = boxes.get(tile);
      if (!box.isEmpty()) {
        patches.add(new Patch(quadrants.owner(tile), box, tiles.part(box, frame), resampling));
      }
    }
    return new Patchwork(frame, quadrants.sources(), patches);
  }

  private double inside(double at) {
    return margin + (1 - 2 * margin) * at;
  }
}
