package org.mixoscope.app.explore;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.state.Spread;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Latest;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.TypedNumber;
import org.mixoscope.app.ui.ValueField;
import org.mixoscope.dataset.Measure;
import org.mixoscope.image.Window;
import org.mixoscope.recipe.Levels;
import org.mixoscope.recipe.Recipe;

/// Which numbers of the mix are shown: how often each is there, and the window by its middle and
/// width, or one of those that people use.
final class WindowPane extends VBox {
  private static final String HOUNSFIELD = "HU";

  private final MixModel model;
  private final Messages messages;
  private final WindowPlot plot = new WindowPlot();
  private final Label least = new Label();
  private final Label largest = new Label();
  private final ValueField center;
  private final ValueField width;
  private final Label unit = new Label();
  private final Button all;
  private final Button most;
  private final Button own;
  private final FlowPane presets = new FlowPane();
  private final Label disagreement = OptionRow.note("window-units", "caption");
  private final Latest<Wish, Spread> counting;
  private final Subscription following;
  private @Nullable Spread spread;

  /// What is counted: it does not depend on the window.
  private record Wish(Recipe recipe, Prepared ready, Measure measure) {}

  /// A window that radiologists use, in Hounsfield units.
  private enum Preset {
    BRAIN(40, 80),
    LUNG(-600, 1500),
    BONE(400, 1800),
    ABDOMEN(40, 400);

    private final double center;
    private final double width;

    Preset(double center, double width) {
      this.center = center;
      this.width = width;
    }
  }

  WindowPane(MixModel model, Messages messages, TaskRunner tasks) {
    this.model = model;
    this.messages = messages;
    setId("window-pane");
    getStyleClass().add("window-pane");
    center = field("window-center", this::takeCenter);
    width = field("window-width", this::takeWidth);
    all = button("window.all", () -> choose(numbers().all()));
    most = button("window.most", () -> choose(numbers().most()));
    own = button("window.own", () -> model.setWindow(null));
    for (Preset preset : Preset.values()) {
      String key = "window.preset." + preset.name().toLowerCase(Locale.ROOT);
      presets.getChildren().add(button(key, () -> choose(preset.center, preset.width)));
    }
    presets.getStyleClass().add("window-buttons");
    FlowPane ranges = new FlowPane(all, most, own);
    ranges.getStyleClass().add("window-buttons");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox ends = new HBox(least, gap, largest);
    least.getStyleClass().add("caption");
    largest.getStyleClass().add("caption");
    HBox fields = new HBox(named("window.center"), center, named("window.width"), width, unit);
    fields.getStyleClass().add("window-fields");
    fields.setAlignment(Pos.CENTER_LEFT);
    unit.getStyleClass().add("muted");
    disagreement.setMaxWidth(plot.getPrefWidth());
    Label hint = new Label(messages.get("window.hint"));
    hint.getStyleClass().add("caption");
    hint.setWrapText(true);
    hint.setMaxWidth(plot.getPrefWidth());
    hint.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(plot, ends, fields, ranges, presets, disagreement, hint);
    counting =
        new Latest<>(
            tasks,
            (wish, before) -> Spread.of(wish.recipe(), wish.ready(), wish.measure()),
            counted -> true,
            (wish, counted) -> {
              spread = counted;
              show();
            },
            model::report);
    following = model.revisionProperty().subscribe(now -> follow());
  }

  /// Follows the mix no more.
  void close() {
    following.unsubscribe();
  }

  private void follow() {
    Prepared ready = model.shownProperty().get();
    Measure measure = ready == null ? null : ready.measure();
    if (ready != null && measure != null && model.mix() != null) {
      counting.want(new Wish(model.recipe().withWindow(null), ready, measure));
    }
    show();
  }

  private @Nullable Measure measure() {
    Prepared ready = model.shownProperty().get();
    return ready == null ? null : ready.measure();
  }

  private void show() {
    Measure measure = measure();
    if (measure == null) {
      return;
    }
    Window now = measure.window(model.recipe());
    Spread counted = spread;
    plot.show(counted, now);
    plot.setAccessibleText(
        messages.get("window.said", NumberText.of(now.low()), NumberText.of(now.high())));
    least.setText(
        counted == null ? messages.get("window.counting") : withUnit(counted.all().low()));
    largest.setText(counted == null ? "" : withUnit(counted.all().high()));
    center.show(NumberText.of(measure.center(now)).replace('−', '-'));
    width.show(NumberText.of(measure.width(now)).replace('−', '-'));
    unit.setText(measure.unit());
    all.setDisable(counted == null);
    most.setDisable(counted == null);
    own.setDisable(model.recipe().window() == null);
    boolean hounsfield = measure.unit().equals(HOUNSFIELD);
    presets.setVisible(hounsfield);
    presets.setManaged(hounsfield);
    disagreement.setText(measure.agrees() ? "" : messages.get("window.units", units(measure)));
  }

  private String withUnit(double value) {
    Measure measure = measure();
    return (NumberText.of(value) + " " + (measure == null ? "" : measure.unit())).strip();
  }

  private String units(Measure measure) {
    List<String> units = measure.units();
    return IntStream.range(0, units.size())
        .mapToObj(
            k ->
                SourceColour.of(k).letter()
                    + " "
                    + (units.get(k).isEmpty() ? messages.get("window.no-unit") : units.get(k)))
        .collect(Collectors.joining(", "));
  }

  private Spread numbers() {
    return Objects.requireNonNull(spread, "the button waits for it");
  }

  private void choose(Window window) {
    model.setWindow(new Levels(window.low(), window.high()));
  }

  private void choose(double middle, double wide) {
    Measure measure = measure();
    if (measure != null) {
      model.setWindow(measure.levels(middle, wide));
    }
  }

  private void takeCenter(String typed) {
    Measure measure = measure();
    if (measure != null) {
      choose(TypedNumber.of(typed), measure.width(measure.window(model.recipe())));
    }
  }

  private void takeWidth(String typed) {
    Measure measure = measure();
    if (measure != null) {
      TypedNumber.above0(wide -> choose(measure.center(measure.window(model.recipe())), wide))
          .accept(typed);
    }
  }

  private ValueField field(String id, Consumer<String> take) {
    ValueField field = new ValueField(id, messages, take);
    field.getStyleClass().add("value-field");
    return Explained.by(field, messages, id.replace('-', '.'));
  }

  private Node named(String key) {
    Label name = new Label(messages.get(key));
    name.getStyleClass().add("muted");
    name.setMinWidth(Region.USE_PREF_SIZE);
    return name;
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(messages.get(key));
    button.setId(key.replace('.', '-'));
    button.setOnAction(e -> action.run());
    return Explained.by(button, messages, key);
  }
}
