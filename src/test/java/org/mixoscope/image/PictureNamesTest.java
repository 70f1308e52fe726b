package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Pixels;

class PictureNamesTest {
  @Test
  void capitalsDoNotMatterAndOnlyTheLastDotDoes() {
    assertTrue(PictureNames.isPicture("a.JPeG"));
    assertTrue(PictureNames.isPicture("a.txt.tif"));
    assertTrue(PictureNames.isPicture("a.ppm"));
    assertTrue(PictureNames.isPicture("a.jfif"));
    assertFalse(PictureNames.isPicture("a.png.txt"));
    assertFalse(PictureNames.isPicture("png"));
    assertFalse(PictureNames.isPicture("a."));
  }

  @Test
  void whatIsWrittenIsRead() throws PictureException {
    Pixels pixels = PictureFiles.blockPixels();
    for (String end : PictureNames.WRITTEN) {
      byte[] file = PictureWriter.encode(pixels, Path.of("a" + end), null);

      assertEquals(pixels.frame(), new PictureReader().read(file, end).pixels().frame(), end);
      assertTrue(PictureNames.isPicture("a" + end), end);
    }
  }
}
