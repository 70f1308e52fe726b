package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Source;

/// What leaves the machine says nothing of it, and is taken up again somewhere else.
@BesideWindows
class TravellingRecipeTest {
  @TempDir Path root;
  private Path project = Path.of("");

  @BeforeEach
  void write() throws IOException {
    project = Files.createDirectories(root.resolve("ada/project"));
    Files.createDirectories(project.resolve("data"));
    Files.createDirectories(project.resolve("figures"));
    Photo.noise(40, 30, 1).write(project.resolve("data/cat.png"));
    Photo.noise(31, 43, 2).write(project.resolve("data/cup.png"));
    Photo.grey(9, 9, (x, y) -> 3 * x * y).write(project.resolve("data/blob.png"));
  }

  private String data(String name) {
    return project.resolve("data").resolve(name).toString();
  }

  private Path mixed(String name) {
    Path file = project.resolve("figures").resolve(name);
    Run.of("mix", data("cat.png"), data("cup.png"), "-o", file.toString()).good();
    return file;
  }

  private void assertTellsNothing(String text) {
    assertFalse(text.contains("ada") || text.contains(root.getFileName().toString()), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mix mixed.png",
        "mix mixed.jpg",
        "figure f.png --panels mix --template column",
        "figure f.svg --panels mix --mask BLOB",
        "figure f.pdf --panels mix",
        "figure f.gif --panels mix --sweep draws --frames 2 --template column",
        "figure f.svg --across alpha=0.5,1"
      })
  void everyFileThatCarriesARecipe(String line) throws Exception {
    String[] words = line.replace("BLOB", data("blob.png")).split(" ", 3);
    Path file = project.resolve("figures").resolve(words[1]);
    String options = words.length > 2 ? words[2] : "";
    String[] a = Run.line(options, words[0], data("cat.png"), data("cup.png"), "-o", file);
    Run.of(a);
    String text = EmbeddedRecipe.of(file).orElseThrow();

    assertTellsNothing(text);
    assertEquals(
        "../data/cat.png", new JsonMapper().readTree(text).at("/sources/0/image").textValue());
    Files.move(project, root.resolve("bob"));
    Path moved = root.resolve("bob/figures").resolve(words[1]);
    Run.of("mix", "--recipe", moved.toString(), "-o", root.resolve("again.png") + "").good();
  }

  @Test
  void aWholeProjectMovesAndMakesTheSamePixels() throws Exception {
    Path file = mixed("mixed.png");
    byte[] before = Files.readAllBytes(file);
    Files.move(project, root.resolve("bob"));
    Path moved = root.resolve("bob/figures/mixed.png");
    Path again = root.resolve("bob/figures/again.png");

    Run.of("mix", "--recipe", moved.toString(), "-o", again.toString()).good();
    assertEquals(-1, Files.mismatch(moved, again), "also the recipe in it");
    assertEquals(before.length, Files.size(again));
  }

  @Test
  void theJsonThatIsPrinted() throws Exception {
    Run run =
        Run.of("mix", data("cat.png"), data("cup.png"), "-o", root.resolve("o.png") + "", "--json");

    assertTellsNothing(run.good().out());
    assertTrue(run.json().at("/recipe/sources/0/image").textValue().endsWith("cat.png"));
  }

  @Test
  void whatIsMissingIsNamedInOneLine() throws IOException {
    Path file = mixed("mixed.png");
    long bytes = Files.size(Path.of(data("cup.png")));
    Files.delete(Path.of(data("cup.png")));
    String start =
        "mixoscope %s: --recipe: ../data/cup.png (%d bytes) was not found from "
            + file.getParent().toString().replace("%", "%%");
    for (String command : new String[] {"mix", "figure", "snapshot"}) {
      Run.of(command, "--recipe", file.toString(), "-o", root.resolve("o.png").toString())
          .bad(
              1, start.formatted(command, bytes) + "; put it there, or name the pictures yourself");
    }
    Path other = Path.of(Photo.noise(31, 43, 3).write(Path.of(data("cup.png"))));
    Run.of("mix", "--recipe", file.toString(), "-o", root.resolve("o.png").toString())
        .bad(
            1,
            start.formatted("mix", bytes)
                + "; %s has other contents; put it there, or name the pictures yourself"
                    .formatted(other));
  }

  @Test
  void picturesThatAreNamedNeedNotBeFound() throws IOException, RecipeException {
    Path file = mixed("mixed.png");
    Path cup = Files.move(Path.of(data("cup.png")), root.resolve("cup.png"));
    Path out = project.resolve("figures/again.png");

    Run.of("mix", data("cat.png"), cup.toString(), "--recipe", file + "", "-o", out + "").good();
    assertTrue(Photo.read(file).pixels().sameAs(Photo.read(out).pixels()));
    assertEquals(
        RecipeText.parse(EmbeddedRecipe.of(file).orElseThrow()).sources().stream()
            .map(Source::className)
            .toList(),
        RecipeText.parse(EmbeddedRecipe.of(out).orElseThrow()).sources().stream()
            .map(Source::className)
            .toList());
  }

  @Test
  void codeForALibraryNeedsNoPictures() throws IOException {
    Path file = project.resolve("figures/mixed.png");
    Run.of(Run.line("--size 24x20", "mix", data("cat.png"), data("cup.png"), "-o", file)).good();
    Files.delete(Path.of(data("cup.png")));

    assertTrue(
        Run.of("code", "--for", "torchvision", "--recipe", file + "").good().out().contains("v2"));
  }

  @Test
  void aBatchNeedsTheMaskAlone() throws IOException {
    Path file = project.resolve("figures/mixed.png");
    Run.of(
            Run.line(
                "--mask " + data("blob.png"), "mix", data("cat.png"), data("cup.png"), "-o", file))
        .good();
    Path pictures = Files.createDirectories(root.resolve("pictures/a"));
    Photo.noise(8, 8, 1).write(pictures.resolve("1.png"));
    Photo.noise(8, 8, 2).write(pictures.resolve("2.png"));
    Files.delete(Path.of(data("cup.png")));
    String from = root.resolve("pictures").toString();

    Run.of("batch", from, root.resolve("out") + "", "--recipe", file + "", "--quiet").good();
    long bytes = Files.size(Path.of(data("blob.png")));
    Files.delete(Path.of(data("blob.png")));
    Run.of("batch", from, root.resolve("out2") + "", "--recipe", file + "", "--quiet")
        .bad(
            1,
            "mixoscope batch: --recipe: ../data/blob.png (%d bytes) was not found from %s; put it there"
                .formatted(bytes, file.getParent()));
  }

  @Test
  void picturesOfABatch() throws IOException {
    Path pictures = Files.createDirectories(root.resolve("pictures/a"));
    Photo.noise(8, 8, 1).write(pictures.resolve("1.png"));
    Photo.noise(8, 8, 2).write(pictures.resolve("2.png"));
    Path out = root.resolve("out");
    Run.of(
            Run.line(
                "--embed-recipes --image png", "batch", root.resolve("pictures"), out, "--quiet"))
        .good();
    Path file = out.resolve("images/0000/00000001.png");

    assertTellsNothing(EmbeddedRecipe.of(file).orElseThrow());
    assertTrue(EmbeddedRecipe.of(file).orElseThrow().contains("\"../../../pictures/a/"));
    assertTellsNothing(Files.readString(out.resolve("metadata.jsonl")));
  }
}
