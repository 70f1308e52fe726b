package org.mixoscope.app.state;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;
import org.mixoscope.recipe.Recipe;

/// How the mix is looked at. Nothing here changes the mix, so nothing here is undone.
public final class Sight {
  /// All of the picture.
  public static final Rectangle2D WHOLE = new Rectangle2D(0, 0, 1, 1);

  private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.MIXED);
  private final ObjectProperty<@Nullable View> peek = new SimpleObjectProperty<>();
  private final ObjectProperty<Viewport> viewport = new SimpleObjectProperty<>(Viewport.FIT);
  private final ObjectProperty<Rectangle2D> seen = new SimpleObjectProperty<>(WHOLE);
  private final ObjectProperty<Presented> presented = new SimpleObjectProperty<>(Presented.USUAL);
  private final BooleanProperty swiping = new SimpleBooleanProperty();
  private final BooleanProperty marksShown = new SimpleBooleanProperty(true);
  private final DoubleProperty divider = new SimpleDoubleProperty(0.5);
  private final ObjectProperty<Highlight> pointed =
      new SimpleObjectProperty<>(Highlight.Part.NOTHING);
  private final ObjectProperty<Highlight> focused =
      new SimpleObjectProperty<>(Highlight.Part.NOTHING);
  private final SlowMotion slowMotion;
  private final ObservableValue<View> shown;
  private final ObservableValue<@Nullable View> beside;
  private final ObservableValue<Highlight> lit;

  Sight(ObservableValue<Recipe> recipe) {
    slowMotion = new SlowMotion(recipe);
    ObservableValue<@Nullable Step> step = slowMotion.stepProperty();
    shown = Bindings.createObjectBinding(this::choose, view, peek, swiping, step);
    beside = Bindings.createObjectBinding(this::chooseBeside, view, peek, swiping, step);
    lit = Bindings.createObjectBinding(this::light, pointed, focused, step);
    recipe.subscribe(
        now -> {
          if (view.get() instanceof View.Alone(int k) && k >= now.sources().size()) {
            view.set(View.MIXED);
          }
        });
  }

  /// The view that is chosen.
  public ObjectProperty<View> viewProperty() {
    return view;
  }

  /// How the presenter's page looks.
  public ObjectProperty<Presented> presentedProperty() {
    return presented;
  }

  /// Looks at source k alone until [#endPeek].
  public void peek(int k) {
    peek.set(new View.Alone(k));
  }

  /// Looks at what was chosen again.
  public void endPeek() {
    peek.set(null);
  }

  /// What the picture shows now.
  public ObservableValue<View> shownProperty() {
    return shown;
  }

  /// What it shows left of the divider, null while there is none: the view that is chosen, A in
  /// place of the mix.
  public ObservableValue<@Nullable View> besideProperty() {
    return beside;
  }

  /// Whether a divider lies over the picture.
  public BooleanProperty swipingProperty() {
    return swiping;
  }

  /// Whether masks and objects are drawn over the pictures where they are known.
  public BooleanProperty marksShownProperty() {
    return marksShown;
  }

  /// Where the divider lies, as a share of what is seen of the picture.
  public DoubleProperty dividerProperty() {
    return divider;
  }

  /// How far the picture is zoomed in, and where.
  public ObjectProperty<Viewport> viewportProperty() {
    return viewport;
  }

  /// What is seen of the picture, in shares of its sides; follows the viewport and the room.
  public ObjectProperty<Rectangle2D> seenProperty() {
    return seen;
  }

  /// What the pointer rests on.
  public ObjectProperty<Highlight> pointedProperty() {
    return pointed;
  }

  /// What the keyboard is at.
  public ObjectProperty<Highlight> focusedProperty() {
    return focused;
  }

  /// What lights up: what slow motion tells of, else what is pointed at, else what has the focus.
  public ObservableValue<Highlight> litProperty() {
    return lit;
  }

  public SlowMotion slowMotion() {
    return slowMotion;
  }

  private View choose() {
    Step step = slowMotion.stepProperty().get();
    if (step != null) {
      return step.view();
    }
    View glance = peek.get();
    return glance != null ? glance : swiping.get() ? View.MIXED : view.get();
  }

  private @Nullable View chooseBeside() {
    if (!swiping.get() || peek.get() != null || slowMotion.stepProperty().get() != null) {
      return null;
    }
    return view.get().equals(View.MIXED) ? new View.Alone(0) : view.get();
  }

  private Highlight light() {
    Step step = slowMotion.stepProperty().get();
    if (step != null) {
      return step.highlight();
    }
    return pointed.get() != Highlight.Part.NOTHING ? pointed.get() : focused.get();
  }
}
