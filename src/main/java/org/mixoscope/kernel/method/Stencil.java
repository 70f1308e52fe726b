package org.mixoscope.kernel.method;

import java.util.List;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Target;

/// What of B is laid over A, said row by row of the whole frame: so the shares are exact, and a
/// preview shows the pixels of the whole that lie under its own.
final class Stencil {
  private final Inputs inputs;
  private final Workspace workspace;

  Stencil(Inputs inputs, Workspace workspace) {
    this.inputs = inputs;
    this.workspace = workspace;
  }

  /// Rows of weights.
  @FunctionalInterface
  interface Rows {
    /// Called for every row, from the first to the last.
    ///
    /// @param own the weights of A in row y of the whole frame. All are written
    void fill(int y, float[] own);
  }

  /// What is where in B.
  ///
  /// @throws IllegalArgumentException if it is not what the method needs, or of another frame
  static Target marks(MethodType type, Inputs inputs) {
    Objection lacking = type.lacking(inputs);
    if (lacking != null) {
      throw new RefusedException(lacking);
    }
    Target marks = inputs.marked().get(1);
    Frame frame =
        switch (marks) {
          case ClassMap map -> map.frame();
          case Objects objects -> objects.frame();
          default -> inputs.whole();
        };
    if (!frame.equals(inputs.whole())) {
      throw new IllegalArgumentException(
          "target = %s: must be %s like the frame".formatted(frame, inputs.whole()));
    }
    return marks;
  }

  /// The weights for the frame of the inputs.
  Matte matte(Rows rows) {
    Frame frame = inputs.frame();
    Frame whole = inputs.whole();
    int width = frame.width();
    float[] weights = workspace.floats("stencil.weights", Math.toIntExact(frame.pixels()));
    int[] columns = workspace.ints("stencil.columns", width);
    for (int x = 0; x < width; x++) {
      columns[x] = under(x, whole.width(), width);
    }
    int[] filled = workspace.ints("stencil.filled", 1);
    filled[0] = 0;
    List<Double> shares =
        shares(
            (y, own) -> {
              rows.fill(y, own);
              while (filled[0] < frame.height()
                  && under(filled[0], whole.height(), frame.height()) == y) {
                for (int x = 0; x < width; x++) {
                  weights[filled[0] * width + x] = own[columns[x]];
                }
                filled[0]++;
              }
            });
    return new Matte(frame, List.of(weights), shares);
  }

  /// The shares in the whole frame.
  List<Double> shares(Rows rows) {
    Frame whole = inputs.whole();
    float[] own = workspace.floats("stencil.row", whole.width());
    double total = 0;
    for (int y = 0; y < whole.height(); y++) {
      rows.fill(y, own);
      for (float weight : own) {
        total += weight;
      }
    }
    double share = total / whole.pixels();
    return List.of(share, 1 - share);
  }

  /// The pixel of the whole that the middle of another one lies in.
  private static int under(int pixel, int whole, int side) {
    return (int) ((2L * pixel + 1) * whole / (2L * side));
  }
}
