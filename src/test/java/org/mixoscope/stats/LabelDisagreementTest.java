package org.mixoscope.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.batch.Drawing;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.profile.Profile;

class LabelDisagreementTest {
  private static final Frame FRAME = new Frame(224, 224);

  @ParameterizedTest
  @ValueSource(strings = {"torchvision-v2", "timm-1.0.28", "timm-1.0.29", "fastai", "unbiased"})
  void labelsThatCountPixelsNeverDisagree(String profile) {
    assertEquals(0, of(profile, FRAME, 500).value());
  }

  /// The label has E(λ) = ½ but for whole pixels, the pixels have 163/240.
  @Test
  void kerasCvIsOffByWhatTheBorderClips() {
    Estimate off = of("kerascv", new Frame(1000, 1000), 4_000);

    assertEquals(163 / 240.0 - 0.5, off.value(), 4 * off.standardError() + 0.001);
    assertTrue(off.standardError() > 0 && off.standardError() < 0.005, off::toString);
  }

  @Test
  void kerasThreeIsOffByPartsOfAPixelOnly() {
    double fine = of("keras-3", FRAME, 2_000).value();
    double coarse = of("keras-3", new Frame(32, 32), 2_000).value();

    assertTrue(fine > 0 && fine < coarse && coarse < 0.05, fine + " " + coarse);
  }

  @Test
  void sameArgumentsGiveTheSameNumber() {
    assertEquals(of("kerascv", FRAME, 300), of("kerascv", FRAME, 300));
  }

  @Test
  void oneDrawIsNone() {
    Drawing drawing = Drawing.of(new CutMix(1));
    assertThrows(IllegalArgumentException.class, () -> LabelDisagreement.of(drawing, FRAME, 1, 1));
  }

  private static Estimate of(String profile, Frame frame, int draws) {
    return LabelDisagreement.of(Profile.of(profile).convention("cutmix"), frame, 5, draws);
  }
}
