package org.mixoscope.kernel;

/// How a picture is brought to another size inside a mix. Pixel centres are half-way between
/// borders: the source coordinate of pixel i is `(i + ½)·scale − ½`.
public enum Resampling implements Named {
  /// The pixel that the centre falls into.
  NEAREST("nearest"),
  /// Between the two nearest pixels of each axis; like PyTorch's and OpenCV's, without smoothing
  /// before making smaller.
  BILINEAR("bilinear"),
  /// The mean over the area that a pixel covers; for making smaller. Like OpenCV's `INTER_AREA`.
  AREA("area");

  private final String id;

  Resampling(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
