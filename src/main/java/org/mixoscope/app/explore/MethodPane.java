package org.mixoscope.app.explore;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.dataset.Sample;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MaskMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Preset;
import org.mixoscope.recipe.Recipe;

/// The method, its parameters, and what became of λ.
final class MethodPane extends VBox {
  private static final double DEFAULT_ALPHA = 1;

  private final ExploreModel model;
  private final Messages messages;
  private final Map<Kind, ToggleButton> kinds = new EnumMap<>(Kind.class);
  private final ParameterRow alpha;
  private final ParameterRow lambda;
  private final Label effective = new Label();
  private final Label note = new Label();
  private final ComboBox<BoxRule> rule = new ComboBox<>();
  private final CheckBox linear = new CheckBox();
  private final HBox cutMixOptions;
  private final MenuButton mask;

  /// The methods that the pane offers.
  enum Kind {
    MIXUP,
    CUTMIX,
    MASK;

    static Kind of(Method method) {
      return switch (method) {
        case CutMix m -> CUTMIX;
        case MaskMix m -> MASK;
        default -> MIXUP;
      };
    }
  }

  MethodPane(ExploreModel model, Messages messages, Runnable chooseMask) {
    this.model = model;
    this.messages = messages;
    getStyleClass().addAll("card", "method-pane");
    alpha =
        new ParameterRow(
            "α",
            "alpha",
            Scale.ALPHA,
            messages,
            model,
            this::setAlpha,
            () -> setAlpha(DEFAULT_ALPHA));
    lambda =
        new ParameterRow(
            "λ",
            "lambda",
            Scale.LAMBDA,
            messages,
            model,
            value -> model.editDraw(d -> d.withLambda(value)),
            () -> model.edit(r -> r.drawn(r.index())));
    lambda.getStyleClass().add("lambda");
    cutMixOptions = cutMixOptions();
    mask = maskMenu(chooseMask);
    linear.textProperty().bind(messages.bind("linear"));
    linear.setOnAction(
        e -> model.edit(r -> r.with(linear.isSelected() ? Blending.LINEAR_LIGHT : Blending.SRGB)));
    Explained.by(linear, messages, "linear");
    note.getStyleClass().add("note");
    note.setWrapText(true);
    note.setMaxWidth(Double.MAX_VALUE);
    note.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(head(), alpha, lambda, effectiveRow(), note, cutMixOptions, mask, linear);
    model.revisionProperty().addListener((property, old, now) -> show());
    messages.languageProperty().addListener((property, old, now) -> show());
    show();
  }

