package org.mixoscope.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Fingerprint;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Reference;
import org.mixoscope.recipe.Source;

class SearchTest {
  @TempDir Path root;
  private Path here = Path.of("");
  private Recipe recipe = Recipe.of(new CutMix(1), 1, Sample.POOL.group(1, 0, 2));
  private Recipe travelling = recipe;

  /// A project with pictures and a mask, and the recipe that a figure in it carries.
  @BeforeEach
  void write() throws IOException {
    here = root.resolve("project");
    Path cat = write("project/data/cat.png", "cat");
    Path cup = write("project/data/cup.png", "cup");
    Path mask = write("project/masks/blob.png", "blob");
    recipe =
        Recipe.of(new CutMix(1), 1, Source.of(cat), Source.of(cup).withClassName("mug"))
            .withMask(mask.toString());
    travelling = Departure.of(recipe, here.resolve("figures"));
  }

  private Path write(String name, String contents) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, contents);
  }

  private Path move(String from, String to) throws IOException {
    Files.createDirectories(root.resolve(to).getParent());
    return Files.move(root.resolve(from), root.resolve(to));
  }

  private static void assertFound(Recipe expected, Search search, Recipe travelling) {
    assertEquals(new Search.Result(expected, List.of()), search.find(travelling));
  }

  @Test
  void whereItWasItIsFound() {
    assertFound(recipe, Search.beside(here.resolve("figures")), travelling);
  }

  @Test
  void aFolderMayMoveAsAWhole() throws IOException {
    Path now = move("project", "elsewhere/deep/project");
    Recipe moved =
        recipe.moved(location -> now.resolve(here.relativize(Path.of(location))).toString());

    assertFound(moved, Search.beside(now.resolve("figures")), travelling);
  }

  @Test
  void allMayLieInOneFolder() throws IOException {
    Path cat = move("project/data/cat.png", "mail/cat.png");
    Path cup = move("project/data/cup.png", "mail/cup.png");
    Path blob = move("project/masks/blob.png", "mail/blob.png");

    Recipe found = Search.beside(root.resolve("mail")).find(travelling).recipe();
    assertEquals(
        List.of(new Source(cat.toString(), "cat"), new Source(cup.toString(), "mug")),
        found.sources());
    assertEquals(blob.toString(), found.mask());
  }

  @Test
  void aPictureOfAnotherNameIsFoundByItsContents() throws IOException {
    Path renamed = move("project/data/cat.png", "project/figures/IMG_001.png");
    write("project/figures/same-length.png", "dog");

    assertEquals(
        renamed.toString(),
        Search.beside(here.resolve("figures"))
            .find(travelling)
            .recipe()
            .sources()
            .getFirst()
            .location());
  }

  @Test
  void aPictureOfTheSameNameWithOtherContentsIsNotTakenButNamed() throws IOException {
    Path other = write("project/data/cat.png", "dog");
    Search.Result found = Search.beside(here.resolve("figures")).find(travelling);

    Reference cat = Reference.at(travelling.sources().getFirst().location()).orElseThrow();
    assertEquals(List.of(new Search.Missing(cat, List.of(other.toString()))), found.missing());
    assertEquals(travelling.sources().getFirst(), found.recipe().sources().getFirst());
    assertEquals(recipe.sources().getLast(), found.recipe().sources().getLast());
  }

  @Test
  void theOpenFolderIsLookedInByName() throws IOException {
    Path moved = move("project/data/cat.png", "pets/a/cat.png");
    write("pets/b/cat.png", "another cat");
    write("pets/b/dog.png", "cup");
    Search search = new Search(null, ImageFolder.of(root.resolve("pets")), List.of());
    Search.Result found = search.find(travelling);

    assertEquals(moved.toString(), found.recipe().sources().getFirst().location());
    assertEquals(
        List.of("blob.png", "cup.png"),
        found.missing().stream().map(one -> one.reference().name()).toList());
  }

  @Test
  void theRecentOnesAreLookedAtByNameAndByContents() throws IOException {
    Path cat = move("project/data/cat.png", "a/cat.png");
    Path mug = move("project/data/cup.png", "b/mug.png");
    List<String> recent = List.of("sample:cat", mug.toString(), cat.toString(), "gone.png");
    Search.Result found = new Search(null, Sample.POOL, recent).find(travelling);

    assertEquals(
        List.of(cat.toString(), mug.toString()),
        found.recipe().sources().stream().map(Source::location).toList());
    assertEquals(1, found.missing().size(), "the mask");
  }

  @Test
  void whatIsMissingTwiceIsNamedOnce() throws IOException {
    Files.delete(here.resolve("data/cat.png"));
    Source cat = travelling.sources().getFirst();
    Recipe twice = Recipe.of(new CutMix(1), 1, cat, cat.withClassName("other"));

    assertEquals(1, Search.beside(here).find(twice).missing().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere/cat.png", "sample:cat", "sample:unknown", "nowhere.png"})
  void locationsThatAreNoReferencesStay(String location) {
    Recipe old =
        Recipe.of(new CutMix(1), 1, new Source(location, "a"), new Source("/data/cup.png", "cup"));

    assertFound(old, Search.beside(here), old);
    assertFound(old, new Search(null, Sample.POOL, List.of()), old);
  }

  @Test
  void aPlainNameMeansTheFileBeside() {
    Recipe byHand =
        Recipe.of(new CutMix(1), 1, new Source("cat.png", "a"), new Source("sample:cat", "b"));

    assertEquals(
        here.resolve("data/cat.png").toString(),
        Search.beside(here.resolve("data")).find(byHand).recipe().sources().getFirst().location());
  }

  @Test
  void aNameThatNoSystemAllowsIsNotFound() {
    Reference odd = new Reference("a\0b.png", new Fingerprint(3, "0".repeat(32)));
    Recipe recipe =
        Recipe.of(
            new CutMix(1), 1, new Source(odd.location(), "a"), Sample.ALL.getFirst().source());

    assertEquals(
        List.of(new Search.Missing(odd, List.of())), Search.beside(here).find(recipe).missing());
  }
}
