package org.mixoscope.recipe;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.kernel.profile.Profile;

/// One variable of a sheet of mixes and the values it takes there.
public sealed interface Axis {
  /// The most values of an axis.
  int MOST_VALUES = 100;

  /// What varies, as it is typed: `alpha`, `lambda`, `seed`, `draw`, `method`, `profile` or the id
  /// of a method's parameter.
  String name();

  /// The values as they are typed, 1 to [#MOST_VALUES].
  List<String> texts();

  /// What is written at value k.
  String caption(int k);

  /// A recipe with value k.
  ///
  /// @param frame the frame that is mixed: some frameworks draw boxes by its pixels
  /// @throws IllegalArgumentException if the recipe's method cannot have it
  Recipe apply(int k, Recipe recipe, Frame frame);

  /// The same with some of its values.
  ///
  /// @param places which ones, each within [0, size)
  default Axis at(List<Integer> places) {
    return switch (this) {
      case Lambda lambda -> new Lambda(places.stream().map(lambda.values()::get).toList());
      case Origin origin ->
          new Origin(origin.part(), places.stream().map(origin.values()::get).toList());
      case Method method -> new Method(places.stream().map(method.values()::get).toList());
      case Value value -> new Value(value.parameter(), places.stream().map(texts()::get).toList());
      case Framework framework ->
          new Framework(places.stream().map(framework.values()::get).toList());
    };
  }

  /// Whether it is λ or decides how λ is drawn.
  default boolean decidesLambda() {
    return switch (this) {
      case Origin _, Framework _, Lambda _ -> true;
      case Value value -> value.isAlpha();
      case Method _ -> false;
    };
  }

  /// How many values it takes.
  default int size() {
    return texts().size();
  }

  /// The text that [#parse] reads back: `alpha=0.2,0.5,1`.
  default String text() {
    return name() + "=" + String.join(",", texts());
  }

  /// Reads an axis: a name, `=`, and values that commas separate. Numbers may be a range:
  /// `lambda=0:1:5` is five from 0 to 1, `seed=1:8` every whole number from 1 to 8. `all` stands
  /// for all values where there are so many and no more: `method=all`.
  ///
  /// @throws IllegalArgumentException if the text is no axis; the message says in one line why
  static Axis parse(String text) {
    return AxisText.parse(text);
  }

  /// The weight of A.
  ///
  /// @param values each within [0, 1]
  record Lambda(List<Double> values) implements Axis {
    /// Keeps a copy.
    public Lambda {
      values = List.copyOf(values);
    }

    @Override
    public String name() {
      return "lambda";
    }

    @Override
    public List<String> texts() {
      return values.stream().map(Axis::plain).toList();
    }

    @Override
    public String caption(int k) {
      return "λ = " + plain(values.get(k));
    }

    @Override
    public Recipe apply(int k, Recipe recipe, Frame frame) {
      return recipe.with(recipe.draw().withLambda(values.get(k)));
    }
  }

  /// A number that the draw comes from.
  ///
  /// @param values of a draw each at least 0
  record Origin(Part part, List<Long> values) implements Axis {
    /// What the number is.
    public enum Part {
      /// The key of the random stream; the index of the draw stays.
      SEED,
      /// Which draw of the seed.
      DRAW
    }

    /// Keeps a copy.
    public Origin {
      values = List.copyOf(values);
    }

    @Override
    public String name() {
      return part.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<String> texts() {
      return values.stream().map(String::valueOf).toList();
    }

    @Override
    public String caption(int k) {
      return name() + " " + values.get(k);
    }

    @Override
    public Recipe apply(int k, Recipe recipe, Frame frame) {
      return switch (part) {
        case SEED -> recipe.seeded(values.get(k)).drawn(recipe.index());
        case DRAW -> recipe.drawn(values.get(k));
      };
    }
  }

  /// The method; settings that the recipe's method has too are taken over.
  record Method(List<MethodType> values) implements Axis {
    /// Keeps a copy.
    public Method {
      values = List.copyOf(values);
    }

    /// Every method there is.
    public static Method all() {
      return new Method(MethodType.all());
    }

    @Override
    public String name() {
      return "method";
    }

    @Override
    public List<String> texts() {
      return values.stream().map(MethodType::id).toList();
    }

    @Override
    public String caption(int k) {
      return values.get(k).id();
    }

    @Override
    public Recipe apply(int k, Recipe recipe, Frame frame) {
      return recipe.retuned(values.get(k));
    }
  }

  /// A parameter of methods.
  ///
  /// @param parameter one that has it; others may have the same with another range
  /// @param texts its values as they are typed
  record Value(Parameter<?> parameter, List<String> texts) implements Axis {
    /// Keeps a copy.
    public Value {
      texts = List.copyOf(texts);
    }

    @Override
    public String name() {
      return parameter.id();
    }

    /// Whether it is what λ is drawn by.
    boolean isAlpha() {
      return name().equals("alpha");
    }

    @Override
    public String caption(int k) {
      String sign = parameter.symbol().isEmpty() ? name() : parameter.symbol();
      return parameter instanceof Parameter.Choice<?> ? texts.get(k) : sign + " = " + texts.get(k);
    }

    @Override
    public Recipe apply(int k, Recipe recipe, Frame frame) {
      MethodType type = recipe.method().type();
      Parameter<?> own = type.parameter(name());
      if (own == null) {
        throw new RefusedException(SheetReason.NO_SUCH_PARAMETER.of(name(), type));
      }
      return recipe.retuned(type.make(recipe.method().settings().withText(own, texts.get(k))));
    }
  }

  /// The framework whose conventions are followed.
  record Framework(List<Profile> values) implements Axis {
    /// Keeps a copy.
    public Framework {
      values = List.copyOf(values);
    }

    @Override
    public String name() {
      return "profile";
    }

    @Override
    public List<String> texts() {
      return values.stream().map(Profile::id).toList();
    }

    @Override
    public String caption(int k) {
      return values.get(k).id();
    }

    @Override
    public Recipe apply(int k, Recipe recipe, Frame frame) {
      Profile profile = values.get(k);
      String method = recipe.method().type().id();
      return recipe.as(profile.convention(method), profile.smoothing(), frame);
    }
  }

  /// A number without digits that say nothing: `0.5`, `1`.
  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
