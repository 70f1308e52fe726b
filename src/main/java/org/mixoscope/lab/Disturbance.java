package org.mixoscope.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Named;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.RefusedException;

/// What is done to test samples, to see how much of its accuracy a network keeps.
///
/// σ and ε are in the unit of the inputs: of pictures 1 is the way from black to white, so that ε =
/// 8/255 is eight of 255 grey levels; of points it is that of the plane.
///
/// @param kind what is done
/// @param strength σ, share or ε, at least 0
public record Disturbance(Kind kind, double strength) {
  /// A stream of its own for each sample; those of draws have epochs from 0.
  private static final long DISTURBED = -8;

  /// Rows that pass at once.
  private static final int CHUNK = 64;

  /// What can be done.
  public enum Kind implements Named {
    /// Adds normal noise of deviation σ to every number, which may leave [0, 1].
    NOISE(100),
    /// Hides a share of each picture: a box of its aspect ratio, at a random place wholly within
    /// it, has the mean colour of all samples.
    OCCLUSION(1),
    /// The fast gradient sign method: moves every number by ε to where the loss of the true label
    /// grows, within [0, 1] of pictures. Goodfellow et al., "Explaining and Harnessing Adversarial
    /// Examples", 2015.
    FGSM(100);

    private final double most;

    Kind(double most) {
      this.most = most;
    }

    @Override
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The largest strength.
    public double most() {
      return most;
    }

    /// Whether it can be done to such samples: points have nothing to hide.
    public boolean fits(Shape shape) {
      return this != OCCLUSION || shape.plane() > 1;
    }
  }

  /// @throws RefusedException if the strength is out of its range
  public Disturbance {
    if (!(strength >= 0 && strength <= kind.most)) {
      throw new RefusedException(LabReason.OUT_OF_RANGE.of(kind.id(), strength, 0, kind.most));
    }
  }

  /// Those that are looked at where nothing else is said.
  public static List<Disturbance> usual(Shape shape) {
    return shape.plane() > 1
        ? List.of(
            new Disturbance(Kind.NOISE, 0.3),
            new Disturbance(Kind.OCCLUSION, 0.25),
            new Disturbance(Kind.FGSM, 0.05))
        : List.of(new Disturbance(Kind.NOISE, 0.2), new Disturbance(Kind.FGSM, 0.1));
  }

  /// The accuracy that is left, within [0, 1].
  ///
  /// @param network asked as it is evaluated; its weights stay
  /// @param samples of the test, as they are
  /// @param seed of noise and places: networks that are compared see the same
  public double accuracy(Network network, Examples samples, long seed) {
    return Metrics.of(network, of(network, samples, seed)).accuracy();
  }

  /// The samples as the network sees them then.
  ///
  /// @param network that FGSM attacks; of no use to others
  /// @return new, with the same labels
  /// @throws RefusedException if it cannot be done to these
  public Examples of(Network network, Examples samples, long seed) {
    if (!kind.fits(samples.shape())) {
      throw new RefusedException(LabReason.POINTS_HIDE_NOTHING.of(kind.id()));
    }
    float[][] inputs = Snapshot.copy(samples.inputs());
    switch (kind) {
      case NOISE -> {
        for (int i = 0; i < inputs.length; i++) {
          addNoise(inputs[i], RandomStreams.of(seed, DISTURBED, i));
        }
      }
      case OCCLUSION -> {
        float[] colour = meanColour(samples);
        for (int i = 0; i < inputs.length; i++) {
          hide(inputs[i], samples.shape(), colour, RandomStreams.of(seed, DISTURBED, i));
        }
      }
      case FGSM -> attack(network, samples, inputs);
    }
    return new Examples(samples.shape(), inputs, samples.labels());
  }

  /// By Box and Muller, two at a time.
  private void addNoise(float[] row, RandomGenerator random) {
    for (int j = 0; j < row.length; j += 2) {
      double radius = strength * Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
      double angle = 2 * Math.PI * random.nextDouble();
      row[j] += (float) (radius * StrictMath.cos(angle));
      if (j + 1 < row.length) {
        row[j + 1] += (float) (radius * StrictMath.sin(angle));
      }
    }
  }

  private static float[] meanColour(Examples samples) {
    double[] sums = new double[samples.shape().channels()];
    int plane = samples.shape().plane();
    for (float[] row : samples.inputs()) {
      for (int j = 0; j < row.length; j++) {
        sums[j / plane] += row[j];
      }
    }
    float[] colour = new float[sums.length];
    for (int c = 0; c < colour.length; c++) {
      colour[c] = (float) (sums[c] / ((double) samples.size() * plane));
    }
    return colour;
  }

  private void hide(float[] row, Shape shape, float[] colour, RandomGenerator random) {
    int height = (int) Math.round(shape.height() * Math.sqrt(strength));
    int width = (int) Math.round(shape.width() * Math.sqrt(strength));
    int top = random.nextInt(shape.height() - height + 1);
    int left = random.nextInt(shape.width() - width + 1);
    for (int c = 0; c < colour.length; c++) {
      for (int y = top; y < top + height; y++) {
        int from = c * shape.plane() + y * shape.width() + left;
        Arrays.fill(row, from, from + width, colour[c]);
      }
    }
  }

  /// @param inputs modified
  private void attack(Network network, Examples samples, float[][] inputs) {
    boolean bounded = samples.shape().plane() > 1;
    for (int from = 0; from < inputs.length; from += CHUNK) {
      int to = Math.min(from + CHUNK, inputs.length);
      float[][] labels = new float[to - from][];
      for (int i = from; i < to; i++) {
        labels[i - from] = samples.label(i);
      }
      float[][] chunk = Arrays.copyOfRange(inputs, from, to);
      float[][] gradient = network.inputGradient(chunk, labels, to - from, null);
      for (int i = 0; i < to - from; i++) {
        for (int j = 0; j < chunk[i].length; j++) {
          float moved = chunk[i][j] + (float) strength * Math.signum(gradient[i][j]);
          chunk[i][j] = bounded ? Math.clamp(moved, 0f, 1f) : moved;
        }
      }
    }
  }

  /// `noise σ=0.3`, `occlusion 25 %`, `FGSM ε=0.05`.
  @Override
  public String toString() {
    return switch (kind) {
      case NOISE -> "noise σ=" + strength;
      case OCCLUSION -> "occlusion " + Math.round(100 * strength) + " %";
      case FGSM -> "FGSM ε=" + strength;
    };
  }
}
