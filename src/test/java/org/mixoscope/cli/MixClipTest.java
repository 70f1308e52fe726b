package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;

/// What `mix` does with moving pictures.
@BesideWindows
class MixClipTest {
  @TempDir Path folder;
  private String a = "";
  private String b = "";

  @BeforeEach
  void writeFrames() throws IOException {
    a = frames("a", 6);
    b = frames("b", 4);
  }

  private String frames(String name, int count) throws IOException {
    Path frames = Files.createDirectory(folder.resolve(name));
    for (int t = 1; t <= count; t++) {
      Photo.noise(20, 16, 100L * count + t).write(frames.resolve(t + ".png"));
    }
    return frames.toString();
  }

  private Run mix(String options, String output) {
    return Run.of(Run.line(options, "mix", a, b, "-o", folder + "/" + output));
  }

  private byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }

  private String start(String name) throws IOException {
    return new String(bytes(name), 0, 128, StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"m.gif", "m.mp4", "m.webm", "m/"})
  void clipCarriesItsRecipeAndIsMadeAgainByIt(String name) throws IOException {
    mix("--along both --seed 3", "exact.npy").good();
    mix("--along both --seed 3", name).good();

    String recipe = folder + "/" + name;
    Run.of("mix", "--recipe", recipe, "-o", folder + "/again.npy").good();

    assertArrayEquals(bytes("exact.npy"), bytes("again.npy"));
    assertTrue(start("exact.npy").contains("'shape': (6, 16, 20, 3)"));
  }

  @Test
  void jsonTellsTheShareOfEveryFrame() throws IOException {
    JsonNode json = mix("--along run --lambda 0.5 --when 0.5 --json", "m.npy").good().json();
    assertEquals("run", json.path("along").textValue());
    assertEquals(6, json.path("frames").intValue());
    assertEquals(
        "[[1.0,0.0],[1.0,0.0],[0.0,1.0],[0.0,1.0],[0.0,1.0],[1.0,0.0]]",
        json.path("frame_shares").toString());
    assertEquals(0.5, json.path("effective_lambda").doubleValue());
    assertEquals("[0.5,0.5]", json.path("label").toString());
    assertEquals("run", json.path("recipe").path("along").path("kind").textValue());
  }

  @Test
  void drawOfAClipIsThatOfAPictureWithItsSeed() throws IOException {
    JsonNode clip = mix("--along path --seed 9 --json", "m.npy").good().json();
    Run picture =
        Run.of("mix", a + "/1.png", b + "/1.png", "-o", folder + "/p.png", "--seed", "9", "--json");
    assertEquals(
        picture.good().json().path("recipe").path("draw"), clip.path("recipe").path("draw"));
  }

  @Test
  void picturesInAnArrayStayPictures() throws IOException {
    String one = a + "/1.png";
    Run.of("mix", one, b + "/1.png", "-o", folder + "/p.npy").good();
    assertTrue(start("p.npy").contains("'shape': (16, 20, 3)"));
    Run.of("mix", one, b + "/1.png", "-o", folder + "/c.npy", "--frames", "3").good();
    assertTrue(start("c.npy").contains("'shape': (3, 16, 20, 3)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --along run --method mixup | m.gif | 1 | along = run: mixup puts nothing into a box; take cutmix
          --along fade --when 0.5  | m.gif | 2 | --when: goes with --along run or both
          --along path             | m.png | 2 | --along: of clips, let -o end in .gif, .mp4, .webm, .npy, .tiff, .nii.gz or be a folder/, not OUT
          --frames 3               | m.png | 2 | --frames: of clips, let -o end in .gif, .mp4, .webm, .npy, .tiff, .nii.gz or be a folder/, not OUT
          --seed 1                 | m.jpg | 1 | A is a clip: let -o end in .gif, .mp4, .webm, .npy, .tiff, .nii.gz or be a folder/, not OUT
          --size 21x16             | m.mp4 | 1 | OUT: needs even sides, not 21×16; add --size 22x16
          --along sideways         | m.gif | 2 | --along = sideways: must be all, run, both, path, fade or field
          --frames 0               | m.gif | 2 | --frames = 0: must be a whole number within [1, 1000000]
          --depth 8                | m.gif | 2 | --depth and --window: of pictures only, not of clips
          --annotation x.json      | m.gif | 2 | --annotation: of pictures only, nothing says what is where in a clip
          """)
  void whatCannotBeIsRefusedInOneLine(String options, String output, int code, String message) {
    String whole = message.replace("OUT", folder + "/" + output).replaceFirst("^A is", a + " is");
    String help = code == 2 ? " (see mixoscope mix --help)" : "";
    mix(options, output).bad(code, "mixoscope mix: " + whole + help);
  }

  @Test
  void folderWithFilesInItIsNotWrittenInto() {
    Run.of("mix", a, b, "-o", folder + "/")
        .bad(
            1,
            "mixoscope mix: %s/: is a folder with files in it; name a new one for the frames"
                .formatted(folder)
                .replace("/:", ":"));
  }

  @Test
  void recipeOfAClipMakesNoPicture() {
    mix("--along both", "m.gif").good();
    String png = folder + "/x.png";
    Run.of("mix", "--recipe", folder + "/m.gif", "-o", png)
        .bad(
            2,
            "mixoscope mix: --recipe: of clips, let -o end in .gif, .mp4, .webm, .npy, .tiff,"
                + " .nii.gz or be a folder/, not "
                + png
                + " (see mixoscope mix --help)");
  }
}
