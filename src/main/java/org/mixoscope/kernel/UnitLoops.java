package org.mixoscope.kernel;

/// The loops that look at elements with white as 1, whatever their type.
final class UnitLoops {
  private static final int CHUNK = 1 << 12;

  private UnitLoops() {}

  static void read(Pixels pixels, float[] into, Workspace workspace) {
    Elements elements = new Elements(pixels.type(), "units.raw", CHUNK, workspace);
    float[] part = workspace.floats("units.part", CHUNK);
    int all = Math.toIntExact(pixels.elements());
    for (int at = 0; at < all; at += CHUNK) {
      int n = Math.min(CHUNK, all - at);
      elements.read(pixels.memory(), at, part, n);
      divide(part, pixels.type().white(), n);
      System.arraycopy(part, 0, into, at, n);
    }
  }

  static double mean(Pixels pixels, Workspace workspace) {
    Elements elements = new Elements(pixels.type(), "units.raw", CHUNK, workspace);
    long all = pixels.elements();
    double sum = 0;
    for (long at = 0; at < all; at += CHUNK) {
      sum += elements.sum(pixels.memory(), at, (int) Math.min(CHUNK, all - at));
    }
    return sum / pixels.type().white() / all;
  }

  /// @param to of the shape and layout of `from`, and another type. Modified
  static void convert(Pixels from, Pixels to) {
    Workspace workspace = new Workspace();
    Elements read = new Elements(from.type(), "units.raw", CHUNK, workspace);
    Elements write = new Elements(to.type(), "units.other", CHUNK, workspace);
    float[] part = workspace.floats("units.part", CHUNK);
    long all = from.elements();
    for (long at = 0; at < all; at += CHUNK) {
      int n = (int) Math.min(CHUNK, all - at);
      read.read(from.memory(), at, part, n);
      divide(part, from.type().white(), n);
      multiply(part, to.type().white(), n);
      write.write(part, to.memory(), at, n);
    }
  }

  private static void divide(float[] values, float white, int n) {
    for (int i = 0; i < n; i++) {
      values[i] /= white;
    }
  }

  /// What is no number becomes black.
  private static void multiply(float[] units, float white, int n) {
    for (int i = 0; i < n; i++) {
      units[i] = Math.clamp(units[i], 0f, 1f) * white;
    }
  }
}
