package org.mixoscope.lab;

import org.mixoscope.kernel.Frame;

/// What one sample is to a layer: planes of numbers, one after the other. A row of features is one
/// channel for each, of one pixel.
///
/// @param channels how many planes, at least 1
/// @param height rows of a plane, at least 1
/// @param width columns of a plane, at least 1
public record Shape(int channels, int height, int width) {
  /// Of a row of features.
  public static Shape row(int features) {
    return new Shape(features, 1, 1);
  }

  /// How many numbers a sample has.
  public int size() {
    return channels * plane();
  }

  /// How many numbers a plane has.
  public int plane() {
    return height * width;
  }

  /// Height and width.
  public Frame frame() {
    return new Frame(height, width);
  }

  /// Channels first, as frameworks say it: `3×32×32`; of a row its number.
  @Override
  public String toString() {
    return plane() == 1 ? String.valueOf(channels) : channels + "×" + height + "×" + width;
  }
}
