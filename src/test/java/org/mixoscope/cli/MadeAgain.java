package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mixoscope.image.EmbeddedRecipe;

/// What the recipes make that the pictures of a job carry.
final class MadeAgain {
  private MadeAgain() {}

  /// Makes every picture again, to the pixel.
  ///
  /// @param out that a job has written into
  /// @param least how many pictures there are, or more
  /// @return their recipes
  static List<String> recipes(Path out, int least) throws IOException {
    Path again = Files.createTempFile(out, "again", ".png");
    List<String> recipes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(out.resolve("images"))) {
      List<Path> made = files.filter(Files::isRegularFile).toList();
      assertTrue(made.size() >= least, made::toString);
      for (Path file : made) {
        String recipe = EmbeddedRecipe.of(file).orElseThrow();
        Run.of("mix", "--recipe", file.toString(), "-o", again.toString()).good();
        assertTrue(Photo.read(file).pixels().sameAs(Photo.read(again).pixels()), recipe);
        recipes.add(recipe);
      }
    }
    return recipes;
  }
}
