package org.mixoscope.app.batch;

import java.util.List;
import java.util.stream.Stream;
import org.mixoscope.kernel.batch.Drawing;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.batch.Policy.Choice;
import org.mixoscope.kernel.profile.Convention;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.recipe.Preset;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.TrainingRecipe;
import org.mixoscope.recipe.code.CommandWords;

/// How the samples of a data set are mixed.
public sealed interface PolicyChoice {
  /// A name that stays the same from one version to the next.
  String id();

  /// @param recipe of Explore
  Policy policy(Recipe recipe);

  /// The label smoothing ε that goes with it.
  ///
  /// @param recipe of Explore
  double smoothing(Recipe recipe);

  /// The ε that `mixoscope batch` takes where none is given.
  default double silentSmoothing() {
    return 0;
  }

  /// Whether options of `mixoscope batch` can say it; if not, a whole job does.
  default boolean hasOptions() {
    return true;
  }

  /// Adds the options of `mixoscope batch` that say the same, if there are any.
  ///
  /// @param recipe of Explore
  void say(CommandWords words, Recipe recipe);

  /// As Explore mixes: its method and settings, and as many pictures.
  record Explore() implements PolicyChoice {
    @Override
    public String id() {
      return "explore";
    }

    @Override
    public Policy policy(Recipe recipe) {
      return Policy.of(List.of(new Choice(recipe.method(), 1, sources(recipe))));
    }

    @Override
    public double smoothing(Recipe recipe) {
      return recipe.smoothing();
    }

    @Override
    public void say(CommandWords words, Recipe recipe) {
      words.add(recipe.method());
      if (recipe.method().type().maxSources() > 2) {
        words.add("--sources", Integer.toString(sources(recipe)));
      }
    }

    private static int sources(Recipe recipe) {
      return recipe.mixedSources().size();
    }
  }

  /// A known setting of a method.
  record Known(Preset preset) implements PolicyChoice {
    @Override
    public String id() {
      return "preset:" + preset.id();
    }

    @Override
    public Policy policy(Recipe recipe) {
      return Policy.of(preset.method());
    }

    @Override
    public double smoothing(Recipe recipe) {
      return preset.smoothing();
    }

    @Override
    public void say(CommandWords words, Recipe recipe) {
      words.add(preset.method());
    }
  }

  /// Now Mixup, now CutMix, as a published training does.
  record Training(TrainingRecipe training) implements PolicyChoice {
    @Override
    public String id() {
      return "training:" + training.name();
    }

    @Override
    public Policy policy(Recipe recipe) {
      return Policy.switching(training.mixup(), training.cutMix(), 0.5);
    }

    @Override
    public double smoothing(Recipe recipe) {
      return training.smoothing();
    }

    @Override
    public void say(CommandWords words, Recipe recipe) {
      words.add("--mixup-alpha", Double.toString(training.mixup().alpha()));
      words.add("--cutmix-alpha", Double.toString(training.cutMix().alpha()));
    }
  }

  /// As a framework does it.
  record Framework(Profile profile, Convention convention) implements PolicyChoice {
    @Override
    public String id() {
      return "profile:" + profile.id() + ":" + convention.id();
    }

    @Override
    public Policy policy(Recipe recipe) {
      return Policy.of(List.of(new Choice(convention, 1, 2)));
    }

    @Override
    public double smoothing(Recipe recipe) {
      return profile.smoothing();
    }

    @Override
    public double silentSmoothing() {
      return profile.smoothing();
    }

    @Override
    public void say(CommandWords words, Recipe recipe) {
      words.add(profile, convention);
    }
  }

  /// As a job mixes that was given.
  record Given(Policy policy) implements PolicyChoice {
    /// How likely a sample is mixed at all is no part of the choice.
    public Given {
      policy = policy.withProbability(1);
    }

    @Override
    public String id() {
      return "given";
    }

    @Override
    public Policy policy(Recipe recipe) {
      return policy;
    }

    /// Jobs say ε themselves.
    @Override
    public double smoothing(Recipe recipe) {
      return 0;
    }

    @Override
    public boolean hasOptions() {
      Choice first = policy.choices().getFirst();
      return policy.choices().size() == 1
          && first.weight() == 1
          && first.drawing() instanceof Drawing.ByItself;
    }

    @Override
    public void say(CommandWords words, Recipe recipe) {
      Choice only = policy.choices().getFirst();
      words.add(only.drawing().method());
      if (only.drawing().method().type().maxSources() > 2) {
        words.add("--sources", Integer.toString(only.sources()));
      }
    }
  }

  /// One of [#all] that does the same whatever Explore does, else the policy as it is given.
  ///
  /// @param recipe any
  static PolicyChoice of(Policy policy, Recipe recipe) {
    Given given = new Given(policy);
    return all().stream()
        .filter(choice -> !(choice instanceof Explore))
        .filter(choice -> choice.policy(recipe).equals(given.policy()))
        .findFirst()
        .orElse(given);
  }

  /// All there are to choose from, in the order of the menu.
  static List<PolicyChoice> all() {
    return Stream.of(
            Stream.of(new Explore()),
            Preset.ALL.stream().map(Known::new),
            TrainingRecipe.ALL.stream().map(Training::new),
            Profile.all().stream()
                .flatMap(
                    profile -> profile.conventions().stream().map(c -> new Framework(profile, c))))
        .flatMap(choices -> choices)
        .map(PolicyChoice.class::cast)
        .toList();
  }

  /// @throws IllegalArgumentException if there is none of this name
  static PolicyChoice of(String id) {
    // As 0.1.0 called it.
    String known = id.replaceFirst(":minmax$", ":cutmix-minmax");
    return all().stream()
        .filter(choice -> choice.id().equals(known))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("policy = " + id + ": not known"));
  }
}
