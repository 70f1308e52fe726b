package org.mixoscope.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.DicomBuilder;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

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

  /// What is named on a command line is mixed as what is dropped.
  @Test
  void volumesAreMixedAtTheirDepthByACuboid(@TempDir Path folder) throws IOException {
    for (String name : List.of("1", "2")) {
      byte[] slice = DicomBuilder.slice(2, 1, new short[2], "s", name, "0\\0\\" + name);
      Files.write(folder.resolve(name), slice);
    }
    Source volume = Source.of(folder);
    Recipe named = Recipe.of(new CutMix(1), 7, volume, volume);
    Recipe deep = reader.atDepth(named);
    assertEquals(ElementType.UINT16, deep.kind().type());
    assertEquals(named.along(CourseType.BOTH).along(), deep.along());
    Recipe missing = named.withSources(List.of(Source.of(folder.resolve("none")), volume));
    assertEquals(missing, reader.atDepth(missing));
  }
}
