package org.mixoscope.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.TestPictures;

class RasterTest {
  @Property(tries = 100)
  void pixelsAreTheSameThereAndBack(
      @ForAll @IntRange(min = 1, max = 30) int height,
      @ForAll @IntRange(min = 1, max = 30) int width,
      @ForAll long seed) {
    Pixels pixels =
        TestPictures.random(
            new Random(seed), new Frame(height, width), 3, ElementType.UINT8, Layout.HWC);

    BufferedImage image = Raster.image(pixels);

    assertEquals(width, image.getWidth());
    assertEquals(height, image.getHeight());
    for (int shift = 0; shift < 3; shift++) {
      assertEquals(
          pixels.valueAt(height - 1, 0, shift),
          image.getRGB(0, height - 1) >> (16 - 8 * shift) & 0xFF);
    }
    assertTrue(Raster.pixels(image).sameAs(pixels));
  }
}
