package org.mixoscope.lab.data;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.mixoscope.kernel.Named;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.LabReason;
import org.mixoscope.lab.Shape;

/// Points of the plane, drawn about curves or centres, within about [−1.5, 1.5]².
///
/// @param kind what they lie about
/// @param noise σ of the normal distribution that scatters them, within [0, 2]
/// @param classes how many: 2 of moons and circles, 2 to 6 of spirals and blobs
public record PlanePoints(Kind kind, double noise, int classes) {
  private static final long POINTS = -7;

  /// What points lie about.
  public enum Kind implements Named {
    /// Two half circles that interlock.
    MOONS(0.15, 2),
    /// Arms that wind around each other.
    SPIRALS(0.05, 3),
    /// One circle within the other.
    CIRCLES(0.15, 2),
    /// Centres on a circle.
    BLOBS(0.3, 3);

    private final double noise;
    private final int classes;

    Kind(double noise, int classes) {
      this.noise = noise;
      this.classes = classes;
    }

    /// The one of an id, if there is one.
    public static Optional<Kind> of(String id) {
      return Stream.of(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    @Override
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// How many classes there can be.
    public int mostClasses() {
      return this == MOONS || this == CIRCLES ? 2 : MOST_CLASSES;
    }

    /// With its usual noise and classes.
    public PlanePoints usual() {
      return new PlanePoints(this, noise, classes);
    }
  }

  private static final int MOST_CLASSES = 6;

  private static final int TEST = 2000;
  private static final double MOST_NOISE = 2;

  /// @throws RefusedException if a number is out of its range
  public PlanePoints {
    int most = kind.mostClasses();
    if (classes < 2 || classes > most) {
      throw new RefusedException(LabReason.OUT_OF_RANGE.of("plane-classes", classes, 2, most));
    }
    if (!(noise >= 0 && noise <= MOST_NOISE)) {
      throw new RefusedException(LabReason.OUT_OF_RANGE.of("noise", noise, 0, MOST_NOISE));
    }
  }

  /// Draws points, the classes in turn.
  ///
  /// @param count at least 1
  public Examples draw(int count, long seed) {
    RandomGenerator random = RandomStreams.of(seed, POINTS, 0);
    float[][] points = new float[count][2];
    double[][] labels = new double[count][];
    for (int i = 0; i < count; i++) {
      int own = i % classes;
      double[] place = place(own, random.nextDouble());
      double radius = noise * Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
      double angle = 2 * Math.PI * random.nextDouble();
      points[i][0] = (float) (place[0] + radius * StrictMath.cos(angle));
      points[i][1] = (float) (place[1] + radius * StrictMath.sin(angle));
      labels[i] = SoftLabels.oneHot(own, classes, 0);
    }
    return new Examples(Shape.row(2), points, labels);
  }

  /// Points to train on, some with another label, and 2,000 others to test on, which have streams
  /// of their own.
  ///
  /// @param count to train on, at least 1
  /// @param labelNoise share of the labels to train on that are redrawn, within [0, 1]
  public Examples.Split split(int count, double labelNoise, long seed) {
    return new Examples.Split(
        draw(count, seed).withNoise(labelNoise, seed), draw(TEST, seed ^ Long.MIN_VALUE));
  }

  /// @param t along the curve, within [0, 1)
  private double[] place(int own, double t) {
    return switch (kind) {
      case MOONS ->
          own == 0
              ? new double[] {StrictMath.cos(Math.PI * t) - 0.5, StrictMath.sin(Math.PI * t) - 0.25}
              : new double[] {
                0.5 - StrictMath.cos(Math.PI * t), 0.25 - StrictMath.sin(Math.PI * t)
              };
      case CIRCLES -> polar(own == 0 ? 1 : 0.5, 2 * Math.PI * t);
      case SPIRALS -> polar(0.1 + 0.9 * t, 2 * Math.PI * own / classes + 1.5 * Math.PI * t);
      case BLOBS -> polar(0.8, 2 * Math.PI * own / classes + Math.PI / 2);
    };
  }

  private static double[] polar(double radius, double angle) {
    return new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
  }
}
