package org.mixoscope.app.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mixoscope.kernel.Named;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.kernel.method.Settings;

/// A control for every hyperparameter of one type of method, made from what the type says of
/// itself.
public final class ParameterPane extends VBox {
  private final MethodType type;
  private final Supplier<Method> now;
  private final Consumer<Method> edited;
  private final Gestures gestures;
  private final Messages messages;
  private final List<Consumer<Settings>> shown = new ArrayList<>();
  private boolean showing;

  /// @param now the method of the moment; edits start from its settings
  /// @param edited gets the method with the changed setting
  /// @param gestures told when a drag begins and ends
  public ParameterPane(
      MethodType type,
      Supplier<Method> now,
      Consumer<Method> edited,
      Gestures gestures,
      Messages messages) {
    this.type = type;
    this.now = now;
    this.edited = edited;
    this.gestures = gestures;
    this.messages = messages;
    getStyleClass().add("parameters");
    for (Parameter<?> parameter : type.parameters()) {
      Parameter.Real lower = type.lowerEnd(parameter);
      Parameter.Real upper = type.upperEnd(parameter);
      if (upper != null) {
        getChildren().add(range((Parameter.Real) parameter, upper));
      } else if (lower == null) {
        getChildren().add(control(parameter));
      }
    }
    setVisible(!getChildren().isEmpty());
    setManaged(isVisible());
  }

  public MethodType type() {
    return type;
  }

  /// Shows values without taking them for edits.
  public void show(Settings settings) {
    showing = true;
    shown.forEach(one -> one.accept(settings));
    showing = false;
  }

  /// The key of a parameter's text: the method's own if it has one.
  static String key(Messages messages, MethodType type, Parameter<?> parameter, String suffix) {
    String own = "parameter." + type.id() + "." + parameter.id() + suffix;
    return messages.has(own) ? own : "parameter." + parameter.id() + suffix;
  }

  private Node control(Parameter<?> parameter) {
    return switch (parameter) {
      case Parameter.Real real ->
          number(real, Scale.of(real), value -> set(settings -> settings.with(real, value)));
      case Parameter.Whole whole ->
          number(
              whole,
              Scale.of(whole),
              value -> set(settings -> settings.with(whole, exactly(whole, value))));
      case Parameter.Choice<?> choice -> choice(choice);
      case Parameter.Flag flag -> flag(flag);
    };
  }

  /// @throws IllegalArgumentException if it is not whole
  private static int exactly(Parameter.Whole whole, double value) {
    int near = (int) Math.rint(value);
    return near == value ? near : whole.parse(Double.toString(value));
  }

  private <N extends Number> ParameterRow number(
      Parameter<N> parameter, Scale scale, DoubleConsumer edit) {
    ParameterRow row =
        new ParameterRow(
                parameter.id(),
                new Label(parameter.symbol()),
                scale,
                gestures,
                messages,
                edit,
                () -> reset(parameter))
            .tall(name(parameter))
            .explained(name(parameter), help(parameter));
    shown.add(settings -> row.show(settings.get(parameter).doubleValue()));
    return row;
  }

  private RangeRow range(Parameter.Real lower, Parameter.Real upper) {
    RangeRow row =
        new RangeRow(
                lower.id(),
                upper.id(),
                Scale.of(lower),
                gestures,
                messages,
                ends ->
                    set(settings -> settings.with(lower, ends.least()).with(upper, ends.most())),
                () ->
                    pick(
                        this,
                        settings ->
                            settings.with(lower, lower.initial()).with(upper, upper.initial())))
            .explained(
                messages.bind(key(messages, type, lower, ".range")), words(lower), words(upper));
    shown.add(settings -> row.show(new RangeRow.Ends(settings.get(lower), settings.get(upper))));
    return row;
  }

  private RangeRow.Words words(Parameter<?> parameter) {
    return new RangeRow.Words(name(parameter), help(parameter));
  }

  private <E extends Enum<E> & Named> HBox choice(Parameter.Choice<E> choice) {
    Picker<E> box =
        new Picker<>(
            choice.id(),
            choice.values(),
            Named::id,
            value -> pick(this, settings -> settings.with(choice, value)),
            messages);
    Label caption = new Label();
    caption.textProperty().bind(name(choice));
    caption.getStyleClass().add("muted");
    Explained.resets(caption, () -> reset(choice));
    Explained.by(caption, name(choice), help(choice), "");
    Explained.by(box, name(choice), help(choice), "");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(caption, gap, box);
    row.getStyleClass().add("options");
    row.setAlignment(Pos.CENTER_LEFT);
    shown.add(settings -> box.show(settings.get(choice)));
    return row;
  }

  private CheckBox flag(Parameter.Flag flag) {
    CheckBox box = new CheckBox();
    box.textProperty().bind(name(flag));
    box.setId(flag.id());
    box.setOnAction(e -> pick(box, settings -> settings.with(flag, box.isSelected())));
    shown.add(settings -> box.setSelected(settings.get(flag)));
    return Explained.by(box, name(flag), help(flag), "");
  }

  private <T> void reset(Parameter<T> parameter) {
    pick(this, settings -> settings.with(parameter, parameter.initial()));
  }

  /// Like [#set], for controls that go back to what they had and say why.
  private void pick(Node control, UnaryOperator<Settings> change) {
    try {
      set(change);
    } catch (IllegalArgumentException refused) {
      show(now.get().settings());
      new Refusal(control, messages).say(refused);
    }
  }

  /// Changes a setting.
  ///
  /// @throws IllegalArgumentException if the value, or its combination with the others, is refused:
  ///   then all stays as it was
  private void set(UnaryOperator<Settings> change) {
    if (!showing && now.get().type().equals(type)) {
      edited.accept(type.make(change.apply(now.get().settings())));
    }
  }

  private StringBinding name(Parameter<?> parameter) {
    return messages.bind(key(messages, type, parameter, ".short"));
  }

  private StringBinding help(Parameter<?> parameter) {
    return messages.bind(key(messages, type, parameter, ""));
  }
}
