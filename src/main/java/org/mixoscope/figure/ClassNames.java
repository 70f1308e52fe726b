package org.mixoscope.figure;

import java.util.List;
import org.mixoscope.dataset.Sample;
import org.mixoscope.recipe.Source;

/// What classes are called where people read them: those of the samples in their language, all
/// others by their names. Recipes, files and the command line have the names.
///
/// @param words of the language
/// @param sources whose classes they are
public record ClassNames(Words words, List<Source> sources) {
  /// What a class is called. One that another picture has too keeps its name, and so does a sample
  /// that was given another class.
  public String of(String name) {
    List<Source> those =
        sources.stream().filter(source -> source.classes().contains(name)).toList();
    boolean ours = !those.isEmpty() && those.stream().allMatch(source -> isOwn(source, name));
    return ours ? words.get("sample." + name) : name;
  }

  /// What some are called, in their order.
  public List<String> of(List<String> names) {
    return names.stream().map(this::of).toList();
  }

  private static boolean isOwn(Source source, String name) {
    return Sample.at(source.location()).filter(sample -> sample.name().equals(name)).isPresent();
  }
}
