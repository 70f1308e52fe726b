package org.mixoscope.kernel.profile;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.batch.Drawing;
import org.mixoscope.kernel.batch.Granularity;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.CutMixMinMax;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;

/// How one framework does one method. It draws from the distributions that the framework draws
/// from, but not the very numbers of its generator.
///
/// @param method what applies the draws: Mixup, CutMix with the framework's boxes and label, or
///   timm's CutMix whose sides are drawn
/// @param law how λ is drawn
/// @param granularity for what λ is drawn
/// @param place where boxes are put
public record Convention(Method method, LambdaLaw law, Granularity granularity, Place place)
    implements Drawing {

  static Convention mixup(double alpha, LambdaLaw law, Granularity granularity) {
    return new Convention(new Mixup(alpha), law, granularity, Place.OWN);
  }

  /// @param corrected whether the label follows the pixels
  static Convention cutMix(
      double alpha, LambdaLaw law, BoxRule rule, boolean corrected, Granularity granularity) {
    return new Convention(new CutMix(alpha, rule, corrected), law, granularity, Place.OWN);
  }

  static Convention minMax(double least, double most, Place place, Granularity granularity) {
    return new Convention(new CutMixMinMax(least, most), LambdaLaw.BOX_SIDES, granularity, place);
  }

  Convention with(Place newPlace) {
    return new Convention(method, law, granularity, newPlace);
  }

  /// The name of the method: `mixup`, `cutmix` or `cutmix-minmax`.
  public String id() {
    return method.type().id();
  }

  /// What the label says.
  public LabelRule labelRule() {
    return LabelRule.of(method);
  }

  /// α of the method, or the bound below which the law draws it; without effect if the law has
  /// none.
  public double alpha() {
    return switch (method) {
      case Mixup mixup -> mixup.alpha();
      case CutMix cutMix -> cutMix.alpha();
      default -> 1;
    };
  }

  /// How λ becomes a box, or null where no box follows from λ.
  public @Nullable BoxRule boxRule() {
    return method instanceof CutMix cutMix ? cutMix.rule() : null;
  }

  /// The same with another α.
  ///
  /// @throws IllegalArgumentException if α is not positive and finite, or the law has none
  public Convention withAlpha(double alpha) {
    if (!law.hasAlpha()) {
      throw new IllegalArgumentException(
          "alpha = %s: λ of this %s is not drawn by any α".formatted(alpha, id()));
    }
    Method changed =
        method instanceof CutMix cutMix
            ? new CutMix(alpha, cutMix.rule(), cutMix.correctLambda())
            : new Mixup(alpha);
    return new Convention(changed, law, granularity, place);
  }

  /// The same with another range of the sides.
  ///
  /// @throws IllegalArgumentException if the sides are not drawn
  public Convention withSides(CutMixMinMax range) {
    if (!(method instanceof CutMixMinMax)) {
      throw new IllegalArgumentException(
          "sides = %s,%s: those of this %s follow λ"
              .formatted(range.minSide(), range.maxSide(), id()));
    }
    return new Convention(range, law, granularity, place);
  }

  /// {@inheritDoc}
  ///
  /// @throws IllegalArgumentException if the frame is so small that no whole number of pixels lies
  ///   within the range of the sides
  @Override
  public Draw draw(RandomGenerator own, RandomGenerator shared, Frame frame, int sources) {
    if (method instanceof CutMixMinMax range) {
      return new DrawnSides(range, place).draw(frame, own::nextInt);
    }
    double lambda = law.draw(alpha(), own, shared);
    RandomGenerator places = place == Place.SHARED ? shared : own;
    return new Draw(lambda, places.nextDouble(), places.nextDouble());
  }
}
