package org.mixoscope.lesson;

import java.util.Locale;
import java.util.OptionalDouble;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Named;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.method.BoxMethod;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// Something that the app notices.
public sealed interface Sign {
  /// Whether it can be noticed now.
  boolean holds(Noticed now);

  /// A number lies within a range.
  record Within(Quantity quantity, double least, double most) implements Sign {
    /// @throws IllegalArgumentException if the range is empty
    public Within {
      if (!(least <= most)) {
        throw new RefusedException(LessonReason.EMPTY_RANGE.of(quantity.id(), least, most));
      }
    }

    @Override
    public boolean holds(Noticed now) {
      OptionalDouble value = quantity.of(now);
      return value.isPresent() && value.getAsDouble() >= least && value.getAsDouble() <= most;
    }
  }

  /// Something is so, or is not.
  record Is(Fact fact, boolean wanted) implements Sign {
    @Override
    public boolean holds(Noticed now) {
      return fact.holds(now) == wanted;
    }
  }

  /// Something was done so often.
  ///
  /// @param least how often, at least 1
  record AtLeast(Counted counted, int least) implements Sign {
    /// @throws IllegalArgumentException if it need not be done at all
    public AtLeast {
      if (least < 1) {
        throw new RefusedException(LessonReason.COUNT.of(counted.id(), least));
      }
    }

    @Override
    public boolean holds(Noticed now) {
      return counted.of(now) >= least;
    }
  }

  /// A method was chosen.
  record Chosen(MethodType method) implements Sign {
    @Override
    public boolean holds(Noticed now) {
      return now.recipe().method().type().equals(method);
    }
  }

  /// A screen is in front.
  record InFront(ScreenName screen) implements Sign {
    @Override
    public boolean holds(Noticed now) {
      return now.screen() == screen;
    }
  }

  /// The large picture shows something.
  record Shown(ViewName view) implements Sign {
    @Override
    public boolean holds(Noticed now) {
      return now.view() == view;
    }
  }

  /// A number of the mix or its method.
  enum Quantity implements Named {
    LAMBDA {
      @Override
      OptionalDouble of(Noticed now) {
        return OptionalDouble.of(now.recipe().draw().lambda());
      }
    },
    /// λ̂.
    EFFECTIVE {
      @Override
      OptionalDouble of(Noticed now) {
        Mix mix = now.mix();
        return mix == null ? OptionalDouble.empty() : OptionalDouble.of(mix.effectiveLambda());
      }
    },
    ALPHA {
      @Override
      OptionalDouble of(Noticed now) {
        var method = now.recipe().method();
        return method.type().parameter("alpha") instanceof Parameter.Real alpha
            ? OptionalDouble.of(method.settings().get(alpha))
            : OptionalDouble.empty();
      }
    },
    SMOOTHING {
      @Override
      OptionalDouble of(Noticed now) {
        return OptionalDouble.of(now.recipe().smoothing());
      }
    };

    abstract OptionalDouble of(Noticed now);

    @Override
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Something that can be so.
  enum Fact implements Named {
    /// The box crosses the border of the picture.
    CLIPPED {
      @Override
      boolean holds(Noticed now) {
        Recipe recipe = now.recipe();
        Frame frame = now.frame();
        if (frame == null || !(recipe.method() instanceof BoxMethod method)) {
          return false;
        }
        Box box = method.box(recipe.draw(), frame);
        return !box.equals(box.clip(frame));
      }
    },
    /// λ̂ is another number than λ, as the screen writes them.
    DIFFERS {
      @Override
      boolean holds(Noticed now) {
        Mix mix = now.mix();
        return mix != null
            && Math.abs(mix.effectiveLambda() - now.recipe().draw().lambda()) >= SEEN;
      }
    },
    /// The label says something else than the pixels.
    LABEL_DIFFERS {
      @Override
      boolean holds(Noticed now) {
        Mix mix = now.mix();
        return mix != null && mix.labelDisagrees();
      }
    },
    /// Slow motion has come to its last step.
    TOLD {
      @Override
      boolean holds(Noticed now) {
        return now.told();
      }
    };

    private static final double SEEN = 0.005;

    abstract boolean holds(Noticed now);

    @Override
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Something that can be done over and over.
  enum Counted implements Named {
    DRAWS {
      @Override
      double of(Noticed now) {
        return now.draws();
      }
    },
    PAIRS {
      @Override
      double of(Noticed now) {
        return now.pairs();
      }
    },
    EPOCHS {
      @Override
      double of(Noticed now) {
        return now.epochs();
      }
    };

    abstract double of(Noticed now);

    @Override
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
