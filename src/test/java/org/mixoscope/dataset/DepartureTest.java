package org.mixoscope.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Fingerprint;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Reference;
import org.mixoscope.recipe.Source;

class DepartureTest {
  @TempDir Path folder;

  private Path write(String name, String contents) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, contents);
  }

  /// What source A is called when the recipe is carried by a file of a folder.
  private static Optional<Reference> called(String location, Path carrier) {
    Recipe recipe =
        Recipe.of(new CutMix(1), 1, new Source(location, "a"), Sample.ALL.getFirst().source());
    return Reference.at(Departure.of(recipe, carrier).sources().getFirst().location());
  }

  @Test
  void aPictureIsNamedFromTheFileThatCarriesTheRecipe() throws IOException {
    Path cat = write("data/cats/cat 1.png", "cat");
    Fingerprint contents = Fingerprint.of(new ByteArrayInputStream("cat".getBytes()));

    assertEquals(
        Optional.of(new Reference("cat 1.png", contents)),
        called(cat.toString(), folder.resolve("data/cats")));
    assertEquals(
        Optional.of(new Reference("data/cats/cat 1.png", contents)),
        called(cat.toString(), folder));
    assertEquals(
        Optional.of(new Reference("../data/cats/cat 1.png", contents)),
        called(cat.toString(), folder.resolve("out")));
    assertEquals(
        Optional.of(new Reference("cat 1.png", contents)), called(cat.toString(), null), "a text");
  }

  @Test
  void theWayBetweenStrangersIsNotTold() throws IOException {
    Path cat = write("cat.png", "cat");
    Path root = Objects.requireNonNull(folder.toAbsolutePath().getRoot());
    Path elsewhere = root.resolve("elsewhere").resolve("figures");
    Path neighbour = root.resolve(folder.toAbsolutePath().getName(0)).resolve("else");

    assertEquals("cat.png", called(cat.toString(), elsewhere).orElseThrow().path());
    assertEquals("cat.png", called(cat.toString(), neighbour).orElseThrow().path());
  }

  @Test
  void nothingOfTheMachineIsLeft() throws IOException {
    Path cat = write("cat.png", "cat");
    Path mask = write("masks/blob.png", "blob");
    Recipe recipe =
        Recipe.of(new CutMix(1), 1, Source.of(cat), Source.of(write("cup.png", "cup")))
            .withMask(mask.toString());
    for (Path carrier : new Path[] {folder, folder.resolve("out"), null}) {
      String json = RecipeText.json(Departure.of(recipe, carrier));
      assertFalse(json.contains(folder.getFileName().toString()), json);
      assertTrue(json.contains("blob.png"), json);
    }
    assertEquals(recipe, Search.beside(folder).find(Departure.of(recipe, folder)).recipe());
  }

  @Test
  void samplesAndReferencesStayAsTheyAre() {
    Reference lost = new Reference("cup.png", new Fingerprint(3, "0".repeat(32)));
    Recipe recipe =
        Recipe.of(
                new CutMix(1), 1, new Source(lost.location(), "cup"), new Source("sample:cat", "c"))
            .withMask(Sample.MASK);

    assertEquals(recipe, Departure.of(recipe, folder));
  }

  @Test
  void aPictureThatWasDeletedIsNamedOnly() throws IOException {
    String gone = folder.resolve("gone.png").toString();
    Recipe recipe =
        Recipe.of(new CutMix(1), 1, new Source(gone, "a"), Sample.ALL.getFirst().source());

    assertEquals("gone.png", Departure.of(recipe, folder).sources().getFirst().location());
    assertEquals(recipe, Departure.of(recipe, folder).moved(location -> back(location, gone)));
  }

  private static String back(String location, String gone) {
    return location.equals("gone.png") ? gone : location;
  }

  @Test
  void aPictureInsideAFileIsKnownByItsOwnBytes() throws IOException {
    Path tar = folder.resolve("data # 1/a.tar");
    Files.createDirectories(tar.getParent());
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(tar))) {
      TarArchiveEntry entry = new TarArchiveEntry("owl #/1.png");
      entry.setSize(3);
      out.putArchiveEntry(entry);
      out.write("owl".getBytes());
      out.closeArchiveEntry();
    }

    assertEquals(
        Optional.of(
            new Reference(
                "data # 1/a.tar#owl #/1.png",
                Fingerprint.of(new ByteArrayInputStream("owl".getBytes())))),
        called(tar + "#owl #/1.png", folder));
  }

  @Test
  void contentsAreThoseThatWhoeverAsksKnows() throws IOException {
    Path cat = write("cat.png", "changed since");
    Fingerprint before = new Fingerprint(3, "1".repeat(32));
    Recipe recipe = Recipe.of(new CutMix(1), 1, Source.of(cat), Source.of(cat));

    assertEquals(
        new Reference("cat.png", before).location(),
        Departure.of(recipe, folder, location -> before).sources().getFirst().location());
  }
}
