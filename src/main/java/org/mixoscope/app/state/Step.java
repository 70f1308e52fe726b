package org.mixoscope.app.state;

import java.util.ArrayList;
import java.util.List;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;

/// The steps in which a mix is told.
public enum Step {
  /// λ, or the weights, are drawn.
  DRAW(new View.Alone(0), Highlight.Part.LAMBDA),
  /// The point that pictures meet in or are centred on is drawn.
  PLACE_POINT(new View.Alone(0), Highlight.Part.NOTHING),
  /// The box gets its size and place, as if there were no border.
  PLACE_BOX(new View.Alone(0), Highlight.Part.BOX),
  /// The border cuts off what sticks out; the rest is pasted.
  CLIP(View.MIXED, Highlight.Part.BOX),
  /// Every pixel gets its weights.
  WEIGH(View.WEIGHTS, Highlight.Part.NOTHING),
  /// Pixels are mixed by them.
  MIX(View.MIXED, Highlight.Part.NOTHING),
  /// The label follows.
  RELABEL(View.MIXED, Highlight.Part.LABEL);

  private final View view;
  private final Highlight highlight;

  Step(View view, Highlight highlight) {
    this.view = view;
    this.highlight = highlight;
  }

  /// What the picture shows meanwhile.
  View view() {
    return view;
  }

  /// What lights up meanwhile.
  Highlight highlight() {
    return highlight;
  }

  /// Whether pixels are mixed by then.
  public boolean isMixed() {
    return view.equals(View.MIXED);
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
