package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// Reading and fitting in one go gives what reading and then fitting gives.
class FittedReadingTest {
  @Property(tries = 100)
  void readingIntoAFrameIsReadingAndFitting(
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 40) int newHeight,
      @ForAll @IntRange(min = 1, max = 40) int newWidth,
      @ForAll Fit fit,
      @ForAll boolean jpeg,
      @ForAll boolean colour)
      throws PictureException {
    Pixels noise = FitterTest.noise(new Frame(height, width), colour ? 3 : 1, 5);
    byte[] file = jpeg ? PictureWriter.jpeg(noise, 90, null) : PictureWriter.png(noise, null);
    Frame frame = new Frame(newHeight, newWidth);
    PictureReader reader = new PictureReader();

    Pixels atOnce = reader.read(file, "noise", frame, fit);

    assertTrue(atOnce.sameAs(Fitter.fit(reader.read(file, "noise").pixels(), frame, fit)));
  }
}
