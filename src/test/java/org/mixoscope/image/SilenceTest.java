package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The native libraries load quickly and print nothing.
@EnabledOnOs(OS.LINUX)
class SilenceTest {
  @TempDir Path folder;

  @Test
  void librariesAreFoundByName() {
    PictureReader.warmUp();
    assertTrue(Natives.loadedByName(), "names changed? then Natives takes the slow way");
  }

  @Test
  void javaCppLoadsOtherLibrariesAsBefore() {
    PictureReader.warmUp();
    assertNull(System.getProperty("org.bytedeco.javacpp.loadLibraries"));
  }

  @Test
  void damagedFilesPrintNothing() throws Exception {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64 * 64; i++) {
      image.setRGB(i % 64, i / 64, i * 7919);
    }
    for (String format : List.of("jpeg", "png", "gif", "bmp", "tiff")) {
      damage(format, PictureFiles.encode(image, format));
    }
    Files.writeString(folder.resolve("latin.svg"), "<svg><!-- \u00e9t\u00e9 --></svg>", ISO_8859_1);
    Path output = folder.resolve("output.txt");
    ProcessBuilder child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    child.environment().remove("OPENCV_LOG_LEVEL");
    assertEquals(0, child.start().waitFor());
    assertEquals("System.err still works\n", Files.readString(output));
  }

  /// Writes copies with faults behind the header; those of PNG have right checksums.
  private void damage(String format, byte[] file) throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 20; i++) {
      byte[] copy = file.clone();
      for (int hits = 0; hits < 4; hits++) {
        copy[random.nextInt(copy.length / 3, copy.length - 16)] ^= 0x55;
      }
      Files.write(folder.resolve(i + "." + format), copy);
    }
    if (format.equals("png")) {
      byte[] text = "not deflated at all".getBytes(StandardCharsets.US_ASCII);
      byte[] wrong = PictureFiles.png(4, 8, 2, new byte[][] {text});
      Files.write(folder.resolve("wrong.png"), wrong);
    }
  }

  /// Reads every file of a folder in a JVM of its own.
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws IOException {
      PictureReader reader = new PictureReader();
      try (var files = Files.list(Path.of(args[0]))) {
        for (Path file : (Iterable<Path>) files::iterator) {
          EmbeddedRecipe.of(file);
          try {
            reader.read(file);
          } catch (PictureException e) {
            // As expected.
          }
        }
      }
      System.err.println("System.err still works");
    }
  }
}
