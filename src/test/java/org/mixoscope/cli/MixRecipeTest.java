package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.dataset.Departure;
import org.mixoscope.dataset.Search;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeText;

@BesideWindows
class MixRecipeTest {
  @TempDir Path folder;
  private String a = "";
  private String b = "";
  private Path out = Path.of("");
  private Path again = Path.of("");

  @BeforeEach
  void writePictures() throws IOException {
    a = Photo.noise(40, 30, 1).write(folder.resolve("cat.png"));
    b = Photo.noise(31, 43, 2).write(folder.resolve("cup.png"));
    Photo.grey(9, 9, (x, y) -> 3 * x * y).write(folder.resolve("mask.png"));
    out = folder.resolve("out.png");
    again = folder.resolve("again.png");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--seed 9",
        "--method mixup --alpha 0.3 --blending linear-light --smoothing 0.2",
        "--box -3,-4,17,13 --fit contain --classes x,y",
        "--lambda 0.1 --at 0.123456789,0.987654321 --box-rule keras-cv --no-correct-lambda",
        "--mask MASK --size 64x48 --fit stretch"
      })
  void everyFormOfTheRecipeMakesTheSameBytesAgain(String options) throws Exception {
    String mask = folder.resolve("mask.png").toString();
    Run first = Run.of(Run.line(options.replace("MASK", mask), "mix", a, b, "-o", out, "--json"));
    Recipe recipe = RecipeText.parse(EmbeddedRecipe.of(out).orElseThrow());
    Path text = folder.resolve("recipe.json");
    Files.writeString(text, "\n" + RecipeText.json(recipe) + "\n");
    Recipe here = Search.beside(folder).find(recipe).recipe();

    assertMakes(first, out.toString());
    assertMakes(first, text.toString());
    assertMakes(first, RecipeText.json(here));
    assertMakes(first, RecipeText.line(here));
    assertEquals(
        Departure.of(here, Path.of("")),
        RecipeText.parse(first.good().json().get("recipe").toString()),
        "printed");
  }

  private void assertMakes(Run first, String recipe) throws IOException {
    Run second =
        Run.of("mix", "--recipe", recipe, "-o", again.toString(), "--json", "--max-megapixels=1");
    assertEquals(first.good().out(), second.good().out());
    assertArrayEquals(Files.readAllBytes(out), Files.readAllBytes(again));
  }

  @Test
  void relativeNamesAreThoseOfThePresentFolder() throws Exception {
    Path relative = Path.of("").toAbsolutePath().relativize(Path.of(a));
    Run.of(Run.line("", "mix", relative, b, "-o", out)).good();
    byte[] first = Files.readAllBytes(out);
    Run.of(Run.line("", "mix", a, b, "-o", out)).good();

    assertArrayEquals(first, Files.readAllBytes(out));
  }

  @Test
  void picturesTakeThePlaceOfThoseInTheRecipe() throws Exception {
    String recipe = recipe("--classes left,right");
    String dog = Photo.noise(40, 30, 3).write(folder.resolve("dog.png"));
    String moved = folder.resolve("cup.jpeg").toString();
    Photo.noise(31, 43, 2).write(Path.of(moved));

    JsonNode one = Run.of(Run.line("--json", "mix", dog, "--recipe", recipe, "-o", out)).json();
    JsonNode two =
        Run.of(Run.line("--json", "mix", dog, moved, "--recipe", recipe, "-o", out)).json();

    assertEquals("[\"dog\",\"right\"]", one.get("classes").toString());
    assertTrue(one.at("/recipe/sources/1/image").textValue().endsWith("cup.png"));
    // A file of the same name is the same picture somewhere else.
    assertEquals("[\"dog\",\"right\"]", two.get("classes").toString());
    assertTrue(two.at("/recipe/sources/1/image").textValue().endsWith("cup.jpeg"));
  }

  @Test
  void optionsThatTheRecipeHoldsAreRefused() throws RecipeException, IOException {
    String recipe = recipe("");
    for (String option :
        new String[] {
          "--method mixup",
          "--alpha 1",
          "--box-rule fastai",
          "--correct-lambda",
          "--mask x",
          "--blending srgb",
          "--seed 42",
          "--lambda 1",
          "--at 0,0",
          "--box 0,0,1,1",
          "--size 8x8",
          "--fit cover",
          "--classes a,b",
          "--smoothing 0"
        }) {
      String name = option.split(" ", 2)[0];
      Run.of(Run.line(option, "mix", "--recipe", recipe, "-o", again))
          .bad(
              2,
              "mixoscope mix: %s: not with --recipe, which holds it already".formatted(name)
                  + " (see mixoscope mix --help)");
    }
  }

  @Test
  void whatIsNoRecipeIsExplained() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.json"));

    failsWith(a, a + ": there is no recipe in it");
    failsWith(empty.toString(), empty + ": there is no recipe in it");
    failsWith(folder.toString(), folder + ": cannot be read");
    failsWith("nowhere.json", "--recipe nowhere.json: neither a recipe nor a file");
    failsWith("{", "recipe: not valid JSON at line 1, column 2:");
    failsWith("{}", "recipe: mixoscope is missing");
    failsWith("{\"mixoscope\":2}", "recipe: it is for texts");
    failsWith("{\"mixoscope\":3}", "recipe: version 3 is not known");
    failsWith("mixoscope:AAAA", "recipe: the line is damaged");
  }

  private void failsWith(String recipe, String message) {
    Run run = Run.of("mix", "--recipe", recipe, "-o", again.toString());
    assertTrue(run.err().startsWith("mixoscope mix: " + message), run.err());
    assertEquals(1, run.err().lines().count());
    assertEquals(1, run.code());
  }

  private String recipe(String options) throws IOException {
    Path file = folder.resolve("recipe.png");
    Run.of(Run.line(options, "mix", a, b, "-o", file)).good();
    return file.toString();
  }
}
