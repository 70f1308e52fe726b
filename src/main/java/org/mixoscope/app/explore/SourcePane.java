package org.mixoscope.app.explore;

import java.util.List;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.marks.MarksPane;
import org.mixoscope.app.marks.Placement;
import org.mixoscope.app.state.Highlight;
import org.mixoscope.app.state.Loaded;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.state.Slot;
import org.mixoscope.app.state.ViewMarks;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Lasting;
import org.mixoscope.app.ui.Late;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Problems;
import org.mixoscope.app.ui.ScreenImage;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.Typed;
import org.mixoscope.dataset.Measure;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.Window;
import org.mixoscope.kernel.Frame;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Reference;
import org.mixoscope.recipe.Source;

/// One source: its class name, its picture, and what is to be known about the file.
final class SourcePane extends VBox {
  private static final double ROUND = 8;
  private static final double BUSY = 34;

  private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");
  private static final PseudoClass UNUSED = PseudoClass.getPseudoClass("unused");

  private final int k;
  private final MixModel model;
  private final Messages messages;
  private final TextField className = new TextField();
  private final ImageView thumbnail = new ImageView();
  private final StackPane well = new StackPane();
  private final Lasting reading = new Lasting();
  private final Late busy = new Late(reading.lastsProperty(), this::busySign);
  private final SlicePart slice;
  private final Late slices;
  private final SeenPart seen;
  private final SourceCaption about;
  private final MarksPane marks;
  private final Late marked;
  private final MarksMenu marksMenu;
  private final Label badge = new Label();
  private final Label caption = new Label();
  private final Label problem = new Label();
  private final Button choose = new Button();
  private final Button dismiss = new Button(null, Icons.of(Feather.X));
  private final StackPane failure = new StackPane(problem, dismiss);
  private final Late failed = new Late(failure);
  private final Button open = new Button(null, Icons.of(Feather.FOLDER));
  private final Button remove = new Button(null, Icons.of(Feather.X));
  private final HBox head = new HBox();
  private final HBox foot = new HBox();
  private final Region gap = new Region();
  private final VBox words = new VBox(4);
  private @Nullable Room arranged;
  private @Nullable Loaded shown;
  private @Nullable Window seenThrough;

