package org.mixoscope.lab;

import org.mixoscope.kernel.RefusedException;

/// What a network is made of.
public sealed interface Layer {
  /// What comes out.
  ///
  /// @throws RefusedException if such samples cannot go in
  default Shape of(Shape input) {
    return input;
  }

  /// `y = x·W + b`, of all numbers of a sample.
  ///
  /// @param units how many come out, at least 1
  record Dense(int units) implements Layer {
    @Override
    public Shape of(Shape input) {
      return Shape.row(units);
    }
  }

  /// 3×3 convolution with zeros around the picture: its size stays.
  ///
  /// @param channels how many planes come out, at least 1
  record Convolution(int channels) implements Layer {
    @Override
    public Shape of(Shape input) {
      return new Shape(channels, input.height(), input.width());
    }
  }

  /// The largest of every 2×2 pixels; of an odd side the last ones are left out.
  record MaxPool() implements Layer {
    @Override
    public Shape of(Shape input) {
      if (input.height() < 2 || input.width() < 2) {
        throw new RefusedException(LabReason.TOO_SMALL_TO_POOL.of(input));
      }
      return new Shape(input.channels(), input.height() / 2, input.width() / 2);
    }
  }

  /// `max(x, 0)`.
  record Relu() implements Layer {}

  /// In training a share of the numbers is 0, and the others are divided by 1 − the share.
  ///
  /// @param rate the share, within [0, 1)
  record Dropout(double rate) implements Layer {
    /// @throws IllegalArgumentException if the rate is out of range
    public Dropout {
      if (!(rate >= 0 && rate < 1)) {
        throw new RefusedException(LabReason.NOT_BELOW_ONE.of("dropout", rate));
      }
    }
  }

  /// Every channel with mean 0 and variance 1 over the batch, then scaled and shifted; in
  /// evaluation by what was seen in training.
  record BatchNorm() implements Layer {}
}
