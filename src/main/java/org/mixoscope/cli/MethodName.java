package org.mixoscope.cli;

import java.util.Locale;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MaskMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;

/// The methods by the names they have on the command line.
enum MethodName {
  MIXUP,
  CUTMIX,
  MASK;

  static MethodName of(Method method) {
    return switch (method) {
      case Mixup _ -> MIXUP;
      case CutMix _ -> CUTMIX;
      case MaskMix _ -> MASK;
    };
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
