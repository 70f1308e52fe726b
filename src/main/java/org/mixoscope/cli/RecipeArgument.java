package org.mixoscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.image.PictureException;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeText;

/// The value of `--recipe`: the text itself, a text file, or a picture or figure with a recipe
/// inside, up to the size that [EmbeddedRecipe] looks into.
final class RecipeArgument {
  private static final int LONGEST = 1 << 20;

  private RecipeArgument() {}

  static Recipe read(String argument) throws RecipeException, PictureException {
    return readAll(argument).recipe();
  }

  /// With what the sheet varies, if the recipe is the base of one.
  static RecipeText.Content readAll(String argument) throws RecipeException, PictureException {
    return RecipeText.read(RecipeText.looksLikeOne(argument) ? argument : contents(argument));
  }

  private static String contents(String file) throws PictureException {
    try {
      Path path = Path.of(file);
      Optional<String> embedded = EmbeddedRecipe.of(path);
      if (embedded.isPresent()) {
        return embedded.get();
      }
      byte[] bytes = start(path);
      String text = new String(bytes, StandardCharsets.UTF_8);
      if (!RecipeText.looksLikeOne(text)) {
        throw Refusal.failed(file + ": there is no recipe in it");
      }
      return text;
    } catch (PictureException e) {
      throw e;
    } catch (NoSuchFileException | InvalidPathException e) {
      throw Refusal.failed("--recipe %s: neither a recipe nor a file".formatted(file));
    } catch (IOException e) {
      throw Refusal.failed(file + ": cannot be read");
    }
  }

  private static byte[] start(Path path) throws IOException {
    try (InputStream stream = Files.newInputStream(path)) {
      return stream.readNBytes(LONGEST);
    }
  }
}
