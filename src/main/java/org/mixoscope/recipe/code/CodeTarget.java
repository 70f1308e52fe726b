package org.mixoscope.recipe.code;

import java.util.Optional;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Named;
import org.mixoscope.recipe.Recipe;

/// What a recipe can be written as code for. The command line and Java make the same bytes again; a
/// library draws its own λ with the same settings, and comments say where it cannot have them.
public enum CodeTarget implements Named {
  CLI("cli") {
    @Override
    public Optional<String> write(Recipe recipe, Frame frame, int classes) {
      return Optional.of(CommandLineCode.mix(recipe, frame));
    }
  },
  JAVA("java") {
    @Override
    public Optional<String> write(Recipe recipe, Frame frame, int classes) {
      return Optional.of(JavaCode.of(recipe));
    }
  },
  TORCHVISION("torchvision") {
    @Override
    public Optional<String> write(Recipe recipe, Frame frame, int classes) {
      return TorchvisionCode.of(recipe, classes);
    }
  },
  TIMM("timm") {
    @Override
    public Optional<String> write(Recipe recipe, Frame frame, int classes) {
      return TimmCode.of(recipe, classes);
    }
  },
  KERAS("keras") {
    @Override
    public Optional<String> write(Recipe recipe, Frame frame, int classes) {
      return KerasCode.of(recipe);
    }
  };

  private final String id;

  CodeTarget(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  /// The code; empty if the library has no such method.
  ///
  /// @param frame that is mixed: the recipe's own, or the size of A
  /// @param classes how many the data set has
  public abstract Optional<String> write(Recipe recipe, Frame frame, int classes);

  /// Like [#write(Recipe, Frame, int)], for a data set of the classes of the recipe.
  public Optional<String> write(Recipe recipe, Frame frame) {
    return write(recipe, frame, recipe.classes().size());
  }
}