  /// @param openFile asks for a picture
  /// @param openMarks asks for a file that says what is where in it
  SourcePane(int k, MixModel model, Messages messages, Runnable openFile, Runnable openMarks) {
    this.k = k;
    this.model = model;
    this.messages = messages;
    slice = new SlicePart(k, model, messages);
    slices = new Late(slice);
    seen = new SeenPart(model, thumbnail);
    about = new SourceCaption(k, model, messages);
    marks = new MarksPane(messages);
    marked = new Late(marks);
    marksMenu = new MarksMenu(k, model, messages, openMarks);
    SourceColour colour = SourceColour.of(k);
    getStyleClass().addAll("card", "source-pane", colour.styleClass());
    setId("source-" + colour.letter());

    badge.setText(colour.letter());
    badge.getStyleClass().add("badge");
    className.getStyleClass().add("class-field");
    className.setId("class-" + colour.letter());
    className.promptTextProperty().bind(messages.bind("class.none"));
    Typed.in(className, this::rename);
    HBox.setHgrow(className, Priority.ALWAYS);
    Explained.by(className, messages, "class");
    open.getStyleClass().addAll("icon-button", "flat");
    open.setOnAction(e -> openFile.run());
    String keys =
        switch (k) {
          case 0 -> Command.OPEN_A.keysText();
          case 1 -> Command.OPEN_B.keysText();
          default -> "";
        };
    Explained.by(open, named("source.open"), messages.bind("source.open.help"), keys);
    remove.getStyleClass().addAll("icon-button", "flat");
    remove.setId("remove-" + colour.letter());
    remove.setOnAction(e -> model.sources().remove(k));
    Explained.by(remove, named("source.remove"), messages.bind("source.remove.help"), "");
    head.getStyleClass().add("source-head");
    head.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("source-foot");
    foot.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setAlignment(Pos.CENTER_LEFT);

    Linked.withKeys(this, new Highlight.Source(k), model.sight());
    well.getStyleClass().add("thumbnail-well");
    well.setOnMousePressed(e -> model.sight().peek(k));
    well.setOnMouseReleased(e -> model.sight().endPeek());
    Explained.by(well, named("source.peek"), messages.bind("source.peek.help"), peekKeys());
    thumbnail.setManaged(false);
    well.widthProperty().addListener((p, o, n) -> place());
    well.heightProperty().addListener((p, o, n) -> place());
    Rectangle clip = new Rectangle();
    clip.setArcWidth(2 * ROUND);
    clip.setArcHeight(2 * ROUND);
    clip.widthProperty().bind(well.widthProperty());
    clip.heightProperty().bind(well.heightProperty());
    well.setClip(clip);

    caption.getStyleClass().add("caption");
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.setId("problem-" + colour.letter());
    problem.setContentDisplay(ContentDisplay.BOTTOM);
    choose.textProperty().bind(messages.bind("source.choose"));
    choose.setId("choose-" + colour.letter());
    choose.setOnAction(e -> openFile.run());
    Explained.by(choose, messages, "source.choose");
    dismiss.getStyleClass().addAll("icon-button", "flat");
    dismiss.setOnAction(e -> model.pictures().dismiss(k));
    StackPane.setAlignment(dismiss, Pos.TOP_RIGHT);
    Explained.by(dismiss, messages, "dismiss");
    busy.setMouseTransparent(true);
    // What went wrong keeps its line, however little room there is.
    failed.setMinSize(Region.USE_COMPUTED_SIZE, Region.USE_COMPUTED_SIZE);

    model.pictures().slotProperty(k).addListener((property, old, now) -> show());
    model.recipeProperty().addListener((property, old, now) -> showRecipe());
    model
        .revisionProperty()
        .subscribe(
            now -> {
              if (!Objects.equals(window(), seenThrough)) {
                show();
              }
            });
    messages
        .languageProperty()
        .addListener(
            (property, old, now) -> {
              show();
              showRecipe();
            });
    model.sight().marksShownProperty().subscribe(this::showMarks);
    arrange(Room.LARGE);
    show();
    showRecipe();
  }

  private Node busySign() {
    ProgressIndicator busy = new ProgressIndicator();
    busy.getStyleClass().add("busy-sign");
    busy.setId("busy-" + SourceColour.of(k).letter());
    busy.setMaxSize(BUSY, BUSY);
    busy.accessibleTextProperty().bind(messages.bind("source.reading"));
    return busy;
  }

  /// How much room a pane has.
  enum Room {
    /// The picture under its name.
    LARGE,
    /// The picture beside its name.
    SMALL
  }

  /// Lays the pane out for its room.
  void arrange(Room room) {
    boolean small = room == Room.SMALL;
    if (room == arranged) {
      return;
    }
    arranged = room;
    getChildren().clear();
    well.getChildren().setAll(thumbnail, marked, seen, busy);
    if (small) {
      head.getChildren().setAll(badge, className, marksMenu);
      foot.getChildren().setAll(caption, gap, open, remove);
      words.getChildren().setAll(head, slices, foot);
      HBox row = new HBox(well, words);
      row.getStyleClass().add("source-row");
      VBox.setVgrow(row, Priority.ALWAYS);
      getChildren().addAll(row, failed);
    } else {
      head.getChildren().setAll(badge, className, marksMenu, open, remove);
      foot.getChildren().setAll(caption);
      well.getChildren().add(failed);
      VBox.setVgrow(well, Priority.ALWAYS);
      getChildren().addAll(head, slices, well, foot);
    }
    pseudoClassStateChanged(SMALL, small);
    place();
  }

  /// The picture as it is small, null while there is none.
  @Nullable Image picture() {
    return thumbnail.getImage();
  }

  private String peekKeys() {
    return switch (k) {
      case 0 -> Command.PEEK_A.keysText();
      case 1 -> Command.PEEK_B.keysText();
      default -> "";
    };
  }

