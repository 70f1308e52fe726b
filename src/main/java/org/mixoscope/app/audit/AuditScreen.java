package org.mixoscope.app.audit;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.Page;
import org.mixoscope.app.command.Screen;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.FrameMenu;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ParameterRow;
import org.mixoscope.app.ui.Scale;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.TypedNumber;

/// The Audit screen: the label that every framework would give, beside what the pixels show.
public final class AuditScreen implements Screen {
  private final Desk desk;
  private final MixModel recipe;
  private final Messages messages;
  private final AuditModel model;
  private final AuditTable table;
  private final Label summary = new Label();
  private final Label warning = new Label();
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
    VBox column = new VBox(head(), table);
    column.getStyleClass().add("page");
    StackPane layout = new StackPane(column);
    layout.getStyleClass().add("audit");
    page = Page.of(layout, new Actions());
    model.findingsProperty().subscribe(this::show);
    messages
        .languageProperty()
        .addListener((property, old, now) -> show(model.findingsProperty().get()));
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
    VBox words = new VBox(summary, warning);
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
    HBox head = new HBox(words, lambda, frame, use);
    head.getStyleClass().addAll("card", "audit-head", "tool-row");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private void open(Finding finding) {
    model.useInExplore(finding);
    desk.actions().run(Command.EXPLORE);
  }

  private void show(List<Finding> findings) {
    FindingText text = new FindingText(messages);
    lambda.show(recipe.recipe().draw().lambda());
    summary.setText(findings.isEmpty() ? messages.get("picture.waiting") : text.summary(findings));
    String unmixed = text.warning(findings);
    warning.setText(unmixed);
    warning.setVisible(!unmixed.isEmpty());
  }
}
