package org.mixoscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.labelled.DataSetPool;
import org.mixoscope.lesson.LessonText;
import org.mixoscope.recipe.ExperimentText;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Reference;
import org.mixoscope.recipe.Source;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The pictures, named one by one or by a recipe.
final class Sources {
  private static final int LONGEST_EXPERIMENT = 16 << 20;

  @Parameters(
      arity = "0..8",
      paramLabel = "A B",
      hideParamSyntax = true,
      description =
          "The pictures, A with the weight λ first: files, or samples (sample:cat, sample:coffee,"
              + " sample:astronaut, sample:rocket, sample:retina, sample:galaxies). Two, or up to"
              + " eight for methods that mix more.")
  List<String> pictures = new ArrayList<>();

  @Option(
      names = "--recipe",
      paramLabel = "FILE|TEXT",
      description =
          "Everything from a recipe: its text, a file with it, or a picture or figure that"
              + " Mixoscope wrote. Pictures, if given, take the place of its own; these are looked"
              + " for beside the file.")
  @Nullable String recipe;

  /// The pictures, at least two.
  ///
  /// @param classes their class names; null for the names of the files
  /// @param annotations the files that say what is where in them: one for each, or one for all
  /// @param alone whether one will do, which is then there twice
  List<Source> all(@Nullable List<String> classes, List<String> annotations, boolean alone) {
    if (alone && pictures.size() == 1) {
      Source one = annotated(classes, annotations).getFirst();
      return List.of(one, one);
    }
    if (pictures.size() < 2) {
      throw Refusal.usage(
          (pictures.isEmpty() ? "A and B are" : "B is") + " missing: name two pictures");
    }
    return annotated(classes, annotations);
  }

  private List<Source> annotated(@Nullable List<String> classes, List<String> annotations) {
    if (annotations.size() > 1 && annotations.size() != pictures.size()) {
      throw Refusal.usage(
          "--annotation: %d files for %d pictures: name one for each, or one for all"
              .formatted(annotations.size(), pictures.size()));
    }
    List<Source> named = named(classes);
    return IntStream.range(0, named.size())
        .mapToObj(k -> annotated(named.get(k), k, annotations))
        .toList();
  }

  private static Source annotated(Source source, int k, List<String> annotations) {
    return annotations.isEmpty()
        ? source
        : source.withAnnotation(location(annotations.get(Math.min(k, annotations.size() - 1))));
  }

  private List<Source> named(@Nullable List<String> classes) {
    if (classes == null) {
      return pictures.stream().map(Sources::source).toList();
    }
    if (classes.size() != pictures.size()) {
      throw Refusal.usage(
          "--classes: %d %s for %d %s"
              .formatted(
                  classes.size(),
                  classes.size() == 1 ? "name" : "names",
                  pictures.size(),
                  pictures.size() == 1 ? "picture" : "pictures"));
    }
    return IntStream.range(0, pictures.size())
        .mapToObj(k -> new Source(location(pictures.get(k)), classes.get(k)))
        .toList();
  }

  /// The folder, data set, experiment or lesson that was named in place of pictures, which there
  /// are none of then; null if pictures were named.
  @Nullable Path takeFolder() {
    if (pictures.size() != 1 || Sample.isOne(pictures.getFirst())) {
      return null;
    }
    Path named = Path.of(location(pictures.getFirst()));
    if (!Files.isDirectory(named) && !DataSetPool.mayBe(named) && !isForTheWindow(named)) {
      return null;
    }
    pictures.removeFirst();
    return named;
  }

  /// The recipe that was named in place of pictures, as one that a desktop opens is; what
  /// `--recipe` says otherwise.
  @Nullable String takeRecipe() {
    if (recipe == null
        && pictures.size() == 1
        && RecipeText.isNamedLikeOne(Path.of(location(pictures.getFirst())))) {
      recipe = pictures.removeFirst();
    }
    return recipe;
  }

  /// Whether a file is what Train saves, or a lesson.
  private static boolean isForTheWindow(Path file) {
    if (!RecipeText.isNamedLikeOne(file)) {
      return false;
    }
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(LONGEST_EXPERIMENT);
      String text = new String(bytes, StandardCharsets.UTF_8);
      return ExperimentText.isOne(text) || LessonText.isOne(text);
    } catch (IOException e) {
      return false; // whoever takes it for a picture says what is wrong
    }
  }

  /// A recipe with the pictures, if any were given, in place of its own.
  Recipe replaceIn(Recipe whole) {
    List<Source> sources = new ArrayList<>(whole.sources());
    for (int k = 0; k < pictures.size(); k++) {
      Source now = source(pictures.get(k));
      if (k < sources.size()) {
        sources.set(k, moved(sources.get(k), now));
      } else {
        sources.add(now);
      }
    }
    return whole.withSources(sources);
  }

  /// A file of the same name is the same picture in another folder: it keeps its class.
  private static Source moved(Source old, Source now) {
    String before = Reference.at(old.location()).map(Reference::path).orElse(old.location());
    return source(before).className().equals(now.className())
        ? new Source(now.location(), old.className(), old.annotation(), old.soft())
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
    if (Sample.at(argument).isPresent()
        || argument.equals(Sample.MASK)
        || argument.equals(Sample.OBJECTS)) {
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
