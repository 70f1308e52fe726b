package org.mixoscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// The file that a command writes. Whatever is wrong with it is said before any work.
final class OutputFile {
  private OutputFile() {}

  /// The path, if its extension is one of these and its folder is there.
  static Path require(String argument, List<String> extensions) {
    return require("-o", argument, extensions);
  }

  /// The same of another option.
  static Path require(String option, String argument, List<String> extensions) {
    String lower = argument.toLowerCase(Locale.ROOT);
    if (extensions.stream().noneMatch(lower::endsWith)) {
      throw Refusal.usage(
          "%s %s: must end in %s".formatted(option, argument, String.join(" or ", extensions)));
    }
    Path path = path(option, argument);
    Path folder = Objects.requireNonNullElse(path.getParent(), Path.of("."));
    if (!Files.isDirectory(folder)) {
      throw Refusal.failed("%s %s: there is no folder %s".formatted(option, argument, folder));
    }
    if (Files.isDirectory(path)) {
      throw Refusal.failed("%s %s: is a folder".formatted(option, argument));
    }
    return path;
  }

  /// The same of an option that may be left out; null if it was.
  static @Nullable Path optional(String option, @Nullable String argument, String extension) {
    return argument == null ? null : require(option, argument, List.of(extension));
  }

  /// The folder that a file is in.
  static Path folder(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().normalize().getParent(), "it has a name");
  }

  /// Refuses to write over what is read: the pictures, the mask, the file of the recipe.
  static void requireNoInput(Path output, Recipe recipe, @Nullable String recipeArgument) {
    Stream<@Nullable String> pictures = recipe.sources().stream().map(Source::location);
    Stream<@Nullable String> others = Stream.of(recipe.mask(), recipeArgument);
    for (String input : Stream.concat(pictures, others).filter(Objects::nonNull).toList()) {
      if (isSame(output, input)) {
        throw Refusal.usage(
            "-o %s: is an input of this mix, choose another name".formatted(output));
      }
    }
  }

  static boolean isSame(Path output, String input) {
    try {
      return Sample.at(input).isEmpty()
          && Files.isSameFile(output, Path.of(PackedPicture.fileOf(input)));
    } catch (IOException | InvalidPathException e) {
      return false; // one of them does not exist, or the recipe is a text
    }
  }

  private static Path path(String option, String argument) {
    try {
      return Path.of(argument);
    } catch (InvalidPathException e) {
      throw Refusal.failed("%s %s: not a file name".formatted(option, argument));
    }
  }
}
