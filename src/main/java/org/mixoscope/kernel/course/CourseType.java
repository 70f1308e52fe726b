package org.mixoscope.kernel.course;

import java.util.random.RandomGenerator;
import org.mixoscope.kernel.KernelReason;
import org.mixoscope.kernel.Named;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.method.FMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Trait;

/// The kinds of courses, with what each draws after what its method drew.
public enum CourseType implements Named {
  /// [AllFrames]; the usual one, as in the paper.
  ALL("all") {
    @Override
    public Course draw(Method method, int sources, RandomGenerator random) {
      return new AllFrames();
    }
  },
  /// [FrameRun].
  RUN("run", Trait.BOX, Trait.LAMBDA) {
    @Override
    public Course draw(Method method, int sources, RandomGenerator random) {
      return new FrameRun(random.nextDouble());
    }
  },
  /// [Cuboid].
  BOTH("both", Trait.BOX, Trait.LAMBDA) {
    @Override
    public Course draw(Method method, int sources, RandomGenerator random) {
      return new Cuboid(random.nextDouble());
    }
  },
  /// [MovingBox].
  PATH("path", Trait.BOX) {
    @Override
    public Course draw(Method method, int sources, RandomGenerator random) {
      return new MovingBox(random.nextDouble(), random.nextDouble());
    }
  },
  /// [ChangingLambda].
  FADE("fade", Trait.LAMBDA) {
    @Override
    public Course draw(Method method, int sources, RandomGenerator random) {
      return new ChangingLambda(method.draw(random, sources).lambda());
    }
  },
  /// [WholeField].
  FIELD("field") {
    @Override
    public Course draw(Method method, int sources, RandomGenerator random) {
      return new WholeField();
    }

    @Override
    public void require(Method method) {
      if (!suits(method)) {
        throw new RefusedException(KernelReason.NEEDS_FIELD.of(id(), method.type()));
      }
    }

    @Override
    public boolean suits(Method method) {
      return method instanceof FMix fmix && fmix.hasDepth();
    }
  };

  private final String id;

  @SuppressWarnings("ImmutableEnumChecker") // never written to
  private final Trait[] needs;

  CourseType(String id, Trait... needs) {
    this.id = id;
    this.needs = needs;
  }

  @Override
  public String id() {
    return id;
  }

  /// The usual kind: of a volume what has a depth of its own, where the method has such a thing.
  public static CourseType usual(Method method, boolean isVolume) {
    return !isVolume ? ALL : BOTH.suits(method) ? BOTH : FIELD.suits(method) ? FIELD : ALL;
  }

  /// Draws what this kind adds to a draw.
  ///
  /// @param method that draws and mixes
  /// @param sources how many there are
  /// @param random the stream of the sample, behind what the method drew from it; advanced
  public abstract Course draw(Method method, int sources, RandomGenerator random);

  /// Refuses a method that has nothing for this kind to change.
  ///
  /// @throws IllegalArgumentException if it is one
  public void require(Method method) {
    for (Trait need : needs) {
      if (!method.type().uses(need)) {
        KernelReason reason =
            need == Trait.BOX ? KernelReason.NEEDS_BOX : KernelReason.NEEDS_LAMBDA;
        throw new RefusedException(reason.of(id, method.type()));
      }
    }
  }

  /// Whether a method has something for this kind to change.
  public boolean suits(Method method) {
    for (Trait need : needs) {
      if (!method.type().uses(need)) {
        return false;
      }
    }
    return true;
  }

  /// How far a frame is on the way from the first, 0, to the last, 1.
  static double part(int t, int frames) {
    return frames == 1 ? 0 : (double) t / (frames - 1);
  }

  static void requireTime(double at) {
    if (!(at >= 0 && at < 1)) {
      throw new RefusedException(KernelReason.NOT_BELOW.of("along.at", at, 0, 1));
    }
  }
}
