package org.mixoscope.app.figure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.command.FigureExport;
import org.mixoscope.app.state.FigureSettings;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.figure.AxisWords;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.figure.FigureRequest;
import org.mixoscope.figure.Panel;
import org.mixoscope.figure.Paper;
import org.mixoscope.figure.Template;
import org.mixoscope.recipe.Axes;
import org.mixoscope.recipe.Sheet;

/// Everything that can be chosen of a figure.
final class FigureChoices extends GridPane {
  private final FigureModel model;
  private final Messages messages;
  private final Choice<Template> template;
  private final Choice<Paper> paper;
  private final Choice<FigureFormat> format;
  private final Choice<Integer> scale;
  private final Choice<Language> language;
  private final Map<Panel, CheckBox> panels = new EnumMap<>(Panel.class);
  private final GridPane panelGrid = new GridPane();
  private final Label sheet = new Label();
  private final CheckBox titled = new CheckBox();
  private final TextField title = new TextField();
  private int rows;

  FigureChoices(FigureModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("figure-choices");
    template =
        choice(
            List.of(Template.values()),
            one -> name("figure." + one.id()),
            one -> model.choose(s -> s.with(one)));
    paper =
        choice(
            List.of(Paper.values()),
            one -> name("figure.theme." + one.id()),
            one -> model.choose(s -> s.on(one)));
    format =
        choice(
            List.of(FigureFormat.values()),
            one -> name(one.name(), "figure.format." + one.name() + ".help"),
            one -> model.choose(s -> s.with(one)));
    scale =
        choice(
            IntStream.rangeClosed(1, FigureSettings.LARGEST_SCALE).boxed().toList(),
            one -> name(one + "×", "figure.scale.help"),
            one -> model.choose(s -> s.scaled(one)));
    language =
        choice(
            List.of(Language.values()),
            one -> name(one.ownName(), "figure.language.help"),
            this::choose);
    fillPanels();
    fillTitle();
    addLine("figure.template", template);
    addLine("figure.theme", paper);
    addLine("figure.panels", panelGrid, sheet);
    addLine("figure.titled", titleLine());
    addLine("figure.language", language);
    addLine("figure.format", format);
    addLine("figure.scale", scale);
    MotionChoice motion = new MotionChoice(model, messages);
    Label caption = addLine("figure.sweep", motion);
    caption.visibleProperty().bind(motion.visibleProperty());
    model.settingsProperty().subscribe(settings -> show(settings));
    sheet
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::sheetText,
                model.shotProperty(),
                model.previewProperty(),
                messages.languageProperty()));
    model.shotProperty().subscribe(shot -> show(shot));
    messages.languageProperty().subscribe(now -> show(model.settings()));
  }

  /// Where Tab begins.
  void requestFocusOfFirst() {
    template.applyCss(); // without its skin, what was just made has no buttons in the scene
    template.getButtons().getFirst().requestFocus();
  }

  private <T> Choice<T> choice(List<T> values, Choice.Naming<T> naming, Consumer<T> chosen) {
    return new Choice<>(values, naming, messages, chosen);
  }

  private Choice.Name name(String key) {
    return new Choice.Name(key.replace('.', '-'), messages.bind(key), key + ".help");
  }

  private static Choice.Name name(String text, String help) {
    return new Choice.Name("figure-" + text, new SimpleStringProperty(text), help);
  }

  /// The language of the interface is followed until another is chosen.
  private void choose(Language wanted) {
    boolean followed = wanted == messages.languageProperty().get();
    model.choose(s -> s.in(followed ? null : wanted));
  }

  private void fillPanels() {
    panelGrid.getStyleClass().add("figure-panels");
    for (Panel panel : Panel.values()) {
      String key = "figure.panel." + panel.id();
      CheckBox box = new CheckBox();
      box.setId(key.replace('.', '-'));
      box.textProperty().bind(messages.bind(key));
      box.setMinWidth(Region.USE_PREF_SIZE);
      box.setOnAction(e -> model.choose(s -> s.with(panel, box.isSelected())));
      panels.put(panel, Explained.by(box, messages, key));
      panelGrid.add(box, (panels.size() - 1) % 2, (panels.size() - 1) / 2);
    }
    sheet.setWrapText(true);
    sheet.setId("figure-sheet-of");
    sheet.setMinHeight(Region.USE_PREF_SIZE);
    panelGrid.managedProperty().bind(panelGrid.visibleProperty());
    sheet.managedProperty().bind(sheet.visibleProperty());
    sheet.visibleProperty().bind(panelGrid.visibleProperty().not());
  }

  private void fillTitle() {
    titled.setId("figure-titled");
    Explained.by(titled, messages, "figure.titled");
    titled.setOnAction(
        e -> {
          model.choose(s -> s.titled(titled.isSelected(), title.getText()));
          if (titled.isSelected()) {
            title.requestFocus();
          }
        });
    title.setId("figure-title");
    Explained.by(title, messages, "figure.title");
    title.promptTextProperty().bind(messages.bind("figure.title.prompt"));
    title
        .textProperty()
        .addListener(
            (property, old, now) -> model.choose(s -> s.titled(isWanted(s.titled(), now), now)));
  }

  /// Whoever types a title wants one.
  private boolean isWanted(boolean before, String typed) {
    return title.isFocused() ? !typed.isBlank() : before;
  }

  private HBox titleLine() {
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox line = new HBox(titled, title);
    line.getStyleClass().add("figure-line");
    return line;
  }

  private Label addLine(String key, Node... controls) {
    Label caption = new Label();
    caption.textProperty().bind(messages.bind(key));
    caption.getStyleClass().addAll("muted", "figure-caption");
    caption.setMinWidth(Region.USE_PREF_SIZE);
    caption.setMinHeight(Region.USE_PREF_SIZE);
    GridPane.setValignment(caption, VPos.TOP);
    add(caption, 0, rows);
    for (Node control : controls) {
      add(control, 1, rows);
    }
    rows++;
    return caption;
  }

  private void show(FigureSettings settings) {
    template.show(settings.template());
    paper.show(settings.paper());
    language.show(
        settings.language() == null ? messages.languageProperty().get() : settings.language());
    panels.forEach((panel, box) -> box.setSelected(settings.panels().contains(panel)));
    titled.setSelected(settings.titled());
    if (!title.getText().equals(settings.title())) {
      title.setText(settings.title());
    }
    showFile(settings.format(), settings.scale(), false);
  }

  /// What does not suit the figure of the moment cannot be chosen.
  private void show(FigureExport.@Nullable Shot shot) {
    if (shot != null) {
      FigureRequest request = shot.request();
      Axes axes = request.axes();
      panels.forEach((panel, box) -> box.setDisable(!model.canShow(panel, request.recipe())));
      panelGrid.setVisible(axes == null);
      showFile(request.format(), request.scale(), axes != null);
    }
  }

  /// How many mixes the sheet has, and what is left out of it.
  private String sheetText() {
    FigureExport.Shot shot = model.shotProperty().get();
    FigureModel.Preview preview = model.previewProperty().get();
    Axes axes = shot == null ? null : shot.request().axes();
    if (axes == null || preview == null) {
      return "";
    }
    List<Sheet.Omission> omitted = preview.figure().omitted();
    long columns = omitted.stream().filter(one -> one.axis().equals(axes.across())).count();
    long mixes = (axes.columns() - columns) * (axes.rows() - (omitted.size() - columns));
    String left = new AxisWords(messages.languageProperty().get().locale()).of(omitted);
    return (messages.get("figure.sheet", Long.toString(mixes)) + "\n" + left).strip();
  }

  private void showFile(FigureFormat file, int pixels, boolean isSheet) {
    format.show(file);
    format.button(FigureFormat.GIF).setDisable(isSheet);
    scale.show(pixels);
    scale.setDisable(!file.hasScale());
  }
}
