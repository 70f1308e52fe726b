package org.mixoscope.app.compare;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Picker;
import org.mixoscope.app.ui.Typed;
import org.mixoscope.figure.AxisWords;
import org.mixoscope.figure.Words;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.recipe.Axis;
import org.mixoscope.recipe.Recipe;

/// What varies along one side of the sheet, and the values it takes there.
final class AxisPicker extends HBox {
  /// All values there are, in the language of the command line.
  private static final String ALL = "all";

  /// Nothing varies.
  private static final String NONE = "";

  /// What can vary whatever the method is.
  private static final List<String> ALWAYS =
      List.of("method", "lambda", "alpha", "seed", "draw", "box-rule", "profile");

  private static final int WIDEST = 16;

  private final MixModel model;
  private final Messages messages;
  private final Runnable chosen;
  private final boolean optional;
  private final Picker<String> variable;
  private final TextField values = new TextField();
  private final ValueChecks checks;
  private final Button flip = new Button(null, Icons.of(Feather.CHECK_SQUARE));
  private String shown = "";

  /// @param key of its name in the messages; the ids of its controls begin with it
  /// @param optional whether nothing may vary
  /// @param chosen called when another axis was chosen
  AxisPicker(String key, boolean optional, MixModel model, Messages messages, Runnable chosen) {
    this.model = model;
    this.messages = messages;
    this.chosen = chosen;
    this.optional = optional;
    getStyleClass().add("axis-picker");
    setAlignment(Pos.CENTER_LEFT);
    Label caption = new Label();
    caption.textProperty().bind(messages.bind("compare." + key));
    caption.getStyleClass().add("muted");
    caption.setMinWidth(Region.USE_PREF_SIZE);
    variable = new Picker<>(key + "-variable", List.of(), this::name, this::choose, messages);
    variable.setVisibleRowCount(12);
    offer();
    values.setId(key + "-values");
    values.getStyleClass().add("axis-values");
    values
        .textProperty()
        .subscribe(text -> values.setPrefColumnCount(Math.clamp(text.length(), 4, WIDEST)));
    Typed.in(values, this::type);
    Explained.by(variable, messages, "compare." + key);
    Explained.by(values, messages, "compare.values");
    values.managedProperty().bind(values.visibleProperty());
    checks = new ValueChecks(key + "-checks", messages, chosen);
    flip.setId(key + "-flip");
    flip.getStyleClass().addAll("icon-button", "flat");
    flip.setOnAction(e -> checks.choose(checks.allTicked() ? List.of(own()) : all(), chosen));
    checks.managedProperty().bind(checks.visibleProperty());
    flip.visibleProperty().bind(checks.visibleProperty());
    flip.managedProperty().bind(checks.visibleProperty());
    Explained.by(flip, messages, "compare.choice.flip");
    getChildren().addAll(caption, variable, values, checks, flip);
    model.recipeProperty().addListener((property, old, now) -> offer());
    messages.languageProperty().addListener((property, old, now) -> translate(old));
  }

  /// What stood for all values in another language.
  private void translate(Language before) {
    if (values.getText().equals(new Words(before.locale()).get("axis.all"))) {
      setValues(ALL);
    }
  }

  /// Shows an axis, null for none, without a word of it; one that was typed otherwise stays as it
  /// was typed.
  void show(@Nullable Axis axis) {
    if (!isTyped(axis)) {
      variable.show(axis == null ? NONE : axis.name());
      setValues(axis == null ? "" : values(axis));
    }
  }

  private boolean isTyped(@Nullable Axis axis) {
    String typed = text();
    try {
      return axis == null ? NONE.equals(variable.getValue()) : Axis.parse(typed).equals(axis);
    } catch (IllegalArgumentException e) {
      return false; // what stands there is no axis
    }
  }

  private static String values(Axis axis) {
    boolean isAll =
        switch (axis) {
          case Axis.Method method -> method.values().equals(MethodType.all());
          case Axis.Framework framework -> framework.values().equals(Profile.all());
          default -> false;
        };
    return isAll ? ALL : String.join(",", axis.texts());
  }

  /// The axis as it is typed; empty for none.
  String text() {
    String name = variable.getValue();
    if (checks.isVisible()) {
      return name + "=" + (checks.allTicked() ? ALL : String.join(",", checks.ticked()));
    }
    String typed = values.getText().strip();
    return name == null || name.equals(NONE)
        ? ""
        : name + "=" + (typed.equals(messages.get("axis.all")) ? ALL : typed);
  }

  /// Marks the values as wrong, or as right.
  void mark(boolean wrong) {
    values.pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
    checks.pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
  }

  /// All values of the variable, where there are so many and no more; else none.
  private List<String> all() {
    String name = variable.getValue();
    if (name == null || name.equals(NONE)) {
      return List.of();
    }
    try {
      return Axis.parse(name + "=" + ALL).texts();
    } catch (IllegalArgumentException e) {
      return List.of(); // a number has no all
    }
  }

  /// The value of the recipe, else the first of all.
  private String own() {
    Recipe recipe = model.recipe();
    Parameter<?> parameter = recipe.method().type().parameter(String.valueOf(variable.getValue()));
    String own = parameter == null ? recipe.method().type().id() : value(parameter, recipe);
    return all().contains(own) ? own : all().getFirst();
  }

  private static <T> String value(Parameter<T> parameter, Recipe recipe) {
    return parameter.format(recipe.method().settings().get(parameter));
  }

  private void setValues(String text) {
    List<String> all = all();
    List<String> ticked = text.equals(ALL) ? all : List.of(text.split(","));
    checks.show(all, ticked, this::valueName);
    checks.setVisible(!all.isEmpty());
    shown = text.equals(ALL) ? messages.get("axis.all") : text;
    values.setText(shown);
    boolean any = !NONE.equals(variable.getValue());
    values.setVisible(any && !checks.isVisible());
  }

  /// The variables of the recipe's method.
  private void offer() {
    List<String> offered = new ArrayList<>(optional ? List.of(NONE) : List.of());
    Stream.concat(
            ALWAYS.stream(),
            model.recipe().method().type().parameters().stream().map(Parameter::id))
        .distinct()
        .forEach(offered::add);
    String now = variable.getValue();
    if (now != null && !offered.contains(now)) {
      offered.add(now);
    }
    if (now == null) {
      variable.getItems().setAll(offered);
    } else {
      variable.offer(offered, now);
    }
  }

  private void choose(String name) {
    setValues(name.equals(NONE) ? "" : InitialValues.of(name, model.recipe()));
    chosen.run();
  }

  private void type() {
    if (!values.getText().equals(shown)) {
      shown = values.getText();
      chosen.run();
    }
  }

  /// What a value is called in the language of the moment, as the cells of its sheet are.
  private String valueName(String value) {
    Axis axis = Axis.parse(variable.getValue() + "=" + value);
    return new AxisWords(messages.languageProperty().get().locale()).of(axis, 0);
  }

  /// What a variable is called in the language of the moment.
  private String name(String variableName) {
    if (variableName.equals(NONE)) {
      return messages.get("axis.none");
    }
    if (messages.has("axis." + variableName)) {
      return messages.get("axis." + variableName);
    }
    String symbol =
        MethodType.all().stream()
            .map(type -> type.parameter(variableName))
            .filter(parameter -> parameter != null)
            .map(parameter -> parameter.symbol())
            .findFirst()
            .orElse("");
    return symbol.isEmpty() ? messages.get("parameter." + variableName + ".short") : symbol;
  }
}
