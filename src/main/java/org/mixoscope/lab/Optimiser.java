package org.mixoscope.lab;

import org.mixoscope.kernel.RefusedException;

/// How weights follow their gradients. Weight decay is decoupled, `w −= rate·decay·w`, and spares
/// biases.
public sealed interface Optimiser {
  /// What is far smaller is 0: of weights, and of what is remembered of gradients.
  float FAINT = 1e-20f;

  /// The learning rate, above 0.
  double rate();

  /// Weight decay, at least 0.
  double decay();

  /// With another learning rate.
  Optimiser withRate(double rate);

  /// With another weight decay.
  Optimiser withDecay(double decay);

  /// Takes one step along the gradients.
  ///
  /// @param weights whose gradients are used. Modified
  /// @param step from 1
  void update(Weights weights, long step);

  /// Stochastic gradient descent: `v = momentum·v + g`, `w −= rate·v`.
  ///
  /// @param momentum within [0, 1)
  record Sgd(double rate, double momentum, double decay) implements Optimiser {
    /// @throws IllegalArgumentException if a number is out of its range
    public Sgd {
      require(rate, decay);
      requireBelowOne("momentum", momentum);
    }

    @Override
    public Optimiser withRate(double newRate) {
      return new Sgd(newRate, momentum, decay);
    }

    @Override
    public Optimiser withDecay(double newDecay) {
      return new Sgd(rate, momentum, newDecay);
    }

    @Override
    public void update(Weights weights, long step) {
      float kept = 1 - (weights.decays ? (float) (rate * decay) : 0);
      for (int i = 0; i < weights.value.length; i++) {
        float[] w = weights.value[i];
        float[] g = weights.gradient[i];
        float[] v = weights.first[i];
        float mu = (float) momentum;
        float eta = (float) rate;
        for (int j = 0; j < w.length; j++) {
          v[j] = withoutFaint(mu * v[j] + g[j]);
          w[j] = withoutFaint(kept * w[j] - eta * v[j]);
        }
      }
    }
  }

  /// Adam, of Kingma and Ba, 2015, in the order of computation that its section 2 calls more
  /// efficient.
  ///
  /// @param beta1 decay of the mean gradient, within [0, 1)
  /// @param beta2 decay of the mean squared gradient, within [0, 1)
  record Adam(double rate, double beta1, double beta2, double decay) implements Optimiser {
    private static final float EPSILON = 1e-8f;

    /// @throws IllegalArgumentException if a number is out of its range
    public Adam {
      require(rate, decay);
      requireBelowOne("beta1", beta1);
      requireBelowOne("beta2", beta2);
    }

    /// With the usual 0.9 and 0.999, without weight decay.
    public Adam(double rate) {
      this(rate, 0.9, 0.999, 0);
    }

    @Override
    public Optimiser withRate(double newRate) {
      return new Adam(newRate, beta1, beta2, decay);
    }

    @Override
    public Optimiser withDecay(double newDecay) {
      return new Adam(rate, beta1, beta2, newDecay);
    }

    @Override
    public void update(Weights weights, long step) {
      double mean = 1 - StrictMath.pow(beta1, (double) step);
      double square = 1 - StrictMath.pow(beta2, (double) step);
      float eta = (float) (rate * Math.sqrt(square) / mean);
      float kept = 1 - (weights.decays ? (float) (rate * decay) : 0);
      float b1 = (float) beta1;
      float c1 = (float) (1 - beta1);
      float b2 = (float) beta2;
      float c2 = (float) (1 - beta2);
      for (int i = 0; i < weights.value.length; i++) {
        float[] w = weights.value[i];
        float[] g = weights.gradient[i];
        float[] m = weights.first[i];
        float[] v = weights.second[i];
        for (int j = 0; j < w.length; j++) {
          m[j] = withoutFaint(b1 * m[j] + c1 * g[j]);
          v[j] = withoutFaint(b2 * v[j] + c2 * g[j] * g[j]);
          w[j] = withoutFaint(kept * w[j] - eta * m[j] / ((float) Math.sqrt(v[j]) + EPSILON));
        }
      }
    }
  }

  /// A number without what of it lies far below [#FAINT]: a mean that decays would end among the
  /// subnormal numbers and stay there, where every operation takes some processors far longer.
  private static float withoutFaint(float value) {
    return value + FAINT - FAINT;
  }

  private static void require(double rate, double decay) {
    if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new RefusedException(LabReason.NOT_POSITIVE.of("learning-rate", rate));
    }
    if (!(decay >= 0 && decay < Double.POSITIVE_INFINITY)) {
      throw new RefusedException(LabReason.NEGATIVE.of("weight-decay", decay));
    }
  }

  private static void requireBelowOne(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new RefusedException(LabReason.NOT_BELOW_ONE.of(name, value));
    }
  }
}
