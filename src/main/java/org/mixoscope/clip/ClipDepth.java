package org.mixoscope.clip;

import java.util.List;
import org.mixoscope.image.NumberType;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.recipe.Recipe;

/// Which numbers a mix of clips has.
public enum ClipDepth {
  /// Those that the recipe says.
  OF_RECIPE {
    @Override
    NumberType of(Recipe recipe, List<Clip> clips) {
      NumberType common = common(clips);
      boolean same = common.element() == recipe.kind().type();
      return same ? common : NumberType.of(recipe.kind().type());
    }

    @Override
    Recipe kind(Recipe recipe, List<Clip> clips) {
      return recipe;
    }
  },
  /// The narrowest type that holds all; colour of eight bits if no more are needed.
  COMMON {
    @Override
    NumberType of(Recipe recipe, List<Clip> clips) {
      return common(clips);
    }

    @Override
    Recipe kind(Recipe recipe, List<Clip> clips) {
      NumberType common = common(clips);
      int channels = clips.stream().mapToInt(Clip::channels).max().orElse(1);
      return recipe.with(
          common == NumberType.UINT8 ? PixelKind.RGB8 : new PixelKind(channels, common.element()));
    }
  },
  /// Colour of eight bits.
  EIGHT {
    @Override
    NumberType of(Recipe recipe, List<Clip> clips) {
      return NumberType.UINT8;
    }

    @Override
    Recipe kind(Recipe recipe, List<Clip> clips) {
      return recipe.with(PixelKind.RGB8);
    }
  };

  /// Of the numbers in what is written.
  abstract NumberType of(Recipe recipe, List<Clip> clips);

  /// The recipe with what its frames are brought to.
  abstract Recipe kind(Recipe recipe, List<Clip> clips);

  private static NumberType common(List<Clip> clips) {
    return clips.stream().map(Clip::type).reduce(NumberType::with).orElseThrow();
  }
}
