package org.mixoscope.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.Sample;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The two pictures, named one by one or by a recipe.
final class Sources {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "A",
      description =
          "The first picture, with the weight λ: a file, or one of the samples (sample:cat,"
              + " sample:coffee, sample:astronaut, sample:rocket, sample:retina,"
              + " sample:galaxies).")
  @Nullable String a;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "B",
      description = "The second picture, with the weight 1 − λ.")
  @Nullable String b;

  @Option(
      names = "--recipe",
      paramLabel = "FILE|TEXT",
      description =
          "Everything from a recipe: its text, a file with it, or a PNG that Mixoscope wrote."
              + " A and B, if given, take the place of its pictures.")
  @Nullable String recipe;

  /// A and B, both of which must be given.
  ///
  /// @param classes their class names; null for the names of the files
  List<Source> pair(Values.@Nullable ClassNames classes) {
    if (a == null || b == null) {
      throw Refusal.usage((a == null ? "A and B are" : "B is") + " missing: name two pictures");
    }
    return classes == null
        ? List.of(source(a), source(b))
        : List.of(new Source(location(a), classes.a()), new Source(location(b), classes.b()));
  }

  /// A recipe with A and B, if they were given, in place of its pictures.
  Recipe replaceIn(Recipe whole) {
    Recipe changed = a == null ? whole : whole.with(0, moved(whole.sources().get(0), source(a)));
    return b == null ? changed : changed.with(1, moved(whole.sources().get(1), source(b)));
  }

  /// A file of the same name is the same picture in another folder: it keeps its class.
  private static Source moved(Source old, Source now) {
    return source(old.location()).className().equals(now.className())
        ? now.withClassName(old.className())
        : now;
  }

  private static Source source(String argument) {
    return Sample.at(argument)
        .map(Sample::source)
        .orElseGet(() -> new Source(location(argument), name(argument)));
  }

  /// A file name without extension.
  private static String name(String file) {
    String name = Objects.toString(Path.of(file).getFileName(), file);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /// A location that means the same in every folder, as recipes need it.
  static String location(String argument) {
    if (Sample.at(argument).isPresent() || argument.equals(Sample.MASK)) {
      return argument;
    }
    if (argument.isBlank()) {
      throw Refusal.usage("the name of a picture is empty");
    }
    try {
      Path path = Path.of(argument).toAbsolutePath();
      // A ".." may follow a symbolic link, and only the file system knows where that leads.
      return (argument.contains("..") ? path : path.normalize()).toString();
    } catch (InvalidPathException e) {
      throw Refusal.failed(argument + ": not a file name");
    }
  }
}
