package org.mixoscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.dataset.Search;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.image.PictureException;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Reference;

/// The value of `--recipe`: the text itself, a text file, or a picture or figure with a recipe
/// inside, up to the size that [EmbeddedRecipe] looks into.
///
/// @param content what it says, pictures being where they were found
/// @param missing those that were not
/// @param folder where they were looked for: that of the file, or for a text the present one
record RecipeArgument(RecipeText.Content content, List<Search.Missing> missing, Path folder) {
  private static final int LONGEST = 1 << 20;

  static RecipeArgument read(String argument) throws RecipeException, PictureException {
    boolean isText = RecipeText.looksLikeOne(argument);
    RecipeText.Content content = RecipeText.read(isText ? argument : contents(argument));
    Path folder = isText ? OutputFile.folder(Path.of("recipe")) : folder(Path.of(argument));
    Search.Result found = Search.beside(folder).find(content.recipe());
    return new RecipeArgument(
        new RecipeText.Content(found.recipe(), content.axes()), found.missing(), folder);
  }

  /// A folder of frames has the recipe in it.
  private static Path folder(Path file) {
    return Files.isDirectory(file) ? file.toAbsolutePath().normalize() : OutputFile.folder(file);
  }

  Recipe recipe() {
    return content.recipe();
  }

  /// Refuses a recipe that still needs what was not found.
  ///
  /// @param used the recipe, perhaps with other pictures
  void requireFound(Recipe used) {
    for (Search.Missing one : missing) {
      String location = one.reference().location();
      boolean isSource = used.sources().stream().anyMatch(s -> s.location().equals(location));
      boolean isAnnotation = used.sources().stream().anyMatch(s -> location.equals(s.annotation()));
      if (isSource || isAnnotation || location.equals(used.mask())) {
        throw Refusal.failed(sentence(one, isSource));
      }
    }
  }

  /// Refuses a recipe whose mask was not found; where its pictures have no say.
  void requireMask() {
    for (Search.Missing one : missing) {
      if (one.reference().location().equals(recipe().mask())) {
        throw Refusal.failed(sentence(one, false));
      }
    }
  }

  private String sentence(Search.Missing one, boolean isSource) {
    Reference reference = one.reference();
    String others =
        one.impostors().isEmpty()
            ? ""
            : "; %s has other contents".formatted(String.join(", ", one.impostors()));
    return "--recipe: %s (%d bytes) was not found from %s%s; put it there%s"
        .formatted(
            reference.path(),
            reference.contents().bytes(),
            folder,
            others,
            isSource ? ", or name the pictures yourself" : "");
  }

  private static String contents(String file) throws PictureException {
    try {
      Path path = Path.of(file);
      String ofClip = ClipReader.recipe(path);
      if (ofClip != null) {
        return ofClip;
      }
      Optional<String> embedded =
          Files.isDirectory(path) ? Optional.empty() : EmbeddedRecipe.of(path);
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
