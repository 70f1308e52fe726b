package org.mixoscope.app.tune;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
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
import org.mixoscope.app.state.Moment;
import org.mixoscope.app.state.PoolModel;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.FrameMenu;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.dataset.SourcePool;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.recipe.TrainingRecipe;

/// The Tune screen: two settings side by side and what changes from one to the other.
public final class TuneScreen implements Screen {
  private final TuneModel model;
  private final Messages messages;
  private final Label origin = new Label();
  private final Label reduced = new Label();
  private final Label changes = new Label();
  private final Page page;

  /// The screen of a desk.
  public TuneScreen(Desk desk) {
    messages = desk.messages();
    model = new TuneModel(desk.model(), pictures(desk), desk.tasks());
    Actions actions = new Actions();
    actions.put(Command.UNDO, model.history()::undo, model.history().canUndoProperty());
    actions.put(Command.REDO, model.history()::redo, model.history().canRedoProperty());

    HBox settings = new HBox();
    settings.getStyleClass().add("settings");
    for (int k = 0; k < TuneModel.SETTINGS; k++) {
      SettingPane pane = new SettingPane(model, k, desk);
      pane.setPrefWidth(1);
      HBox.setHgrow(pane, Priority.ALWAYS);
      settings.getChildren().add(pane);
    }
    VBox.setVgrow(settings, Priority.ALWAYS);
    VBox column = new VBox(tools(desk), settings, changes());
    column.getStyleClass().add("page");
    ScrollPane scroll = new ScrollPane(column);
    scroll.getStyleClass().add("bare-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    StackPane layout = new StackPane(scroll);
    layout.getStyleClass().add("tune");
    page = Page.of(layout, actions);
    for (int k = 0; k < TuneModel.SETTINGS; k++) {
      model.consequencesProperty(k).subscribe(now -> show());
    }
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

  /// The open folder once it is listed, else what Explore mixes.
  private static ObservableValue<SourcePool> pictures(Desk desk) {
    PoolModel pool = desk.pool();
    return Bindings.createObjectBinding(
        () -> {
          PoolModel.Listing listing = pool.listingProperty().get();
          return listing != null && listing.complete() && listing.pictures().size() > 1
              ? listing.pictures()
              : new OwnPictures(desk.model().recipe().sources());
        },
        pool.listingProperty(),
        desk.model().recipeProperty());
  }

  private HBox tools(Desk desk) {
    MenuButton recipes = new MenuButton();
    recipes.setId("training-recipes");
    recipes.textProperty().bind(messages.bind("tune.recipes"));
    for (TrainingRecipe recipe : TrainingRecipe.ALL) {
      MenuItem item = new MenuItem(recipe.name() + "  ·  " + recipe.source());
      item.setOnAction(e -> model.show(recipe));
      recipes.getItems().add(item);
    }
    Explained.by(recipes, messages, "tune.recipes");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    origin.getStyleClass().add("caption");
    origin.setId("tune-origin");
    FrameMenu frame = desk.frameMenu();
    reduced.getStyleClass().add("caption");
    reduced.setId("tune-reduced");
    ObservableValue<String> said =
        Bindings.createStringBinding(
            () -> reduced(desk.model()),
            desk.model().revisionProperty(),
            messages.languageProperty());
    reduced.textProperty().bind(said);
    HBox tools = new HBox(recipes, frame, reduced, gap, origin);
    tools.getStyleClass().add("tool-row");
    tools.setAlignment(Pos.CENTER_LEFT);
    return tools;
  }

  /// What samples have not that Explore shows.
  private String reduced(MixModel explored) {
    Moment moment = explored.pictures().moment();
    List<String> said = new ArrayList<>();
    if (explored.recipe().kind().type() != ElementType.UINT8) {
      said.add(messages.get("tune.eight-bits"));
    }
    if (moment != null) {
      said.add(messages.get("tune.first-frames"));
    }
    return String.join(" · ", said);
  }

  private VBox changes() {
    changes.setId("changes");
    changes.setWrapText(true);
    changes.setMinHeight(Region.USE_PREF_SIZE);
    changes.getStyleClass().add("changes");
    return Card.of(Card.title(messages.bind("tune.changes")), changes);
  }

  private void show() {
    Consequences one = model.consequencesProperty(0).get();
    Consequences two = model.consequencesProperty(1).get();
    if (one == null || two == null) {
      return;
    }
    List<Change> differences = Change.between(one, two);
    changes.setText(
        differences.isEmpty()
            ? messages.get("change.none")
            : differences.stream()
                .map(change -> change.text(messages))
                .reduce((first, second) -> messages.get("sentences", first, second))
                .orElseThrow());
    origin.setText(origin(one, two));
  }

  private String origin(Consequences one, Consequences two) {
    String frame = one.wish().frame().toString();
    if (!one.isFinal() || !two.isFinal()) {
      return messages.get("tune.coarse", frame);
    }
    if (one.statistics().isExact() && two.statistics().isExact()) {
      return messages.get("tune.exact", frame);
    }
    Consequences sampled = one.statistics().isExact() ? two : one;
    return messages.get(
        "tune.sampled", sampled.statistics().frame().toString(), Integer.toString(sampled.draws()));
  }
}
