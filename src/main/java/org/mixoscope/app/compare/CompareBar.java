package org.mixoscope.app.compare;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.SamplePair;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.figure.AxisWords;
import org.mixoscope.figure.ClassNames;
import org.mixoscope.kernel.Objection;
import org.mixoscope.recipe.Axes;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// What the sheet varies, of which pictures, at which λ; and where it can go.
final class CompareBar extends VBox {
  private final SheetModel sheets;
  private final MixModel model;
  private final Messages messages;
  private final Actions everywhere;
  private final AxisPicker across;
  private final AxisPicker down;
  private final LambdaSlider lambda;
  private final MenuButton pictures = new MenuButton();
  private final Label problem = new Label();
  private final Label omitted = new Label();

  CompareBar(SheetModel sheets, Desk desk) {
    this.sheets = sheets;
    model = desk.model();
    messages = desk.messages();
    everywhere = desk.actions();
    getStyleClass().add("compare-bar");
    across = new AxisPicker("across", false, model, messages, () -> vary(true));
    down = new AxisPicker("down", true, model, messages, () -> vary(false));
    lambda = new LambdaSlider(model, messages);
    fillPictures();
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line =
        new HBox(
            across,
            down,
            lambda,
            pictures,
            gap,
            button(Command.COPY_FIGURE, "compare.copy", Feather.COPY),
            button(Command.EXPORT, "compare.save", Feather.DOWNLOAD));
    line.getStyleClass().add("compare-line");
    line.setAlignment(Pos.CENTER_LEFT);
    problem.setId("compare-problem");
    problem.getStyleClass().add("compare-problem");
    problem.setWrapText(true);
    problem
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::problemText, sheets.problemProperty(), messages.languageProperty()));
    problem.visibleProperty().bind(sheets.problemProperty().isNotNull());
    problem.managedProperty().bind(problem.visibleProperty());
    omitted.setId("compare-omitted");
    omitted.getStyleClass().addAll("muted", "compare-omitted");
    omitted.setWrapText(true);
    omitted
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words().of(sheets.omittedProperty().get()),
                sheets.omittedProperty(),
                messages.languageProperty()));
    omitted.visibleProperty().bind(omitted.textProperty().isNotEmpty());
    omitted.managedProperty().bind(omitted.visibleProperty());
    getChildren().addAll(line, problem, omitted);
    sheets
        .problemProperty()
        .addListener(
            (property, old, now) -> {
              if (now == null) {
                across.mark(false);
                down.mark(false);
              }
            });
    model.recipeProperty().addListener((property, old, now) -> show());
    messages.languageProperty().addListener((property, old, now) -> show());
    sheets.axesProperty().subscribe(axes -> show(axes));
  }

  private AxisWords words() {
    return new AxisWords(messages.languageProperty().get().locale());
  }

  private String problemText() {
    Objection refusal = sheets.problemProperty().get();
    return refusal == null ? "" : messages.get(refusal);
  }

  private void show(Axes axes) {
    across.show(axes.across());
    down.show(axes.down());
    show();
  }

  private void vary(boolean byAcross) {
    sheets.vary(across.text(), down.text());
    boolean wrong = sheets.problemProperty().get() != null;
    across.mark(wrong && byAcross);
    down.mark(wrong && !byAcross);
    show();
  }

  private void show() {
    lambda.setDisable(!sheets.lambdaIsHeld());
    Recipe recipe = model.recipe();
    int more = recipe.sources().size() - 2;
    pictures.setText(pair(recipe.sources()) + (more > 0 ? " + " + more : ""));
  }

  private String pair(List<Source> sources) {
    ClassNames names = messages.classNames(sources);
    return names.of(sources.get(0).className()) + " + " + names.of(sources.get(1).className());
  }

  private void fillPictures() {
    pictures.setId("compare-pictures");
    pictures.setMinWidth(Region.USE_PREF_SIZE);
    pictures.getStyleClass().add("compare-menu");
    Explained.by(pictures, messages, "compare.pictures");
    pictures
        .getItems()
        .addAll(
            item(Command.OPEN_A),
            item(Command.OPEN_B),
            item(Command.SWAP),
            new SeparatorMenuItem());
    for (SamplePair pair : SamplePair.ALL) {
      MenuItem item = new MenuItem();
      item.textProperty().bind(messages.languageProperty().map(now -> pair(pair.sources())));
      item.setOnAction(e -> model.sources().use(pair.sources()));
      pictures.getItems().add(item);
    }
  }

  private MenuItem item(Command command) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(messages.bind(command.key()).map(t -> t + "   " + command.keysText()));
    item.setOnAction(e -> everywhere.run(command));
    return item;
  }

  private Button button(Command command, String key, Ikon icon) {
    Button button = new Button(null, Icons.of(icon));
    button.textProperty().bind(messages.bind(key));
    button.getStyleClass().add("icon-button");
    button.setId(key.replace('.', '-'));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> everywhere.run(command));
    return Explained.by(button, messages, key, command.keysText());
  }
}
