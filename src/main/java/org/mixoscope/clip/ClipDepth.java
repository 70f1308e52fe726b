package org.mixoscope.clip;

import java.util.List;
import org.mixoscope.image.CommonNumbers;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.Scale;
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
  /// The narrowest type that holds all; grey stays grey.
  STORED {
    @Override
    NumberType of(Recipe recipe, List<Clip> clips) {
      return common(clips);
    }

    @Override
    Recipe kind(Recipe recipe, List<Clip> clips) {
      int channels = clips.stream().mapToInt(Clip::channels).max().orElse(1);
      return recipe.with(new PixelKind(channels, common(clips).element()));
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
    boolean rescaled = areRescaled(clips);
    return clips.stream()
        .map(clip -> rescaled ? rescaled(clip) : clip.type())
        .reduce(NumberType::with)
        .orElseThrow();
  }

  /// Of frames with scales of their own, as of one scale that changes numbers.
  private static NumberType rescaled(Clip clip) {
    Scale scale = clip.scale();
    return CommonNumbers.rescaled(scale == null ? new Scale(2, 0, "") : scale, clip.type());
  }

  /// Whether the same numbers stand for different things, so that these are mixed in their place.
  static boolean areRescaled(List<Clip> clips) {
    Scale first = clips.getFirst().scale();
    return first == null
        || clips.stream().map(Clip::scale).anyMatch(scale -> scale == null || !scale.agrees(first));
  }
}
