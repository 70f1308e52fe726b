package org.mixoscope.kernel;

/// The order of the axes in memory, slowest first.
public enum Layout {
  /// Height, width, channel: interleaved, as image files and screens have it.
  HWC,
  /// Channel, height, width: planar, as tensors have it.
  CHW
}
