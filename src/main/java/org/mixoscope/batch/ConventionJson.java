package org.mixoscope.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.batch.Granularity;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.CutMixMinMax;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.profile.Convention;
import org.mixoscope.kernel.profile.LambdaLaw;
import org.mixoscope.kernel.profile.Place;
import org.mixoscope.recipe.Fields;

/// How a framework draws what a method applies, as JSON. The method itself, with its boxes and its
/// label, is said beside it.
final class ConventionJson {
  private ConventionJson() {}

  /// @param node to put it into. Modified
  static void write(Convention convention, ObjectNode node) {
    node.put("law", convention.law().id())
        .put("granularity", convention.granularity().id())
        .put("place", convention.place().id());
  }

  /// @param method that applies the draws
  /// @throws IllegalArgumentException if a field is missing or wrong, or the method cannot be drawn
  ///   so
  static Convention read(Fields fields, Method method) {
    LambdaLaw law = fields.choice("law", List.of(LambdaLaw.values()), LambdaLaw::id);
    boolean fits =
        switch (method) {
          case Mixup _, CutMix _ -> law != LambdaLaw.BOX_SIDES;
          case CutMixMinMax _ -> law == LambdaLaw.BOX_SIDES;
          default -> false;
        };
    if (!fits) {
      throw new RefusedException(DocumentReason.NOT_DRAWN_SO.of(law.id(), method.type()));
    }
    return new Convention(
        method,
        law,
        fields.choice("granularity", List.of(Granularity.values()), Granularity::id),
        fields.choice("place", List.of(Place.values()), Place::id));
  }
}
