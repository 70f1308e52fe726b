package org.mixoscope.kernel.method;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.KernelReason;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.ClassWeights;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Quantity;
import org.mixoscope.kernel.target.Target;

/// A kind of method as it describes itself: what it is called, what can be set, what it uses.
/// Screens, command line and recipes are made from this and know no method by name.
///
/// @param id its name on the command line, in recipes and message bundles
/// @param maxSources how many sources it mixes at most, 1…8. One that mixes a single one fills what
///   it takes away by itself, see [Method#filler]; of the others the least is two
/// @param traits what it uses
/// @param parameters its hyperparameters, in the order of screens and help
/// @param maker makes a method of this kind
public record MethodType(
    String id,
    int maxSources,
    Set<Trait> traits,
    List<Parameter<?>> parameters,
    Function<Settings, Method> maker) {
  /// The most sources that any method mixes.
  public static final int MOST_SOURCES = 8;

  private static final String LOWER = "min-";
  private static final String UPPER = "max-";

  /// All kinds, in the order of screens and help.
  public static List<MethodType> all() {
    return Catalogue.TYPES;
  }

  /// Keeps copies.
  public MethodType {
    traits = Set.copyOf(traits);
    parameters = List.copyOf(parameters);
  }

  /// @throws IllegalArgumentException if no kind has this name
  public static MethodType of(String id) {
    return all().stream()
        .filter(type -> type.id.equals(id))
        .findFirst()
        .orElseThrow(
            () -> {
              String known = String.join(", ", all().stream().map(MethodType::id).toList());
              return new RefusedException(KernelReason.UNKNOWN_METHOD.of(id, known));
            });
  }

  /// A method with these settings.
  ///
  /// @throws IllegalArgumentException if they are no sensible combination
  public Method make(Settings settings) {
    return maker.apply(settings);
  }

  /// A method with everything at its initial value.
  public Method initial() {
    return make(Settings.INITIAL);
  }

  /// A method of this kind that takes over the settings of another where it has the same
  /// parameters; with everything at its initial value if it has them with another range.
  public Method like(Method other) {
    try {
      return make(taken(other));
    } catch (IllegalArgumentException _) {
      return initial();
    }
  }

  /// Whether methods of this kind use something.
  public boolean uses(Trait trait) {
    return traits.contains(trait);
  }

  /// Whether what it makes of a draw depends on more than the frame: on a mask, on what pictures
  /// show, or on what is where in them.
  public boolean looksAtInputs() {
    return uses(Trait.MASK) || uses(Trait.PICTURES) || uses(Trait.MARKS);
  }

  /// What methods of this kind miss among inputs that have no mark of what is where in the partner,
  /// or not of the kind that they need.
  ///
  /// @return null if they have all, or need none
  public @Nullable Objection lacking(Inputs inputs) {
    if (!uses(Trait.MARKS)) {
      return null;
    }
    List<Target> marked = inputs.marked();
    return switch (marked.size() < 2 ? null : marked.get(1)) {
      case Objects _ -> null;
      case ClassMap _ -> uses(Trait.OBJECTS) ? KernelReason.NEEDS_OBJECTS.of(id) : null;
      case ClassWeights _, Quantity _ -> KernelReason.NEEDS_MARKS.of(id);
      case null -> KernelReason.NEEDS_MARKS.of(id);
    };
  }

  /// How many of some sources it mixes: the first ones, up to its most.
  public int mixed(int sources) {
    return Math.min(sources, maxSources);
  }

  /// Its parameter with this name, or null.
  public @Nullable Parameter<?> parameter(String name) {
    return parameters.stream().filter(one -> one.id().equals(name)).findFirst().orElse(null);
  }

  /// The other end of the range whose lower end is a parameter: `max-side` for `min-side`.
  ///
  /// @return null if it is no lower end
  public Parameter.@Nullable Real upperEnd(Parameter<?> lower) {
    return otherEnd(lower, LOWER, UPPER);
  }

  /// The other end of the range whose upper end is a parameter.
  ///
  /// @return null if it is no upper end
  public Parameter.@Nullable Real lowerEnd(Parameter<?> upper) {
    return otherEnd(upper, UPPER, LOWER);
  }

  private Parameter.@Nullable Real otherEnd(Parameter<?> one, String prefix, String other) {
    return one.id().startsWith(prefix)
            && parameter(other + one.id().substring(prefix.length())) instanceof Parameter.Real end
        ? end
        : null;
  }

  /// How many weights a draw has, and a composition, for some sources: one for each that is mixed,
  /// and one for what a method fills in by itself.
  public int weights(int sources) {
    return Math.max(2, mixed(sources));
  }

  private Settings taken(Method other) {
    Settings taken = Settings.INITIAL;
    for (Parameter<?> parameter : other.type().parameters()) {
      Parameter<?> mine = parameter(parameter.id());
      if (mine != null && mine.type().equals(parameter.type())) {
        taken = taken.withText(mine, text(parameter, other.settings()));
      }
    }
    return taken;
  }

  private static <T> String text(Parameter<T> parameter, Settings settings) {
    return parameter.format(settings.get(parameter));
  }

  @Override
  public String toString() {
    return id;
  }
}
