package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// Jobs that decode large JPEGs smaller, because somebody said so.
@BesideWindows
class FastDecodingJobTest {
  private static final String SMALL = "--size 40x32 --method mixup --image png ";

  @TempDir Path folder;

  /// Two large JPEGs, a small one and a large PNG.
  @BeforeEach
  void writePictures() throws IOException {
    Random random = new Random(1);
    List<Frame> sizes =
        List.of(new Frame(700, 901), new Frame(900, 703), new Frame(150, 200), new Frame(600, 500));
    for (int i = 0; i < sizes.size(); i++) {
      Frame size = sizes.get(i);
      byte[] noise = new byte[Math.toIntExact(size.pixels() * 3)];
      random.nextBytes(noise);
      Pixels pixels = Pixels.of(noise, size, 3);
      Path file = folder.resolve("photos/" + (i % 2 == 0 ? "ant" : "bee") + "/" + i);
      Files.createDirectories(file.resolveSibling(""));
      Files.write(
          file.resolveSibling(i + (i < 3 ? ".jpg" : ".png")),
          i < 3 ? PictureWriter.jpeg(pixels, 90, null) : PictureWriter.png(pixels, null));
    }
  }

  private Path photos() {
    return folder.resolve("photos");
  }

  private Run batch(String out, String options) {
    return Run.of(Run.line(options, "batch", photos(), folder.resolve(out))).good();
  }

  private boolean same(String one, String other, String file) throws IOException {
    return Files.mismatch(folder.resolve(one).resolve(file), folder.resolve(other).resolve(file))
        == -1;
  }

  @Test
  void threadsChangeNoByteAndExactIsWhatNothingSays() throws IOException {
    batch("plain", "--size 40x32 --method mixup --format npy");
    batch("exact", "--size 40x32 --method mixup --format npy --decode exact");
    batch("fast", "--size 40x32 --method mixup --format npy --decode fast --threads 1");
    batch("again", "--size 40x32 --method mixup --format npy --decode fast --threads 3");

    assertTrue(same("plain", "exact", "images.npy"));
    assertTrue(same("fast", "again", "images.npy"));
    assertFalse(same("exact", "fast", "images.npy"));
    assertTrue(Files.readString(folder.resolve("fast/run.json")).contains("\"decode\" : \"fast\""));
    assertFalse(Files.readString(folder.resolve("exact/run.json")).contains("decode"));
  }

  /// What is shrunk less than eightfold, or not at all, has no other bytes.
  @Test
  void whereLittleIsShrunkNothingChanges() throws IOException {
    for (String size : List.of("--size 100x100", "")) {
      String options = size + " --method mixup --format imagefolder --image png";
      batch("exact" + size.length(), options);
      batch("fast" + size.length(), options + " --decode fast");
      String table = Files.readString(folder.resolve("exact" + size.length() + "/metadata.jsonl"));
      assertEquals(
          table, Files.readString(folder.resolve("fast" + size.length() + "/metadata.jsonl")));
      try (var files = Files.walk(folder.resolve("exact" + size.length() + "/images"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path other =
              folder
                  .resolve("fast" + size.length())
                  .resolve(folder.resolve("exact" + size.length()).relativize(file));
          assertEquals(-1, Files.mismatch(file, other), file.toString());
        }
      }
    }
  }

  @Test
  void anotherSettingIsNotResumed() {
    batch("out", SMALL + "--decode fast");

    Run.of(Run.line(SMALL + "--resume", "batch", photos(), folder.resolve("out")))
        .bad(
            1,
            ("mixoscope batch: %s was begun with another decode (\"fast\", now none): use the"
                    + " same, or an empty folder")
                .formatted(folder.resolve("out")));
    batch("out", SMALL + "--decode fast --resume");
  }

  @Test
  void recipesMakeTheSamePicturesAgain() throws IOException {
    batch("out", SMALL + "--decode fast --embed-recipes");

    for (String recipe : MadeAgain.recipes(folder.resolve("out"), 4)) {
      assertTrue(recipe.contains("\"decode\" : \"fast\""), recipe);
    }
  }

  /// Their pictures were decoded exactly.
  @Test
  void recipesOfSamplesInTheirOwnSizesSayNothing() throws IOException {
    batch("out", "--method mixup --image png --decode fast --embed-recipes");

    for (String recipe : MadeAgain.recipes(folder.resolve("out"), 4)) {
      assertFalse(recipe.contains("decode"), recipe);
    }
  }

  @Test
  void mixTakesItAndItsRecipeGivesItToJobs() throws IOException {
    String a = photos().resolve("ant/0.jpg").toString();
    String b = photos().resolve("bee/1.jpg").toString();
    Path fast = folder.resolve("fast.png");
    Path exact = folder.resolve("exact.png");
    Run.of("mix", a, b, "-o", fast.toString(), "--size", "40x32", "--decode", "fast").good();
    Run.of("mix", a, b, "-o", exact.toString(), "--size", "40x32").good();

    assertFalse(Photo.read(fast).pixels().sameAs(Photo.read(exact).pixels()));
    batch("out", "--recipe " + fast);
    assertTrue(Files.readString(folder.resolve("out/run.json")).contains("\"decode\" : \"fast\""));
    batch("other", "--decode exact --recipe " + fast);
    assertFalse(Files.readString(folder.resolve("other/run.json")).contains("decode"));
  }
}
