package org.mixoscope.kernel.method;

import org.mixoscope.kernel.Named;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;

/// How to find what stands out in a picture, without a network. Both look at its grey only,
/// stretched between its darkest and brightest place.
public enum SaliencyMap implements Named {
  /// Hou and Zhang, "Saliency Detection: A Spectral Residual Approach", 2007: what is left of the
  /// log spectrum when its own 3×3 mean is taken away, with the old phase, transformed back,
  /// squared and blurred. On a copy of 64 × 64 cells, or less for smaller pictures.
  SPECTRAL_RESIDUAL("spectral-residual") {
    @Override
    Plane of(Pixels picture, Workspace workspace) {
      return SpectralResidual.of(picture, workspace);
    }
  },
  /// Montabone and Soto, "Human detection using a mobile platform and novel features derived from a
  /// visual saliency mechanism", 2010, the map of the SaliencyMix code: how much brighter or darker
  /// a pixel is than its surround, at six scales. On a copy with sides of at most 256 cells. OpenCV
  /// stretches brighter and darker each to white, so that the darkest crumb beside a bright thing
  /// is as salient as the thing; here both are on one scale.
  FINE_GRAINED("fine-grained") {
    @Override
    Plane of(Pixels picture, Workspace workspace) {
      return FineGrained.of(picture, workspace);
    }
  };

  private final String id;

  SaliencyMap(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  /// How much of all that stands out in a picture does so in each of the cells that tile it.
  ///
  /// @param side cells each way, at least 1
  /// @param workspace memory to work in. Modified
  /// @return side² shares, row-major, which sum to 1; all the same if the picture has no contrast
  public double[] shares(Pixels picture, int side, Workspace workspace) {
    Plane map = of(picture, workspace);
    // A map that is coarser than the cells is spread over them.
    int height = Math.max(side, map.height());
    int width = Math.max(side, map.width());
    double[] shares = new double[side * side];
    double sum = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double value =
            map.values()[y * map.height() / height * map.width() + x * map.width() / width];
        shares[y * side / height * side + x * side / width] += value;
        sum += value;
      }
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] = sum > 0 ? shares[i] / sum : 1.0 / shares.length;
    }
    return shares;
  }

  /// The map of a picture, at most as large as the picture; all 0 if it has no contrast. It lies in
  /// the workspace.
  abstract Plane of(Pixels picture, Workspace workspace);
}
