package org.mixoscope.kernel.method;

import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Named;
import org.mixoscope.kernel.Workspace;

/// Which random field FMix cuts at a level. Both are normal noise whose amplitude falls as
/// `1/max(f, 1/max(H, W))^δ` with the frequency f, in cycles per pixel.
///
/// The same noise gives the same shapes in a frame twice as large: a frequency's random numbers
/// depend on how often it goes into the frame, not on the number of pixels.
public enum FMixField implements Named {
  /// What the published code computes, and FMix users train with. It takes the first two rows of
  /// the spectrum, and not the real and imaginary parts, for its real and imaginary part. Thereby
  /// the horizontal frequencies become the vertical ones, and horizontally there are only the
  /// frequencies −1, 0 and 1 per width: blobs are as wide as the frame allows, whatever δ is. A
  /// frame of one row, which the code refuses, is taken for the first of many.
  REFERENCE("reference") {
    @Override
    void fill(float[] field, Frame frame, long noise, double decay, Workspace workspace) {
      ReferenceField.fill(field, frame, noise, decay, workspace);
    }
  },
  /// What the paper describes: alike in all directions. Made on a grid whose sides are powers of
  /// two and cut to the frame.
  ISOTROPIC("isotropic") {
    @Override
    void fill(float[] field, Frame frame, long noise, double decay, Workspace workspace) {
      IsotropicField.fill(field, frame, noise, decay, workspace);
    }
  };

  private final String id;

  FMixField(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  /// Computes the field, up to a positive factor.
  ///
  /// @param field row-major, a value per pixel. Modified
  abstract void fill(float[] field, Frame frame, long noise, double decay, Workspace workspace);

  /// What amplitudes depend on, to know whether a workspace holds them.
  record Spectrum(Frame frame, double decay) {}

  /// The amplitude of a frequency, 1 for the lowest.
  ///
  /// @param cycles per longer side of the frame
  static float amplitude(double cycles, double decay) {
    return (float) StrictMath.pow(Math.max(cycles, 1), -decay);
  }
}
