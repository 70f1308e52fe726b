package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// Reading as some kind into some frame in one go gives what one after the other gives.
class FittedReadingTest {
  @Property(tries = 100)
  void readingIntoAFrameIsReadingAndFitting(
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 40) int newHeight,
      @ForAll @IntRange(min = 1, max = 40) int newWidth,
      @ForAll Fit fit,
      @ForAll boolean jpeg,
      @ForAll boolean colour,
      @ForAll boolean deep,
      @ForAll boolean wantedColour,
      @ForAll boolean wantedDeep)
      throws PictureException {
    Pixels noise =
        FitterTest.noise(new Frame(height, width), colour ? 3 : 1, 5)
            .as(deep ? ElementType.UINT16 : ElementType.UINT8);
    byte[] file = jpeg ? PictureWriter.jpeg(noise, 90, null) : PictureWriter.png(noise, null);
    Frame frame = new Frame(newHeight, newWidth);
    PixelKind wanted =
        new PixelKind(wantedColour ? 3 : 1, wantedDeep ? ElementType.UINT16 : ElementType.UINT8);
    PictureReader reader = new PictureReader();

    Pixels atOnce = reader.read(file, "noise", frame, fit, stored -> wanted).pixels();
    Pixels stored = reader.read(file, "noise", frame, fit, Wanted.AS_STORED).pixels();

    Picture whole = reader.read(file, "noise");
    assertTrue(atOnce.sameAs(Fitter.fit(whole.as(wanted), frame, fit)));
    assertTrue(stored.sameAs(Fitter.fit(whole.pixels(), frame, fit)));
    assertEquals(
        new PixelKind(colour ? 3 : 1, stored.type()), reader.header("n", most -> file).kind());
    assertEquals(deep && !jpeg, stored.type() == ElementType.UINT16);
  }
}
