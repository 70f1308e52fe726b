package org.mixoscope.tensor;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/// A batch after mixing.
///
/// @param images N×C×H×W, of the type that went in
/// @param labels soft labels N×K, FLOAT
/// @param drawn what was drawn for every sample
public record MixedBatch(INDArray images, INDArray labels, List<Drawn> drawn) {
  /// Keeps a copy of the list; shares the arrays.
  public MixedBatch {
    drawn = List.copyOf(drawn);
  }
}
