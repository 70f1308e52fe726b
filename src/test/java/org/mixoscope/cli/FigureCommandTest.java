package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;
import org.mixoscope.app.Gifs;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.kernel.Frame;
import org.mixoscope.recipe.RecipeText;

@BesideWindows
class FigureCommandTest {
  @TempDir Path folder;
  private String a = "";
  private String b = "";

  @BeforeEach
  void writePictures() throws IOException {
    a = Photo.noise(40, 30, 1).write(folder.resolve("cat.png"));
    b = Photo.noise(40, 30, 2).write(folder.resolve("cup.png"));
  }

  @Test
  void whatMovesIsRefusedOrSaid() throws IOException {
    Path frames = Files.createDirectories(folder.resolve("frames"));
    Photo.noise(4, 4, 1).write(frames.resolve("frame-1.png"));
    String gif = Gifs.write(folder, "walk", 1, 2, new Frame(8, 8)).location();
    Path figure = folder.resolve("moves.svg");

    Run.of("figure", frames.toString(), gif, "-o", figure.toString())
        .bad(
            1,
            "mixoscope figure: "
                + frames
                + " is a clip: a figure is of pictures: name one of its files");
    Run first = Run.of("figure", "sample:cat", gif, "-o", figure.toString()).good();
    assertTrue(
        first.out().contains("note    B is the first of the frames of its file"), first::out);
  }

  @Test
  void everyFormatIsWrittenAndMakesTheSameMixAgain() throws Exception {
    String mixed = path("mixed.png");
    Run.of("mix", a, b, "-o", mixed, "--seed", "7").good();
    for (String extension : new String[] {"png", "svg", "pdf", "gif"}) {
      String figure = path("figure." + extension);
      String again = path("again-" + extension + ".png");

      Run run = Run.of("figure", "--recipe", mixed, "-o", figure).good();
      Run.of("mix", "--recipe", figure, "-o", again).good();

      assertEquals("The figure was written to " + figure + System.lineSeparator(), run.out());
      assertTrue(
          Photo.read(Path.of(again)).pixels().sameAs(Photo.read(Path.of(mixed)).pixels()),
          extension);
    }
  }

  @Test
  void recipeInsideIsWhatTheOptionsSay() throws Exception {
    String figure = path("figure.pdf");
    Run.of(
            "figure",
            a,
            b,
            "-o",
            figure,
            "--method",
            "mixup",
            "--lambda",
            "0.25",
            "--template",
            "column",
            "--panels",
            "mix,weights,beta",
            "--lang",
            "zh",
            "--title",
            "标题")
        .good();

    String recipe = EmbeddedRecipe.of(Path.of(figure)).orElseThrow();
    assertEquals(0.25, RecipeText.parse(recipe).draw().lambda());
  }

  @Test
  void sheetSaysWhatItLeavesOut() {
    Run run =
        Run.of(
                "figure",
                a,
                b,
                "-o",
                path("sheet.svg"),
                "--across",
                "lambda=0.2,0.8",
                "--down",
                "method=mixup,mask")
            .good();

    String note = "note    mask is left out: mask: this method needs one";
    assertTrue(run.out().contains(note), run.out());
    assertFalse(run.out().contains("is empty"), run.out());
  }

