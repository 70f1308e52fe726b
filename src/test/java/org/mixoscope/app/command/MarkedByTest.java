package org.mixoscope.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

class MarkedByTest {
  @ParameterizedTest
  @CsvSource({
    "dog.json, 0, true",
    "all.XML, 0, true",
    "dog.png, 1, true",
    "dog.png, 3, false",
    "dog_mask.png, 1, true",
    "dog-labels.PNG, 1, true",
    "dog2.png, 1, false",
    "cat.png, 1, false",
    "dog.jpg, 3, false"
  })
  void aMaskIsNamedAfterItsPicture(String name, int channels, boolean marks, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve(name);
    if (channels == 0) {
      Files.writeString(file, "{}");
    } else {
      PictureWriter.write(Pixels.of(new byte[4 * channels], new Frame(2, 2), channels), file, null);
    }
    assertEquals(marks, MarkedBy.isFor(file, "/pictures/dog.jpg"));
  }
}
