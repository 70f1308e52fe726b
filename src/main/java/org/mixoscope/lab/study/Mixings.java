package org.mixoscope.lab.study;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.batch.Drawing;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.batch.Policy.Choice;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.kernel.profile.Convention;
import org.mixoscope.lab.LabReason;
import org.mixoscope.lab.Shape;

/// What a lab says of policies.
public final class Mixings {
  /// The run that is not mixed.
  public static final String NONE = "none";

  private static final String ALPHA = "alpha";
  private static final Set<String> OF_POINTS = Set.of("mixup", "k-mixup");

  private Mixings() {}

  /// What a run is called: `mixup α=0.2`.
  public static String name(@Nullable Policy policy) {
    return policy == null
        ? NONE
        : policy.choices().stream()
            .filter(choice -> choice.weight() > 0)
            .map(choice -> name(choice.drawing()))
            .collect(Collectors.joining(" or "));
  }

  private static String name(Drawing drawing) {
    Method method = drawing.method();
    Parameter<?> alpha = method.type().parameter(ALPHA);
    return method.type().id()
        + (alpha == null || !hasAlpha(drawing) ? "" : " α=" + value(alpha, method));
  }

  private static <T> String value(Parameter<T> parameter, Method method) {
    return parameter.format(method.settings().get(parameter)).replaceFirst("\\.0$", "");
  }

  /// The same with another α of all its methods that have one.
  ///
  /// @throws IllegalArgumentException if none has, or one refuses it
  public static Policy withAlpha(Policy policy, double alpha) {
    if (policy.choices().stream().noneMatch(choice -> hasAlpha(choice.drawing()))) {
      throw new RefusedException(LabReason.NO_ALPHA.of(name(policy)));
    }
    return new Policy(
        policy.choices().stream()
            .map(c -> new Choice(withAlpha(c.drawing(), alpha), c.weight(), c.sources()))
            .toList(),
        policy.probability(),
        policy.granularity(),
        policy.pairing(),
        policy.offFromEpoch());
  }

  private static boolean hasAlpha(Drawing drawing) {
    return drawing instanceof Convention convention
        ? convention.law().hasAlpha()
        : drawing.method().type().parameter(ALPHA) != null;
  }

  private static Drawing withAlpha(Drawing drawing, double alpha) {
    if (!hasAlpha(drawing)) {
      return drawing;
    }
    if (drawing instanceof Convention convention) {
      return convention.withAlpha(alpha);
    }
    MethodType type = drawing.method().type();
    Parameter<?> parameter = type.parameter(ALPHA);
    return parameter == null
        ? drawing
        : Drawing.of(
            type.make(drawing.method().settings().withText(parameter, String.valueOf(alpha))));
  }

  /// The methods that samples of a shape can be mixed by.
  public static List<MethodType> types(Shape shape) {
    return MethodType.all().stream().filter(type -> objection(type, shape, false) == null).toList();
  }

  /// Refuses what samples of a shape cannot be mixed by.
  ///
  /// @throws RefusedException if a method needs what the lab does not know, or cuts what are points
  public static void require(Policy policy, Shape shape) {
    require(policy, shape, false);
  }

  /// The same where there may be a mask to mix by.
  ///
  /// @throws RefusedException as above
  public static void require(Policy policy, Shape shape, boolean hasMask) {
    for (Choice choice : policy.choices()) {
      Objection objection = objection(choice.drawing().method().type(), shape, hasMask);
      if (objection != null) {
        throw new RefusedException(objection);
      }
    }
  }

  private static @Nullable Objection objection(MethodType type, Shape shape, boolean hasMask) {
    if ((type.uses(Trait.MASK) && !hasMask) || type.uses(Trait.MARKS) || type.uses(Trait.OBJECTS)) {
      return LabReason.NEEDS_MORE_THAN_PICTURES.of(type.id());
    }
    return shape.plane() == 1 && !OF_POINTS.contains(type.id())
        ? LabReason.POINTS_BLEND.of(type.id())
        : null;
  }
}