  @Test
  void wideAndDarkFiguresAreMade() throws Exception {
    for (String name : List.of("wide.png", "wide.svg", "wide.pdf")) {
      Run.of(
              "figure",
              a,
              b,
              "-o",
              path(name),
              "--template",
              "wide-slide",
              "--theme",
              "dark",
              "--lang",
              "zh")
          .good();
      assertTrue(EmbeddedRecipe.of(folder.resolve(name)).isPresent(), name);
    }
    BufferedImage png = ImageIO.read(folder.resolve("wide.png").toFile());
    assertEquals(2560, png.getWidth());
    assertEquals(1440, png.getHeight());
    assertEquals(0xFF121419, png.getRGB(0, 0));
    Run wrong = Run.of("figure", a, b, "-o", path("no.png"), "--theme", "grey");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("must be light or dark"), wrong.err());
  }

  @Test
  void recipeOfASheetMakesTheSheetAgain() throws Exception {
    String sheet = path("sheet.pdf");
    Run.of("figure", a, b, "-o", sheet, "--across", "alpha=0.2,1", "--down", "draw=0:1").good();

    Run.of("figure", "--recipe", sheet, "-o", path("again.pdf")).good();
    Run.of("figure", "--recipe", sheet, "-o", path("mix.pdf"), "--panels", "mix").good();

    assertArrayEquals(
        Files.readAllBytes(Path.of(sheet)), Files.readAllBytes(folder.resolve("again.pdf")));
    String alone = EmbeddedRecipe.of(folder.resolve("mix.pdf")).orElseThrow();
    assertNull(RecipeText.read(alone).axes(), "a figure of its base");
  }

  @Test
  void pixelsForWhichThereIsNoRoomAreRefusedWithWhatIsPossible() {
    Run run =
        Run.of(
            "figure",
            a,
            b,
            "-o",
            path("f.png"),
            "--scale",
            "4",
            "--across",
            "seed=1",
            "--down",
            "draw=0:9");

    assertEquals(1, run.code());
    assertTrue(
        run.err()
            .matches(
                "mixoscope figure: scale = 4: a figure of 5120×[0-9]+ pixels is too large,"
                    + " at most 2, or let its name end in .svg or .pdf\\R"),
        run.err());
    assertFalse(Files.exists(folder.resolve("f.png")));
  }

  @Test
  void sameCommandWritesSameBytes() throws IOException {
    for (String name : new String[] {"one.pdf", "two.pdf"}) {
      Run.of("figure", a, b, "-o", path(name)).good();
    }

    assertArrayEquals(
        Files.readAllBytes(folder.resolve("one.pdf")),
        Files.readAllBytes(folder.resolve("two.pdf")));
  }

  @Test
  void optionsWithoutEffectAreRefused() {
    refused("--sweep: only for a .gif", "f.png", "--sweep", "draws");
    refused("--frames: only for a .gif", "f.pdf", "--frames", "9");
    refused("--across: not in a .gif", "f.gif", "--across", "alpha=1,2");
    refused("--down: needs --across", "f.png", "--down", "alpha=1,2");
    refused("--scale: only for a .png or .gif", "f.svg", "--scale", "3");
    refused(
        "--panels: not with --across, a sheet holds mixes",
        "f.png",
        "--panels",
        "mix",
        "--across",
        "alpha=1,2");
    refused(
        "--sweep lambda: mosaic uses no λ, --sweep draws",
        "f.gif",
        "--method",
        "mosaic",
        "--sweep",
        "lambda");
    refused(
        "--panels beta: mosaic draws no λ of a pair from Beta(α, α)",
        "f.png",
        "--method",
        "mosaic",
        "--panels",
        "beta");
    refused(
        "--panels objects: needs an --annotation, which says what is where",
        "f.png",
        "--panels",
        "mix,objects");
    refused(
        "--panels = mix,foo: must be sources, mix, weights, label, formula, beta or objects",
        "f.png",
        "--panels",
        "mix,foo");
    refused("-o %s: must end in .png or .svg or .pdf or .gif".formatted(path("f.jpg")), "f.jpg");
  }

  private void refused(String message, String file, String... options) {
    String[] line = new String[5 + options.length];
    System.arraycopy(new String[] {"figure", a, b, "-o", path(file)}, 0, line, 0, 5);
    System.arraycopy(options, 0, line, 5, options.length);

    Run.of(line).bad(2, "mixoscope figure: " + message + " (see mixoscope figure --help)");
    assertFalse(Files.exists(folder.resolve(file)));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }
}
