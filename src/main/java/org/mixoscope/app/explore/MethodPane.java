package org.mixoscope.app.explore;

import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.state.Highlight;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Glossary;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Late;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.MethodPicker;
import org.mixoscope.app.ui.ParameterPane;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.Term;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.dataset.Sample;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.kernel.profile.Convention;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Preset;
import org.mixoscope.recipe.Recipe;

/// The method, its parameters, and what became of λ.
final class MethodPane extends VBox {
  private final MixModel model;
  private final Messages messages;
  private final WeightsPane weights;
  private final HBox effectiveRow;
  private final Label effective = new Label();
  private final Label note = new Label();
  private final CheckBox linear = new CheckBox();
  private final Late blending = new Late(linear);
  private final HBox head;
  private final MenuButton mask;
  private final Late masks;
  private @Nullable ParameterPane parameters;

  MethodPane(MixModel model, Messages messages, Runnable chooseMask) {
    this.model = model;
    this.messages = messages;
    getStyleClass().addAll("card", "method-pane");
    MethodPicker picker =
        new MethodPicker(
            MethodType.all(),
            model.recipeProperty().map(recipe -> recipe.method().type()),
            model::choose,
            Command.NEXT_METHOD.keysText() + ", " + Command.PREVIOUS_METHOD.keysText(),
            messages);
    HBox.setHgrow(picker, Priority.ALWAYS);
    head = new HBox(picker, presets());
    head.getStyleClass().add("options");
    head.setAlignment(Pos.CENTER_LEFT);
    weights = new WeightsPane(model, messages);
    effectiveRow = effectiveRow();
    mask = maskMenu(chooseMask);
    masks = new Late(mask);
    masks.setAlignment(Pos.CENTER_LEFT);
    blending.setAlignment(Pos.CENTER_LEFT);
    // Where the column scrolls its cards are as low as they can be.
    masks.setMinHeight(Region.USE_PREF_SIZE);
    blending.setMinHeight(Region.USE_PREF_SIZE);
    linear.textProperty().bind(messages.bind("linear"));
    linear.setOnAction(
        e -> model.edit(r -> r.with(linear.isSelected() ? Blending.LINEAR_LIGHT : Blending.SRGB)));
    Explained.by(linear, messages, "linear");
    note.getStyleClass().add("note");
    note.setId("lambda-reason");
    note.setWrapText(true);
    note.setMaxWidth(Double.MAX_VALUE);
    note.setMinHeight(Region.USE_PREF_SIZE);
    WhileVisible.follow(this, this::show, model.revisionProperty(), messages.languageProperty());
  }

  private MenuButton presets() {
    MenuButton menu = new MenuButton();
    menu.textProperty().bind(messages.bind("presets"));
    menu.setId("presets");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    for (Preset preset : Preset.ALL) {
      MenuItem item = new MenuItem();
      item.textProperty().bind(messages.bind("preset." + preset.id()));
      item.setOnAction(e -> model.edit(preset::applyTo));
      menu.getItems().add(item);
    }
    menu.getItems().add(new SeparatorMenuItem());
    for (Profile profile : Profile.all()) {
      menu.getItems().add(asIn(profile));
    }
    return Explained.by(menu, messages, "presets");
  }

  /// What a framework does, all of it; unlike a preset it also draws.
  private Menu asIn(Profile profile) {
    Menu menu = new Menu(profile.id());
    for (Convention convention : profile.conventions()) {
      MenuItem item = new MenuItem();
      item.setId("profile-" + profile.id() + "-" + convention.id());
      item.textProperty().bind(messages.bind("method." + convention.id()));
      item.setOnAction(e -> follow(profile, convention));
      menu.getItems().add(item);
    }
    return menu;
  }

  private void follow(Profile profile, Convention convention) {
    Frame frame = model.frame();
    if (frame != null) {
      model.edit(recipe -> recipe.as(convention, profile.smoothing(), frame));
    }
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
    effective.getStyleClass().addAll("readout", "source-text");
    HBox row = new HBox(sign, meaning, Glossary.sign(Term.EFFECTIVE, messages), gap, effective);
    row.getStyleClass().addAll("parameter-label", SourceColour.A.styleClass());
    row.setAlignment(Pos.CENTER_LEFT);
    Linked.by(row, Highlight.Part.LAMBDA, model.sight());
    return Explained.by(row, messages, "effective");
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

  private void show() {
    Recipe recipe = model.recipe();
    MethodType type = recipe.method().type();
    if (parameters == null || !parameters.type().equals(type)) {
      parameters =
          new ParameterPane(
              type,
              () -> model.recipe().method(),
              method -> model.edit(r -> r.retuned(method)),
              model.history(),
              messages);
      getChildren().setAll(head, masks, parameters, weights, effectiveRow, note, blending);
    }
    parameters.show(recipe.method().settings());
    showOnly(weights, type.uses(Trait.LAMBDA));
    mask.setVisible(type.uses(Trait.MASK));
    linear.setVisible(type.uses(Trait.BLENDS));
    weights.show(recipe.draw());
    linear.setSelected(recipe.blending() == Blending.LINEAR_LIGHT);
    Mix mix = model.mix();
    effective.setText(mix == null ? "–" : LabelBar.number(mix.effectiveLambda()));
    if (mix != null) {
      Frame frame = Objects.requireNonNull(model.frame());
      note.setText(Reason.of(recipe, model.pictures().moment(), mix, frame, messages));
    }
    note.setVisible(mix != null);
    // Nothing moves while the next mix is worked out.
    note.setManaged(model.isMixable());
  }

  private static void showOnly(Region node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
