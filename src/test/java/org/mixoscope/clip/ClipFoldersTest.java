package org.mixoscope.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.DicomBuilder;
import org.mixoscope.image.PictureReader;

/// Which folders are opened as clips.
class ClipFoldersTest {
  private final ClipReader reader =
      new ClipReader(new SourceReader(new PictureReader()), ClipReader.USUAL_RATE);

  /// A name that ends in .dcm has behind it the series that it is of.
  @ParameterizedTest
  @CsvSource({
    "true, frame_1.png frame_2.png frame_10.png frame_3.png frame_4.png frame_5.png frame_6.png"
        + " frame_7.png frame_8.png frame_9.png notes.txt",
    "true, Frame007.JPG frame008.jpg",
    "true, 0001.png 0002.png recipe.json",
    "true, a.dcm:1 b.dcm:1",
    "false, 0001.png 0002.png",
    "false, frame_1.png frame_3.png",
    "false, frame_1.png frame_2.jpg",
    "false, frame_1.png frame_2.png cover.png",
    "false, frame_1.png",
    "false, frame_1.png frame_2.png more/",
    "false, a.dcm:1 b.dcm:2",
    "false, a.dcm:1",
    "false, a.dcm:1 b.dcm:1 patient/",
    "false, notes.txt"
  })
  void aFolderIsAClipWhereItSaysSo(boolean clip, String names, @TempDir Path folder)
      throws IOException {
    for (String name : names.split(" ")) {
      String[] parts = name.split(":");
      Path file = folder.resolve(parts[0]);
      if (name.endsWith("/")) {
        Files.createDirectory(file);
      } else if (parts.length > 1) {
        String place = "0\\0\\" + (int) name.charAt(0);
        Files.write(file, DicomBuilder.slice(2, 1, new short[2], parts[1], "1", place));
      } else {
        Files.createFile(file);
      }
    }
    assertEquals(clip, reader.isClip(folder));
  }
}
