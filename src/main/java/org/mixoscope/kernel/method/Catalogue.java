package org.mixoscope.kernel.method;

import java.util.List;

/// Every kind of method, in the order of screens and help. On its own, so that a method's class is
/// not needed to start another's.
final class Catalogue {
  static final List<MethodType> TYPES =
      List.of(
          Mixup.TYPE,
          CutMix.TYPE,
          CutMixMinMax.TYPE,
          MaskMix.TYPE,
          KMixup.TYPE,
          KCutMix.TYPE,
          PieceMix.TYPE,
          FMix.TYPE,
          GridMix.TYPE,
          PatchCells.TYPE,
          ResizeMix.TYPE,
          SmoothMix.TYPE,
          SaliencyMix.TYPE,
          GuidedMixup.TYPE,
          SuperpixelMix.TYPE,
          ClassMix.TYPE,
          CarveMix.TYPE,
          CopyPaste.TYPE,
          Mosaic.TYPE,
          Ricap.TYPE,
          Cutout.TYPE,
          RandomErasing.TYPE);

  private Catalogue() {}
}
