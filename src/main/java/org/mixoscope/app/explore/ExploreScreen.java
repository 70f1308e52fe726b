package org.mixoscope.app.explore;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.DragHandle;
import org.mixoscope.app.command.Page;
import org.mixoscope.app.command.Screen;
import org.mixoscope.app.state.Footage;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PoolModel;
import org.mixoscope.app.state.Sight;
import org.mixoscope.app.state.Thumbnails;
import org.mixoscope.app.state.View;
import org.mixoscope.app.state.Viewport;
import org.mixoscope.app.ui.Clip;
import org.mixoscope.app.ui.Late;
import org.mixoscope.app.ui.LiveScroll;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.RightClick;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.PictureReader;

/// The Explore screen: one mix, with every number of it.
public final class ExploreScreen implements Screen {
  /// What the style sheet gives the left column beside its cards.
  private static final double SCROLL_BAR = 12;

  private final Desk desk;
  private final PairsPane pairs;
  private final PicturePane picture;
  private final SideBySide sideBySide;
  private final StackPane stage;
  private final Page page;
  private final BooleanProperty inFront = new SimpleBooleanProperty();
  private @Nullable FolderPane folder;

  /// The screen of a desk.
  public ExploreScreen(Desk desk) {
    this.desk = desk;
    MixModel model = desk.model();
    Messages messages = desk.messages();
    Actions actions = new Actions();
    picture =
        new PicturePane(
            model,
            messages,
            new DragHandle(desk, "drag.mix", desk.outgoing()::lent),
            desk.frameMenu(),
            new ViewBar(model, messages, actions, desk.tasks()));
    picture.setBottom(
        new Late(
            model.sight().slowMotion().stepProperty().isNotNull(),
            () -> new StepBar(model, messages, desk.actions(), desk.player())));
    sideBySide = new SideBySide(model, messages);
    stage = new StackPane(picture, new Late(sideBySide));
    RightClick.on(stage, new PictureMenus(desk)::ofPicture);
    pairs = new PairsPane(desk);
    MethodPane method = new MethodPane(model, messages, desk.incoming()::chooseMask);
    bind(actions, model.sight());
    bindClip();

    BorderPane layout = new BorderPane();
    layout.getStyleClass().add("explore");
    HBox columns =
        new HBox(left(), middle(), right(method, new LambdaPane(model, messages, desk.tasks())));
    columns.getStyleClass().add("columns");
    layout.setCenter(columns);
    layout.setBottom(new StatusLine(model, messages, picture));
    page = new Page(layout, stage, actions);
  }

  private void bind(Actions actions, Sight sight) {
    for (View view : View.of(2)) {
      Command.of(view)
          .ifPresent(command -> actions.put(command, () -> sight.viewProperty().set(view)));
    }
    actions.putHeld(Command.PEEK_A, () -> sight.peek(0), sight::endPeek);
    actions.putHeld(Command.PEEK_B, () -> sight.peek(1), sight::endPeek);
    actions.put(Command.SWIPE, () -> toggle(sight.swipingProperty()));
    actions.put(Command.MARKS, () -> toggle(sight.marksShownProperty()));
    actions.put(Command.ZOOM_IN, picture.gestures()::larger);
    actions.put(Command.ZOOM_OUT, picture.gestures()::smaller);
    actions.put(Command.ZOOM_FIT, () -> sight.viewportProperty().set(Viewport.FIT));
  }

  /// While a clip is in front the keys that play draws play it, but for what slow motion tells.
  private void bindClip() {
    Footage footage = desk.model().pictures().footage();
    BooleanBinding there =
        footage
            .timingProperty()
            .isNotNull()
            .and(inFront)
            .and(desk.model().sight().slowMotion().stepProperty().isNull());
    desk.actions().putWhile(Command.CLIP_PLAY, footage::toggle, there);
    desk.actions().putWhile(Command.CLIP_PREVIOUS, () -> footage.step(-1), there);
    desk.actions().putWhile(Command.CLIP_NEXT, () -> footage.step(1), there);
  }

  private static void toggle(BooleanProperty property) {
    property.set(!property.get());
  }

  @Override
  public Page page() {
    return page;
  }

  @Override
  public void load() {
    pairs.load(new SourceReader(new PictureReader()), desk.tasks());
    desk.predictions().load();
  }

  @Override
  public void setInFront(boolean now) {
    inFront.set(now);
    if (!now) {
      desk.model().pictures().footage().pause();
    }
    if (!now && desk.model().sight().slowMotion().stepProperty().get() != null) {
      desk.player().stop();
    }
  }

  @Override
  public void renderNow() {
    picture.render();
  }

  private VBox left() {
    SourcesPane sources = new SourcesPane(desk);
    VBox.setVgrow(sources, Priority.ALWAYS);
    VBox column = new VBox(sources, pairs);
    column.getStyleClass().addAll("column", "left-column");
    PoolModel pool = desk.pool();
    Runnable show = () -> column.getChildren().set(1, pool.hasFolder() ? folder() : pairs);
    pool.listingProperty().subscribe(show);
    pool.openingProperty().subscribe(show);
    pool.problemProperty().subscribe(show);
    HBox.setMargin(column, new Insets(0, -SCROLL_BAR, 0, 0));
    return column;
  }

  /// The pane of folders is made when the first is opened.
  private Region folder() {
    FolderPane pane = folder;
    if (pane == null) {
      pane =
          new FolderPane(desk, new Thumbnails(new SourceReader(new PictureReader()), desk.tasks()));
      folder = pane;
    }
    return pane;
  }

  private VBox middle() {
    Clip.beyond(stage, 0);
    stage.setMinSize(0, 0);
    // It takes what the others leave, however large the picture in it is.
    stage.setPrefSize(0, 0);
    VBox.setVgrow(stage, Priority.ALWAYS);
    LabelPane labels = new LabelPane(desk);
    RightClick.on(labels, new PictureMenus(desk)::ofLabel);
    Late tray =
        new Late(Bindings.isNotEmpty(desk.tray().kept()), () -> new TrayPane(desk, sideBySide));
    Late said =
        new Late(
            desk.predictions().classifierProperty().isNotNull(), () -> new PredictionPane(desk));
    Late clip =
        new Late(
            desk.model().pictures().footage().timingProperty().isNotNull(),
            () -> new ClipBar(desk));
    VBox column = new VBox(stage, clip, labels, said, tray);
    column.getStyleClass().add("column");
    HBox.setHgrow(column, Priority.ALWAYS);
    return column;
  }

  private ScrollPane right(MethodPane method, LambdaPane lambda) {
    VBox.setVgrow(lambda, Priority.ALWAYS);
    MaskPane mask = new MaskPane(desk.model(), desk.messages());
    VBox.setVgrow(mask, Priority.ALWAYS);
    VBox column = new VBox(method, lambda, mask, new FormulaPane(desk.model(), desk.messages()));
    column.getStyleClass().add("column");
    ScrollPane scroll = new LiveScroll(column);
    scroll.getStyleClass().add("right-column");
    scroll.setFitToHeight(true);
    return scroll;
  }
}