  private ObservableValue<String> named(String key) {
    return messages.languageProperty().map(now -> messages.get(key, SourceColour.of(k).letter()));
  }

  private String shownName() {
    List<Source> sources = model.recipe().sources();
    return messages.classNames(sources).of(sources.get(k).className());
  }

  private void rename() {
    String name = className.getText();
    // What is only shown so has another name.
    if (!name.equals(shownName())) {
      model.edit(r -> r.with(k, r.sources().get(k).withClassName(name)));
    }
    showRecipe();
  }

  private void showRecipe() {
    Recipe recipe = model.recipe();
    if (k < recipe.sources().size()) {
      String name = shownName();
      if (!name.equals(className.getText())) {
        className.setText(name);
      }
      remove.setVisible(model.sources().canRemove());
      remove.setManaged(model.sources().canRemove());
      boolean unused = k >= recipe.mixedSources().size();
      pseudoClassStateChanged(UNUSED, unused);
      showCaption();
    }
  }

  private void show() {
    Slot slot = model.pictures().slotProperty(k).get();
    Loaded loaded = slot.loaded();
    Window window = window();
    if (!Objects.equals(loaded, shown) || !Objects.equals(window, seenThrough)) {
      thumbnail.setImage(loaded == null ? null : image(loaded, window));
      shown = loaded;
      seenThrough = window;
      slice.show(loaded);
      place();
    }
    PictureException reason = slot.problem();
    problem.setText(reason == null ? "" : Problems.text(reason, messages));
    problem.setGraphic(reason != null && isAskedFor() ? choose : null);
    failure.setVisible(reason != null);
    reading.show(slot.reading());
    dismiss.setVisible(loaded != null);
    showCaption();
    showMarks();
  }

  /// The one of the mix, null where it has eight bits or is not there yet.
  private @Nullable Window window() {
    Prepared ready = model.pictures().prepared();
    Measure measure = ready == null ? null : ready.measure();
    return measure == null ? null : measure.window(model.recipe());
  }

  private static Image image(Loaded loaded, @Nullable Window window) {
    return ScreenImage.of(window == null ? loaded.thumbnail() : loaded.thumbnail(window));
  }

  /// Whether the recipe came from elsewhere and nobody knows where this picture is.
  private boolean isAskedFor() {
    List<Source> sources = model.recipe().sources();
    return k < sources.size() && Reference.at(sources.get(k).location()).isPresent();
  }

  private void showCaption() {
    Loaded loaded = shown;
    boolean unused = k >= model.recipe().mixedSources().size();
    caption.setText(
        unused ? messages.get("source.unused") : loaded == null ? "" : about.of(loaded.seen()));
  }

  /// Fills the well with the picture, centred.
  private void place() {
    Loaded loaded = shown;
    if (thumbnail.getImage() == null || loaded == null) {
      return;
    }
    Frame frame = loaded.seen().frame();
    double width = frame.width();
    double height = frame.height();
    double scale = Math.max(well.getWidth() / width, well.getHeight() / height);
    thumbnail.setFitWidth(width * scale);
    thumbnail.setFitHeight(height * scale);
    thumbnail.relocate(
        (well.getWidth() - width * scale) / 2, (well.getHeight() - height * scale) / 2);
    seen.show(frame);
    showMarks();
  }

  /// What is where lies on the thumbnail like the picture.
  private void showMarks() {
    ViewMarks known = model.pictures().slotProperty(k).get().marks();
    boolean wanted =
        known != null
            && thumbnail.getImage() != null
            && well.getWidth() > 0
            && model.sight().marksShownProperty().get();
    Frame frame = shown == null ? new Frame(1, 1) : shown.seen().frame();
    marks.show(
        wanted ? known : null,
        new Placement(
            frame,
            thumbnail.getLayoutX(),
            thumbnail.getLayoutY(),
            thumbnail.getFitWidth() / frame.width()),
        well.getWidth(),
        well.getHeight(),
        Highlight.Part.NOTHING,
        false);
  }
}
