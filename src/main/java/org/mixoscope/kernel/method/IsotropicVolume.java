package org.mixoscope.kernel.method;

import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.KernelReason;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.Workspace;

/// [FMixField#ISOTROPIC] with a depth: normal noise whose amplitude falls as `1/max(f, 1/max(D, H,
/// W))^δ` with the frequency f in cycles per voxel, alike in all three directions. Of one slice it
/// is the field of a picture, bit for bit.
final class IsotropicVolume {
  /// What a field with its spectrum may take on every machine, of 512×512×128 voxels.
  private static final long ALWAYS = 1L << 28;

  /// The numbers of Java's arrays end soon after.
  private static final long MOST = 1L << 29;

  /// Bytes of a voxel and of its part of the spectrum.
  private static final int BYTES = 8;

  /// Bytes of a voxel in a soft edge, to each side of the middle.
  private static final int EDGE = 32;

  private static final long MEGA = 1_000_000;

  private IsotropicVolume() {}

  /// Why there is no field of so many voxels; null if there is one.
  ///
  /// @param soft half of the edge, as a share of all voxels
  static @Nullable Objection lacking(Frame frame, int depth, double soft) {
    long slabs = slabs(depth);
    long grid =
        slabs * IsotropicField.side(frame.height()) * (long) IsotropicField.side(frame.width());
    // Half of what Java may have, for there are pictures beside it.
    double bytes = BYTES + EDGE * soft;
    long room = Math.max(ALWAYS, Runtime.getRuntime().maxMemory() / 2);
    long most = Math.min(MOST, (long) (room / bytes));
    return grid <= most
        ? null
        : KernelReason.FIELD_TOO_LARGE.of(
            depth, frame, grid, Math.round(grid * bytes / MEGA), most);
  }

  /// Computes the field, up to a positive factor.
  ///
  /// @param field slice by slice, row-major. Modified
  /// @param frame of a slice
  /// @param whole what it stands for, of the same ratio
  /// @throws IllegalArgumentException if it is too large
  static void fill(
      float[] field,
      Frame frame,
      Frame whole,
      int depth,
      long noise,
      double decay,
      Workspace workspace) {
    Objection lacking = lacking(frame, depth, 0);
    if (lacking != null) {
      throw new RefusedException(lacking);
    }
    int slabs = slabs(depth);
    int rows = IsotropicField.side(frame.height());
    int columns = IsotropicField.side(frame.width());
    int plane = rows * (columns / 2 + 1);
    // Not of the workspace: nobody needs them again.
    float[] re = new float[slabs * plane];
    float[] im = new float[slabs * plane];
    spectrum(re, im, new Grid(frame, whole, depth, slabs, rows, columns), noise, decay);
    if (slabs > 1) {
      Fft.columns(im, re, slabs, plane, workspace);
    }
    float[] sliceRe = workspace.floats("fmix.re", plane);
    float[] sliceIm = workspace.floats("fmix.im", plane);
    for (int t = 0; t < depth; t++) {
      System.arraycopy(re, t * plane, sliceRe, 0, plane);
      System.arraycopy(im, t * plane, sliceIm, 0, plane);
      int from = t * Math.toIntExact(frame.pixels());
      IsotropicField.transform(sliceRe, sliceIm, rows, columns, field, from, frame, workspace);
    }
  }

  /// The sides of a spectrum, in cycles per grid.
  private record Grid(Frame frame, Frame whole, int depth, int slabs, int rows, int columns) {
    /// Of one row of frequencies across, by how often the others go into the grid.
    void amplitudes(int deep, int down, double decay, float[] amplitudes) {
      double side = Math.max(Math.max(whole.height(), whole.width()), depth);
      double inDepth = deep * side / slabs;
      // A pixel of a preview stands for several of the whole.
      double inHeight = down * side / (rows * ((double) whole.height() / frame.height()));
      double shrunk = columns * ((double) whole.width() / frame.width());
      for (int column = 0; column < amplitudes.length; column++) {
        double across = column * side / shrunk;
        amplitudes[column] =
            FMixField.amplitude(
                Math.sqrt(inHeight * inHeight + across * across + inDepth * inDepth), decay);
      }
    }
  }

  private static void spectrum(float[] re, float[] im, Grid grid, long noise, double decay) {
    int slabs = grid.slabs();
    int rows = grid.rows();
    float[] amplitudes = new float[grid.columns() / 2 + 1];
    for (int deep = 0; deep <= slabs / 2; deep++) {
      for (int down = 0; down <= rows / 2; down++) {
        grid.amplitudes(deep, down, decay, amplitudes);
        for (int slab : both(deep, slabs)) {
          for (int row : both(down, rows)) {
            Noise normal =
                new Noise(
                    noise, slab <= slabs / 2 ? slab : slab - slabs, row == down ? down : -down);
            int from = (slab * rows + row) * amplitudes.length;
            for (int column = 0; column < amplitudes.length; column++) {
              re[from + column] = (float) (amplitudes[column] * normal.nextNormal());
              im[from + column] = (float) (amplitudes[column] * normal.nextNormal());
            }
          }
        }
      }
    }
  }

  /// Where so many cycles are in a transform of length n, forth and back.
  private static int[] both(int cycles, int n) {
    return cycles == 0 || 2 * cycles == n ? new int[] {cycles} : new int[] {cycles, n - cycles};
  }

  /// As many as there are slices, or the next power of two.
  private static int slabs(int depth) {
    return depth == 1 ? 1 : IsotropicField.side(depth);
  }
}