  private HBox head() {
    ToggleGroup group = new ToggleGroup();
    SegmentedButton segments = new SegmentedButton();
    segments.setToggleGroup(group);
    for (Kind kind : Kind.values()) {
      ToggleButton button = new ToggleButton();
      kinds.put(kind, button);
      String key = "method." + kind.name();
      Explained.by(button, messages, key, Command.of(kind).keysText());
      button.textProperty().bind(messages.bind(key));
      button.setId("method-" + kind);
      button.setOnAction(e -> choose(kind));
      button.setMinWidth(Region.USE_PREF_SIZE);
      segments.getButtons().add(button);
    }
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(segments, gap, presets());
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private MenuButton presets() {
    MenuButton menu = new MenuButton();
    menu.textProperty().bind(messages.bind("presets"));
    menu.setId("presets");
    for (Preset preset : Preset.ALL) {
      MenuItem item = new MenuItem();
      item.textProperty().bind(messages.bind("preset." + preset.id()));
      item.setOnAction(e -> model.edit(preset::applyTo));
      menu.getItems().add(item);
    }
    return Explained.by(menu, messages, "presets");
  }

  private HBox effectiveRow() {
    Label sign = new Label("λ̂");
    sign.getStyleClass().add("symbol");
    Label meaning = new Label();
    meaning.textProperty().bind(messages.bind("effective.short"));
    meaning.getStyleClass().add("muted");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    effective.setId("effective-lambda");
    effective.getStyleClass().addAll("readout", "source-a-text");
    HBox row = new HBox(sign, meaning, gap, effective);
    row.getStyleClass().add("parameter-label");
    row.setAlignment(Pos.CENTER_LEFT);
    return Explained.by(row, messages, "effective");
  }

  private HBox cutMixOptions() {
    rule.getItems().addAll(BoxRule.values());
    rule.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(BoxRule value) {
            return value == null ? "" : value.id();
          }

          @Override
          public BoxRule fromString(String id) {
            throw new UnsupportedOperationException("the box cannot be typed into");
          }
        });
    rule.setId("box-rule");
    rule.setOnAction(e -> retune(c -> new CutMix(c.alpha(), rule.getValue(), c.correctLambda())));
    Label caption = new Label();
    caption.textProperty().bind(messages.bind("box-rule.short"));
    caption.getStyleClass().add("muted");
    caption.setOnMouseClicked(
        e -> {
          if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
            retune(c -> new CutMix(c.alpha()));
          }
        });
    Explained.by(caption, messages, "box-rule");
    Explained.by(rule, messages, "box-rule");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox options = new HBox(caption, gap, rule);
    options.getStyleClass().add("options");
    options.setAlignment(Pos.CENTER_LEFT);
    return options;
  }

  private MenuButton maskMenu(Runnable chooseMask) {
    MenuButton menu = new MenuButton();
    menu.textProperty().bind(messages.bind("mask"));
    MenuItem file = new MenuItem();
    file.textProperty().bind(messages.bind("mask.file"));
    file.setOnAction(e -> chooseMask.run());
    MenuItem spot = new MenuItem();
    spot.textProperty().bind(messages.bind("mask.spot"));
    spot.setOnAction(e -> model.edit(r -> r.withMask(Sample.MASK)));
    menu.getItems().addAll(file, spot);
    return Explained.by(menu, messages, "mask");
  }

  /// Another method with the same α where it has one.
  void choose(Kind kind) {
    model.edit(
        r -> {
          double same =
              switch (r.method()) {
                case Mixup m -> m.alpha();
                case CutMix c -> c.alpha();
                default -> DEFAULT_ALPHA;
              };
          return switch (kind) {
            case MIXUP -> r.retuned(new Mixup(same));
            case CUTMIX -> r.method() instanceof CutMix ? r : r.retuned(new CutMix(same));
            case MASK -> r.with(new MaskMix()).withMask(r.mask() == null ? Sample.MASK : r.mask());
          };
        });
    show();
  }

  private void setAlpha(double value) {
    model.edit(
        r ->
            switch (r.method()) {
              case Mixup m -> r.retuned(new Mixup(value));
              case CutMix c -> r.retuned(new CutMix(value, c.rule(), c.correctLambda()));
              default -> r;
            });
  }

  private void retune(UnaryOperator<CutMix> change) {
    CutMix cutMix = model.cutMix();
    if (cutMix != null) {
      model.edit(r -> r.with(change.apply(cutMix)));
    }
  }

  private void show() {
    Recipe recipe = model.recipe();
    Kind kind = Kind.of(recipe.method());
    kinds.forEach((k, button) -> button.setSelected(k == kind));
    showOnly(alpha, kind != Kind.MASK);
    showOnly(lambda, kind != Kind.MASK);
    showOnly(cutMixOptions, kind == Kind.CUTMIX);
    showOnly(mask, kind == Kind.MASK);
    showOnly(linear, kind != Kind.CUTMIX);
    switch (recipe.method()) {
      case Mixup m -> alpha.show(m.alpha());
      case CutMix c -> {
        alpha.show(c.alpha());
        rule.setValue(c.rule());
      }
      default -> {}
    }
    lambda.show(recipe.draw().lambda());
    linear.setSelected(recipe.blending() == Blending.LINEAR_LIGHT);
    Mix mix = model.mix();
    effective.setText(mix == null ? "–" : LabelBar.number(mix.effectiveLambda()));
    note.setText(mix == null ? "" : Reason.of(recipe, mix, messages));
    showOnly(note, mix != null);
  }

  private static void showOnly(Region node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
