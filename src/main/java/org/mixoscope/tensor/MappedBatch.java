package org.mixoscope.tensor;

import org.nd4j.linalg.api.ndarray.INDArray;

/// A batch after mixing, with the maps of its classes.
///
/// @param mixed images and labels
/// @param maps as [BatchMixer#mixWithMaps] says: indices N×H×W, or weights N×K×H×W, FLOAT
public record MappedBatch(MixedBatch mixed, INDArray maps) {
  /// Whether pixels have weights of classes instead of one class.
  public boolean isSoft() {
    return maps.rank() == 4;
  }
}
