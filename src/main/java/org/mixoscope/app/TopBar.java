package org.mixoscope.app;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.Player;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.JobNews;
import org.mixoscope.app.ui.Messages;

/// The name, the screens, the seed, and what concerns all screens.
final class TopBar extends HBox {
  private static final double LOGO = 26;

  /// What it takes up with all that may be left out, without the name, and what a job adds to each.
  /// A bar that is narrower leaves it out, lest it stick out of the window.
  private static final double WITH_NAME = 1425;

  private static final double WITH_LEARN = 1325;

  private static final double NAMED_JOB = 155;
  private static final double WITH_CAPTION = 1278;
  private static final double JOB = 70;

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private final Desk desk;
  private final Messages messages;
  private final BarControls controls;
  private final IntegerBinding jobs;
  private final BooleanBinding forName;
  private final BooleanBinding forLearn;
  private final BooleanBinding forCaption;

  /// @param news of the job of Batch
  /// @param repeated of that of Train
  /// @param go shows the screen of a job
  TopBar(
      Desk desk,
      Deck deck,
      ObservableValue<@Nullable JobNews> news,
      ObservableValue<@Nullable JobNews> repeated,
      Consumer<Command> go) {
    this.desk = desk;
    messages = desk.messages();
    controls = new BarControls(deck, messages);
    jobs = Bindings.createIntegerBinding(() -> jobs(news, repeated), news, repeated);
    forName = widthProperty().greaterThan(jobs.multiply(NAMED_JOB).add(WITH_NAME));
    forLearn = widthProperty().greaterThan(jobs.multiply(NAMED_JOB).add(WITH_LEARN));
    forCaption = widthProperty().greaterThan(jobs.multiply(JOB).add(WITH_CAPTION));
    JobStatus.Room room = new JobStatus.Room(forName, forCaption);
    JobStatus status = new JobStatus(Command.BATCH, "job.status", news, go, messages, room);
    JobStatus training = new JobStatus(Command.TRAIN, "train.job", repeated, go, messages, room);
    getStyleClass().add("top-bar");
    forCaption.subscribe(wide -> pseudoClassStateChanged(NARROW, !wide));
    setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            logo(),
            name(),
            gap(),
            new ScreenChoice(deck, messages),
            status,
            training,
            gap(),
            row(
                "tool-group",
                seed(deck),
                controls.button(Command.RESAMPLE, Feather.REFRESH_CW),
                playGroup(desk.player())),
            row(
                "tool-group",
                controls.button(Command.UNDO, Feather.CORNER_UP_LEFT),
                controls.button(Command.REDO, Feather.CORNER_UP_RIGHT),
                controls.button(Command.RESET, Feather.ROTATE_CCW)),
            row(
                "tool-group",
                controls.button(Command.KEEP, Feather.BOOKMARK),
                new ShareMenu(messages, desk.code(), controls),
                new ExportMenu(desk, controls)),
            row(
                "tool-group",
                learn(),
                controls.button(Command.PRESENT, Feather.MONITOR),
                theme(),
                language(),
                controls.button(Command.KEYS, Feather.HELP_CIRCLE)));
  }

  private static int jobs(ObservableValue<?> news, ObservableValue<?> repeated) {
    return (news.getValue() == null ? 0 : 1) + (repeated.getValue() == null ? 0 : 1);
  }

  /// In a narrow window it gives its place to the job.
  private ImageView logo() {
    ImageView logo = new ImageView(Icons.logo());
    logo.setFitWidth(LOGO);
    logo.setFitHeight(LOGO);
    logo.visibleProperty().bind(jobs.isEqualTo(0).or(forCaption));
    logo.managedProperty().bind(logo.visibleProperty());
    logo.setOnMouseClicked(e -> desk.actions().run(Command.ABOUT));
    return logo;
  }

  /// The seed of pictures. A screen with a seed of its own shows that in its own place.
  private SeedGroup seed(Deck deck) {
    SeedGroup seed = new SeedGroup(desk.model(), messages, controls, forCaption);
    seed.visibleProperty().bind(deck.isOwn(Command.NEW_SEED).map(own -> !own));
    return seed;
  }

  private Label name() {
    Label name = new Label("Mixoscope");
    name.getStyleClass().add("app-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.visibleProperty().bind(forName);
    name.managedProperty().bind(name.visibleProperty());
    return name;
  }

  /// By its name where there is room for it.
  private Button learn() {
    Button learn = controls.button(Command.LEARN, Feather.BOOK_OPEN);
    learn.setMinWidth(Region.USE_PREF_SIZE);
    learn
        .textProperty()
        .bind(Bindings.when(forLearn).then(messages.bind(Command.LEARN.key())).otherwise(""));
    return learn;
  }

  private HBox playGroup(Player player) {
    Button play = controls.button(Command.PLAY, Feather.PLAY);
    player
        .runningProperty()
        .subscribe(on -> play.setGraphic(Icons.of(on ? Feather.PAUSE : Feather.PLAY)));
    return row("play-group", play, new PlayMenu(player, messages, controls));
  }

  private Button theme() {
    Button theme = controls.button(Command.THEME, Feather.MOON);
    desk.look()
        .themeProperty()
        .subscribe(now -> theme.setGraphic(Icons.of(now.isDark() ? Feather.SUN : Feather.MOON)));
    return theme;
  }

  private Button language() {
    Button language = controls.button(Command.LANGUAGE, Feather.GLOBE);
    language.setGraphic(null);
    language.setMinWidth(Region.USE_PREF_SIZE);
    language.textProperty().bind(messages.languageProperty().map(now -> now.other().ownName()));
    return language;
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  private static HBox row(String styleClass, Node... nodes) {
    HBox row = new HBox(nodes);
    row.getStyleClass().add(styleClass);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
