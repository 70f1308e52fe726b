package org.mixoscope.app.audit;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.Page;
import org.mixoscope.app.command.Screen;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Moment;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.FrameMenu;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ParameterRow;
import org.mixoscope.app.ui.Scale;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.TypedNumber;
import org.mixoscope.recipe.Recipe;

/// The Audit screen: the label that every framework would give, beside what the pixels show.
public final class AuditScreen implements Screen {
  private final Desk desk;
  private final MixModel recipe;
  private final Messages messages;
  private final AuditModel model;
  private final AuditTable table;
  private final Label summary = new Label();
  private final Label warning = new Label();
  private final Label moment = new Label();
  private final ParameterRow lambda;
  private final Page page;

  /// The screen of a desk.
  public AuditScreen(Desk desk) {
    this.desk = desk;
    recipe = desk.model();
    messages = desk.messages();
    model = new AuditModel(recipe, desk.tasks());
    table = new AuditTable(model, messages, this::open);
    lambda =
        new ParameterRow(
                "audit-lambda",
                new Label("λ"),
                Scale.LAMBDA,
                recipe.history(),
                messages,
                TypedNumber.within01(value -> recipe.editDraw(d -> d.withLambda(value))),
                () -> recipe.edit(r -> r.drawn(r.index())))
            .tall(messages.bind("lambda.short"))
            .explained(messages.bind("lambda"), messages.bind("lambda.help"));
    lambda.getStyleClass().addAll("audit-lambda", SourceColour.A.styleClass());
    VBox.setVgrow(table, Priority.ALWAYS);
    PairPane pair = new PairPane(model, messages);
    VBox column = new VBox(head(), table, pair);
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener(
            (ListChangeListener<Finding>)
                change -> pair.show(List.copyOf(table.getSelectionModel().getSelectedItems())));
    column.getStyleClass().add("page");
    StackPane layout = new StackPane(column);
    layout.getStyleClass().add("audit");
    Actions actions = new Actions();
    actions.put(Command.COPY_PICTURE, () -> desk.outgoing().copyTable(csv()));
    page = Page.of(layout, actions);
    model.findingsProperty().subscribe(this::show);
    model.averagesProperty().addListener((property, old, now) -> show());
    messages.languageProperty().addListener((property, old, now) -> show());
  }

  @Override
  public Page page() {
    return page;
  }

  @Override
  public void setInFront(boolean inFront) {
    model.setActive(inFront);
  }

  private HBox head() {
    summary.setId("audit-summary");
    summary.getStyleClass().add("audit-summary");
    summary.setWrapText(true);
    summary.setMinHeight(Region.USE_PREF_SIZE);
    warning.setId("audit-warning");
    warning.getStyleClass().add("note");
    warning.setWrapText(true);
    warning.setMinHeight(Region.USE_PREF_SIZE);
    warning.managedProperty().bind(warning.visibleProperty());
    moment.setId("audit-moment");
    moment.getStyleClass().add("caption");
    moment.managedProperty().bind(moment.visibleProperty());
    VBox words = new VBox(summary, warning, moment);
    words.getStyleClass().add("audit-words");
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button use = new Button();
    use.setId("audit-use");
    use.textProperty().bind(messages.bind("use"));
    use.getStyleClass().add("primary-button");
    use.setMinWidth(Region.USE_PREF_SIZE);
    use.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    use.setOnAction(e -> open(table.getSelectionModel().getSelectedItem()));
    Explained.by(use, messages, "audit.use");
    FrameMenu frame = desk.frameMenu();
    frame.setMinWidth(Region.USE_PREF_SIZE);
    Button copy = icon("audit.copy", Feather.COPY, Command.COPY_PICTURE.keysText());
    copy.setOnAction(e -> desk.outgoing().copyTable(csv()));
    Button save = icon("audit.save", Feather.DOWNLOAD, "");
    save.setOnAction(e -> desk.outgoing().saveTable("audit", csv()));
    HBox head = new HBox(words, lambda, frame, copy, save, use);
    head.getStyleClass().addAll("card", "audit-head", "tool-row");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Button icon(String key, Ikon icon, String keys) {
    Button button = new Button(null, Icons.of(icon));
    button.getStyleClass().add("icon-button");
    button.setId(key.replace('.', '-'));
    button.setMinWidth(Region.USE_PREF_SIZE);
    return Explained.by(button, messages, key, keys);
  }

  private String csv() {
    return AuditTableText.csv(model.findingsProperty().get(), model.averagesProperty().get());
  }

  private void open(Finding finding) {
    Recipe before = recipe.recipe();
    model.useInExplore(finding);
    desk.actions().run(Command.EXPLORE);
    desk.toast().inform(new FindingText(messages).used(finding, before));
  }

  private void show() {
    List<Finding> findings = model.findingsProperty().get();
    FindingText text = new FindingText(messages);
    lambda.show(recipe.recipe().draw().lambda());
    summary.setText(
        findings.isEmpty()
            ? messages.get("picture.waiting")
            : text.summary(findings, model.averagesProperty().get()));
    String unmixed = text.warning(findings);
    warning.setText(unmixed);
    warning.setVisible(!unmixed.isEmpty());
    Moment now = recipe.pictures().moment();
    moment.setText(now == null ? "" : now.said(messages));
    moment.setVisible(now != null);
  }
}
