package org.mixoscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

class MagnifierTest {
  @Property(tries = 100)
  void everyPixelOfThePartIsASquare(
      @ForAll @IntRange(min = 0, max = 6) int x1,
      @ForAll @IntRange(min = 0, max = 4) int y1,
      @ForAll @IntRange(min = 1, max = 5) int width,
      @ForAll @IntRange(min = 1, max = 5) int height,
      @ForAll @IntRange(min = 1, max = 7) int factor) {
    Frame frame = new Frame(9, 11);
    byte[] bytes = new byte[9 * 11 * 4];
    RandomGenerator.of("L64X128MixRandom").nextBytes(bytes);
    Pixels picture = Pixels.of(bytes, frame, 4);
    Box part = new Box(x1, y1, x1 + width, y1 + height);
    Pixels out = Magnifier.room(part, factor);
    Magnifier.magnify(picture, part, factor, out);
    for (int y = 0; y < height * factor; y++) {
      for (int x = 0; x < width * factor; x++) {
        for (int channel = 0; channel < 4; channel++) {
          assertEquals(
              picture.valueAt(y1 + y / factor, x1 + x / factor, channel),
              out.valueAt(y, x, channel));
        }
      }
    }
  }
}
