package org.mixoscope.dataset.labelled;

/// How many pixels of all masks of a data set have each class.
///
/// @param classes one number for each class; not modified by anyone
/// @param ignored those that count for nobody
@SuppressWarnings("ArrayRecordComponent") // Made once, never compared.
public record PixelCounts(long[] classes, long ignored) {
  /// Of all pixels that have a class; 0 if there are none.
  public double share(int index) {
    long all = 0;
    for (long one : classes) {
      all += one;
    }
    return all == 0 ? 0 : (double) classes[index] / all;
  }

  /// The part of all pixels that count for nobody.
  public double ignoredShare() {
    long all = ignored;
    for (long one : classes) {
      all += one;
    }
    return all == 0 ? 0 : (double) ignored / all;
  }
}
