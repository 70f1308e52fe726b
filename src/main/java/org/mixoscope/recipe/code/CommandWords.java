package org.mixoscope.recipe.code;

import java.util.ArrayList;
import java.util.List;
import org.mixoscope.kernel.method.CutMixMinMax;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.kernel.method.Settings;
import org.mixoscope.kernel.profile.Convention;
import org.mixoscope.kernel.profile.Profile;

/// A command line in the making.
public final class CommandWords {
  private final List<String> words = new ArrayList<>();

  /// @param first the program and its command
  public CommandWords(String... first) {
    words.addAll(List.of(first));
  }

  /// One more word.
  public CommandWords add(String word) {
    words.add(word);
    return this;
  }

  /// An option with a value, in one word where the value could be taken for an option.
  public CommandWords add(String option, String value) {
    return value.startsWith("-") ? add(option + "=" + value) : add(option).add(value);
  }

  /// A method, with those of its settings that are not the initial ones.
  public CommandWords add(Method method) {
    add("--method", method.type().id());
    method.type().parameters().forEach(parameter -> add(parameter, method.settings()));
    return this;
  }

  private <T> void add(Parameter<T> parameter, Settings settings) {
    T value = settings.get(parameter);
    if (value.equals(parameter.initial())) {
      return;
    }
    if (parameter instanceof Parameter.Flag) {
      add((value.equals(true) ? "--" : "--no-") + parameter.id());
    } else {
      add("--" + parameter.id(), parameter.format(value));
    }
  }

  /// A framework's way to do a method, perhaps with another α.
  public CommandWords add(Profile profile, Convention convention) {
    add("--profile", profile.id()).add("--method", convention.id());
    if (convention.method() instanceof CutMixMinMax sides) {
      add("--cutmix-minmax", sides.minSide() + "," + sides.maxSide());
    } else if (convention.alpha() != profile.convention(convention.id()).alpha()) {
      add("--alpha", Double.toString(convention.alpha()));
    }
    return this;
  }

  /// The words as they are, not quoted.
  public List<String> list() {
    return List.copyOf(words);
  }

  /// One line that a shell takes apart into the words again.
  public String line() {
    return String.join(" ", words.stream().map(Shell::quote).toList());
  }
}
