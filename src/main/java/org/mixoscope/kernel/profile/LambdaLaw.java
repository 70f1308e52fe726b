package org.mixoscope.kernel.profile;

import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Beta;
import org.mixoscope.kernel.Named;

/// How a framework draws λ, the weight of a sample's own picture.
public enum LambdaLaw implements Named {
  /// `λ ~ Beta(α, α)`.
  BETA("beta") {
    @Override
    double draw(double alpha, RandomGenerator own, RandomGenerator shared) {
      return new Beta(alpha).sample(own);
    }
  },
  /// `max(λ, 1 − λ)` with `λ ~ Beta(α, α)`: a picture always outweighs its partner.
  LARGER_OF_BETA("larger-of-beta") {
    @Override
    double draw(double alpha, RandomGenerator own, RandomGenerator shared) {
      double lambda = new Beta(alpha).sample(own);
      return Math.max(lambda, 1 - lambda);
    }
  },
  /// `λ ~ Beta(a, a)`, where `a ~ U(0, α) + 10⁻⁶` is drawn once for a batch.
  BETA_OF_RANDOM_ALPHA("beta-of-random-alpha") {
    @Override
    double draw(double alpha, RandomGenerator own, RandomGenerator shared) {
      return new Beta(shared.nextDouble() * alpha + LEAST_ALPHA).sample(own);
    }
  },
  /// `λ ~ U(0, 1)`, whatever α.
  UNIFORM("uniform") {
    @Override
    double draw(double alpha, RandomGenerator own, RandomGenerator shared) {
      return own.nextDouble();
    }
  },
  /// λ is not drawn: the sides of the box are, and λ is what they leave.
  BOX_SIDES("box-sides") {
    @Override
    double draw(double alpha, RandomGenerator own, RandomGenerator shared) {
      throw new IllegalStateException("λ follows from the box");
    }
  };

  private static final double LEAST_ALPHA = 1e-6;

  private final String id;

  LambdaLaw(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  /// Whether λ depends on α.
  public boolean hasAlpha() {
    return this != UNIFORM && this != BOX_SIDES;
  }

  /// @param own the stream of this mix; advanced
  /// @param shared the stream that all mixes of a batch see alike, at its start; advanced
  abstract double draw(double alpha, RandomGenerator own, RandomGenerator shared);
}
