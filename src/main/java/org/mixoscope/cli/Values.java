package org.mixoscope.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.recipe.Recipe;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Option values as people write them, in any locale alike. A refusal completes the sentence
/// `--option = value: …`.
final class Values {
  // Java itself would also take 0x1p3, 1d and NaN.
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern SIZE = Pattern.compile("([0-9]+)[xX×]([0-9]+)");

  private Values() {}

  /// Where a mix is placed: u from the left, v from the top.
  record Position(double u, double v) {}

  /// α ≥ 0 where 0 switches a method off.
  static final class AlphaOrOff implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      double alpha = number(text);
      require(alpha >= 0 && Double.isFinite(alpha), "must be at least 0 and finite");
      return alpha;
    }
  }

  /// λ or a probability, within [0, 1].
  static final class Unit implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      double value = number(text);
      require(value >= 0 && value <= 1, "must be within [0, 1]");
      return value;
    }
  }

  /// ε within [0, 1).
  static final class Smoothing implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      double smoothing = number(text);
      require(smoothing >= 0 && smoothing < 1, "must be within [0, 1)");
      return smoothing;
    }
  }

  /// `u,v`, both within [0, 1).
  static final class At implements ITypeConverter<Position> {
    @Override
    public Position convert(String text) {
      List<Double> uv = parts(text, 2, "must be u,v such as 0.5,0.5").map(Values::number).toList();
      require(uv.stream().allMatch(c -> c >= 0 && c < 1), "u and v must be within [0, 1)");
      return new Position(uv.get(0), uv.get(1));
    }
  }

  /// `x1,y1,x2,y2` in whole pixels, not empty.
  static final class Corners implements ITypeConverter<Box> {
    @Override
    public Box convert(String text) {
      String form = "must be x1,y1,x2,y2 in whole pixels";
      List<Integer> c = parts(text, 4, form).map(part -> whole(part, form)).toList();
      require(c.get(0) < c.get(2) && c.get(1) < c.get(3), "needs x1 < x2 and y1 < y2");
      return new Box(c.get(0), c.get(1), c.get(2), c.get(3));
    }
  }

  /// `WIDTHxHEIGHT` in pixels.
  static final class Size implements ITypeConverter<Frame> {
    @Override
    public Frame convert(String text) {
      String form = "must be WIDTHxHEIGHT such as 224x224, each at least 1";
      Matcher size = SIZE.matcher(text);
      require(size.matches(), form);
      int width = whole(size.group(1), form);
      int height = whole(size.group(2), form);
      require(width > 0 && height > 0, form);
      Frame frame = new Frame(height, width);
      require(frame.pixels() <= Recipe.MAX_FRAME_PIXELS, "must be at most 100 megapixels");
      return frame;
    }
  }

  /// Names with commas between.
  static final class Names implements ITypeConverter<ClassNames> {
    @Override
    public ClassNames convert(String text) {
      List<String> names = Stream.of(text.split(",", -1)).map(String::strip).toList();
      require(names.size() > 1 || !names.getFirst().isEmpty(), "must be names such as cat,cup");
      return new ClassNames(names);
    }
  }

  /// The names of the classes of the pictures. Not a list itself: picocli would split it.
  record ClassNames(List<String> names) {}

  /// One weight a source, scaled to sum to 1.
  static final class Weights implements ITypeConverter<SourceWeights> {
    @Override
    public SourceWeights convert(String text) {
      List<Double> weights = Stream.of(text.split(",", -1)).map(Values::number).toList();
      double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
      require(
          weights.stream().allMatch(w -> w >= 0) && sum > 0 && Double.isFinite(sum),
          "must be weights of at least 0 such as 5,3,2");
      // Weights that sum to 1 but for rounding are those of a draw, to the last bit.
      double scale = Math.abs(sum - 1) < 1e-9 ? 1 : sum;
      return new SourceWeights(weights.stream().map(w -> w / scale).toList());
    }
  }

  /// The weights of the pictures, summing to 1.
  record SourceWeights(List<Double> weights) {}

  /// Any 64-bit number.
  static final class Seed implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      try {
        require(WHOLE.matcher(text).matches(), "must be a whole number such as 42");
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException("must be within [-2^63, 2^63)");
      }
    }
  }

  /// A whole number in a range.
  abstract static class Range implements ITypeConverter<Integer> {
    private final int low;
    private final int high;

    Range(int low, int high) {
      this.low = low;
      this.high = high;
    }

    @Override
    public Integer convert(String text) {
      String form = "must be a whole number within [%d, %d]".formatted(low, high);
      int value = whole(text, form);
      require(value >= low && value <= high, form);
      return value;
    }
  }

  static double number(String text) {
    require(NUMBER.matcher(text).matches(), "must be a number such as 0.25");
    return Double.parseDouble(text);
  }

  private static int whole(String text, String form) {
    try {
      require(WHOLE.matcher(text).matches(), form);
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException(form);
    }
  }

  static Stream<String> parts(String text, int count, String form) {
    List<String> parts = List.of(text.split(",", -1));
    require(parts.size() == count, form);
    return parts.stream();
  }

  static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new TypeConversionException(otherwise);
    }
  }
}
