package org.mixoscope.app.state;

import java.util.ArrayList;
import java.util.List;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;

/// The steps in which a mix is told.
public enum Step {
  /// λ, or the weights, are drawn.
  DRAW,
  /// The point that pictures meet in or are centred on is drawn.
  PLACE_POINT,
  /// The box gets its size and place, as if there were no border.
  PLACE_BOX,
  /// The border cuts off what sticks out; the rest is pasted.
  CLIP,
  /// Every pixel gets its weights.
  WEIGH,
  /// Pixels are mixed by them.
  MIX,
  /// The label follows.
  RELABEL;

  /// What the picture shows meanwhile.
  View view() {
    return switch (this) {
      case DRAW, PLACE_POINT, PLACE_BOX -> new View.Alone(0);
      case WEIGH -> View.WEIGHTS;
      case CLIP, MIX, RELABEL -> View.MIXED;
    };
  }

  /// What lights up meanwhile.
  Highlight highlight() {
    return switch (this) {
      case DRAW -> Highlight.Part.LAMBDA;
      case PLACE_BOX, CLIP -> Highlight.Part.BOX;
      case RELABEL -> Highlight.Part.LABEL;
      case PLACE_POINT, WEIGH, MIX -> Highlight.Part.NOTHING;
    };
  }

  /// Whether pixels are mixed by then.
  public boolean isMixed() {
    return view().equals(View.MIXED);
  }

  /// Those that a method has, in their order.
  public static List<Step> of(MethodType type) {
    List<Step> steps = new ArrayList<>();
    if (type.uses(Trait.LAMBDA)) {
      steps.add(DRAW);
    }
    if (type.uses(Trait.POINT)) {
      steps.add(PLACE_POINT);
    }
    steps.addAll(type.uses(Trait.BOX) ? List.of(PLACE_BOX, CLIP) : List.of(WEIGH, MIX));
    steps.add(RELABEL);
    return List.copyOf(steps);
  }
}
