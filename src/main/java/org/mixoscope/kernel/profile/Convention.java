package org.mixoscope.kernel.profile;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.batch.Drawing;
import org.mixoscope.kernel.batch.Granularity;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.profile.TimmMixup.MinMax;

/// How one framework does one method. It draws from the distributions that the framework draws
/// from, but not the very numbers of its generator.
///
/// @param id of the method there: `mixup`, `cutmix` or `minmax`, timm's CutMix whose sides are
///   drawn
/// @param method what applies the draws: Mixup, or CutMix with the framework's boxes and label
/// @param law how λ is drawn
/// @param labelRule what the label says
/// @param granularity for what λ is drawn
/// @param sharedPlace whether the boxes of a batch, although of different sizes, are placed by the
///   same two random numbers
/// @param sides the range of the sides where they are drawn, else null
public record Convention(
    String id,
    Method method,
    LambdaLaw law,
    LabelRule labelRule,
    Granularity granularity,
    boolean sharedPlace,
    @Nullable MinMax sides)
    implements Drawing {

  static Convention mixup(double alpha, LambdaLaw law, Granularity granularity) {
    return new Convention(
        "mixup", new Mixup(alpha), law, LabelRule.DRAWN_LAMBDA, granularity, false, null);
  }

  static Convention cutMix(
      double alpha, LambdaLaw law, BoxRule rule, LabelRule labelRule, Granularity granularity) {
    CutMix method = new CutMix(alpha, rule, labelRule == LabelRule.PIXELS);
    return new Convention("cutmix", method, law, labelRule, granularity, false, null);
  }

  static Convention minMax(MinMax sides, BoxRule rule, Granularity granularity) {
    CutMix method = new CutMix(1, rule, true);
    return new Convention(
        "minmax", method, LambdaLaw.BOX_SIDES, LabelRule.PIXELS, granularity, false, sides);
  }

  Convention withSharedPlace() {
    return new Convention(id, method, law, labelRule, granularity, true, sides);
  }

  /// α of the method, or the bound below which the law draws it; without effect if the law has
  /// none.
  public double alpha() {
    return switch (method) {
      case Mixup mixup -> mixup.alpha();
      case CutMix cutMix -> cutMix.alpha();
      default -> throw new IllegalStateException(method + " in a convention");
    };
  }

  /// How λ becomes a box, or null for Mixup.
  public @Nullable BoxRule boxRule() {
    return method instanceof CutMix cutMix ? cutMix.rule() : null;
  }

  /// The same with another α.
  ///
  /// @throws IllegalArgumentException if α is not positive and finite, or the law has none
  public Convention withAlpha(double alpha) {
    if (!law.hasAlpha()) {
      throw new IllegalArgumentException(
          "alpha = %s: λ of this %s is not drawn by any α".formatted(alpha, id));
    }
    Method changed =
        method instanceof CutMix cutMix
            ? new CutMix(alpha, cutMix.rule(), cutMix.correctLambda())
            : new Mixup(alpha);
    return new Convention(id, changed, law, labelRule, granularity, sharedPlace, sides);
  }

  /// The same with another range of the sides.
  ///
  /// @throws IllegalArgumentException if the sides are not drawn
  public Convention withSides(MinMax range) {
    if (sides == null) {
      throw new IllegalArgumentException(
          "sides = %s,%s: those of this %s follow λ".formatted(range.min(), range.max(), id));
    }
    return new Convention(id, method, law, labelRule, granularity, sharedPlace, range);
  }

  /// {@inheritDoc}
  ///
  /// @throws IllegalArgumentException if the frame is so small that no whole number of pixels lies
  ///   within the range of the sides
  @Override
  public Draw draw(RandomGenerator own, RandomGenerator shared, Frame frame, int sources) {
    if (sides != null) {
      return withDrawnSides(sides, own, frame);
    }
    double lambda = law.draw(alpha(), own, shared);
    RandomGenerator place = sharedPlace ? shared : own;
    return new Draw(lambda, place.nextDouble(), place.nextDouble());
  }

  private Draw withDrawnSides(MinMax range, RandomGenerator random, Frame frame) {
    int height = side(range, frame.height(), frame, random);
    int width = side(range, frame.width(), frame, random);
    // Up to 1.0.28 the last place is left out.
    int last = boxRule() == BoxRule.LEGACY ? 0 : 1;
    int y = random.nextInt(frame.height() - height + last);
    int x = random.nextInt(frame.width() - width + last);
    Box box = new Box(x, y, x + width, y + height);
    return new Draw(1, 0.5, 0.5).within(Region.of(box, frame));
  }

  private static int side(MinMax range, int dim, Frame frame, RandomGenerator random) {
    if (!range.hasRoom(dim)) {
      throw new RefusedException(
          Objection.Kind.NO_SIDE_BETWEEN,
          "minmax = %s,%s: no side of a frame of %s pixels lies between"
              .formatted(range.min(), range.max(), frame),
          range.min(),
          range.max(),
          frame);
    }
    return random.nextInt(range.least(dim), range.bound(dim));
  }
}
