package org.mixoscope.app.explore;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.KeptMix;
import org.mixoscope.app.state.Moment;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ScreenImage;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.recipe.Recipe;

/// One kept mix: a small picture, the method, λ̂ and the label.
final class TrayItem extends Button {
  private static final double SIDE = 52;
  private static final double ROUND = 10;
  private static final PseudoClass COMPARED = PseudoClass.getPseudoClass("compared");

  private final Recipe recipe;
  private final Messages messages;
  private final ImageView picture = new ImageView();
  private final Label method = new Label();
  private final Label lambda = new Label("–");
  private final LabelBar bar = new LabelBar(false);
  private @Nullable KeptMix kept;

  /// What can be done with an item.
  interface Deeds {
    void bringBack(Recipe recipe);

    void compare(Recipe recipe);

    void move(Recipe recipe, int by);

    void remove(Recipe recipe);
  }

  TrayItem(Recipe recipe, Messages messages, Deeds deeds) {
    this.recipe = recipe;
    this.messages = messages;
    getStyleClass().add("tray-item");
    Rectangle clip = new Rectangle(SIDE, SIDE);
    clip.setArcWidth(ROUND);
    clip.setArcHeight(ROUND);
    StackPane well = new StackPane(picture);
    well.getStyleClass().add("tray-well");
    picture.setFitWidth(SIDE);
    picture.setFitHeight(SIDE);
    picture.setClip(clip);
    method.textProperty().bind(messages.bind("method." + recipe.method().type().id()));
    method.getStyleClass().add("tray-method");
    lambda.getStyleClass().add("caption");
    VBox texts = new VBox(method, lambda, bar);
    texts.getStyleClass().add("tray-texts");
    texts.setAlignment(Pos.CENTER_LEFT);
    HBox row = new HBox(well, texts);
    row.getStyleClass().add("tray-row");
    row.setAlignment(Pos.CENTER_LEFT);
    setGraphic(row);
    accessibleHelpProperty().bind(messages.bind("tray.item.help"));
    messages.languageProperty().addListener((property, old, now) -> speak());
    speak();
    setOnAction(e -> deeds.bringBack(recipe));
    setOnKeyPressed(e -> press(e, deeds));
    setContextMenu(menu(deeds));
  }

  Recipe recipe() {
    return recipe;
  }

  /// What was mixed meanwhile.
  void show(KeptMix mix) {
    kept = mix;
    picture.setImage(ScreenImage.of(mix.picture()));
    picture.setViewport(ScreenImage.middle(mix.picture(), 1));
    bar.show(mix.classes(), mix.label(), SourceColour.ofClasses(recipe));
    speak();
  }

  /// Its pictures are gone.
  void showMissing() {
    lambda.textProperty().bind(messages.bind("tray.missing"));
  }

  void mark(boolean compared) {
    pseudoClassStateChanged(COMPARED, compared);
  }

  /// Says all of it, in the language of the moment.
  private void speak() {
    StringBuilder text = new StringBuilder(messages.get("method." + recipe.method().type().id()));
    KeptMix now = kept;
    if (now != null) {
      Moment moment = now.moment();
      String effective = "λ̂ " + LabelBar.number(now.effectiveLambda());
      lambda.setText(moment == null ? effective : effective + " · " + moment.name(messages));
      text.append(", ").append(lambda.getText());
      List<String> names = messages.classNames(recipe.sources()).of(now.classes());
      for (int c = 0; c < names.size(); c++) {
        text.append(", %d %% %s".formatted(Math.round(100 * now.label().get(c)), names.get(c)));
      }
    }
    setAccessibleText(text.toString());
  }

  private void press(KeyEvent event, Deeds deeds) {
    boolean moves = event.isShortcutDown();
    if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
      deeds.remove(recipe);
    } else if (moves && event.getCode() == KeyCode.LEFT) {
      deeds.move(recipe, -1);
    } else if (moves && event.getCode() == KeyCode.RIGHT) {
      deeds.move(recipe, 1);
    } else if (event.isShiftDown() && event.getCode() == KeyCode.ENTER) {
      deeds.compare(recipe);
    } else {
      return;
    }
    event.consume();
  }

  private ContextMenu menu(Deeds deeds) {
    return new ContextMenu(
        item("tray.back", () -> deeds.bringBack(recipe)),
        item("tray.compare", () -> deeds.compare(recipe)),
        item("tray.left", () -> deeds.move(recipe, -1)),
        item("tray.right", () -> deeds.move(recipe, 1)),
        item("tray.remove", () -> deeds.remove(recipe)));
  }

  private MenuItem item(String key, Runnable deed) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(messages.bind(key));
    item.setOnAction(e -> deed.run());
    return item;
  }
}
