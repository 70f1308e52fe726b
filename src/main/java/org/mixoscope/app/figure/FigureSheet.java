package org.mixoscope.app.figure;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.DragHandle;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;

/// Where a figure is chosen, over everything: how it looks, what can be chosen, the command line
/// that writes the same file, and where it goes.
public final class FigureSheet extends StackPane {
  private static final double PART = 0.94;
  private static final double WIDEST = 1240;
  private static final double HIGHEST = 760;

  private final Desk desk;
  private final FigureModel model;
  private final Runnable closed;
  private final FigureChoices choices;
  private final ZoomedPicture zoomed;

  /// @param closed called after it has gone
  public FigureSheet(Desk desk, Runnable closed) {
    this.desk = desk;
    this.closed = closed;
    model = new FigureModel(desk);
    Messages messages = desk.messages();
    choices = new FigureChoices(model, messages);
    setId("figure-sheet");
    getStyleClass().add("sheet-backdrop");
    FigurePreview preview = new FigurePreview(model, messages);
    zoomed = preview.zoomed();
    BorderPane middle = new BorderPane(preview);
    middle.setRight(choices);
    VBox.setVgrow(middle, Priority.ALWAYS);
    VBox sheet = new VBox(head(messages), middle, foot(messages));
    sheet.getStyleClass().addAll("card", "sheet", "figure-sheet");
    sheet
        .maxWidthProperty()
        .bind(widthProperty().multiply(PART).map(w -> Math.min(WIDEST, w.doubleValue())));
    sheet
        .maxHeightProperty()
        .bind(heightProperty().multiply(PART).map(h -> Math.min(HIGHEST, h.doubleValue())));
    sheet.setOnMouseClicked(e -> e.consume());
    setOnMouseClicked(e -> close());
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    sceneProperty()
        .flatMap(scene -> scene.focusOwnerProperty())
        .subscribe(owner -> keepFocus(owner));
    getChildren().add(sheet);
    setVisible(false);
  }

  /// Shows the figure of what is in front.
  public void open() {
    setVisible(true);
    toFront();
    model.setOpen(true);
    choices.requestFocusOfFirst();
  }

  /// Goes; what was chosen stays.
  public void close() {
    setVisible(false);
    model.setOpen(false);
    closed.run();
  }

  private HBox head(Messages messages) {
    Button close = new Button(null, Icons.of(Feather.X));
    close.getStyleClass().addAll("icon-button", "flat");
    close.setId("figure-close");
    close.setOnAction(e -> close());
    Explained.by(close, messages, "figure.close", "Esc");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return line(Card.title(messages.bind("figure.sheet.title")), gap, close);
  }

  private VBox foot(Messages messages) {
    Label caption = new Label();
    caption.textProperty().bind(messages.bind("figure.same"));
    caption.getStyleClass().add("caption");
    TextField command = new TextField();
    command.setId("figure-command");
    command.setEditable(false);
    command.getStyleClass().add("figure-command");
    Explained.by(command, messages, "figure.same");
    HBox.setHgrow(command, Priority.ALWAYS);
    model.shotProperty().subscribe(now -> command.setText(model.command()));
    Button copyCommand = button("figure.same.copy", Feather.TERMINAL, "");
    copyCommand.setOnAction(e -> copy(model.command()));
    Button copy = named("figure.copy", Feather.COPY, Command.COPY_FIGURE.keysText());
    copy.setOnAction(e -> desk.figures().copy());
    Button save = named("figure.save", Feather.DOWNLOAD, Command.EXPORT.keysText());
    save.getStyleClass().add("accent");
    save.setOnAction(e -> desk.figures().save());
    DragHandle drag = new DragHandle(desk, "drag.figure", desk.figures()::lent);
    copy.disableProperty().bind(model.shotProperty().isNull());
    save.disableProperty().bind(model.shotProperty().isNull());
    VBox foot = new VBox(caption, line(command, copyCommand, drag, copy, save));
    foot.getStyleClass().add("figure-foot");
    return foot;
  }

  private Button named(String key, Ikon icon, String keys) {
    Button button = button(key, icon, keys);
    button.textProperty().bind(desk.messages().bind(key));
    return button;
  }

  private Button button(String key, Ikon icon, String keys) {
    Messages messages = desk.messages();
    Button button = new Button(null, Icons.of(icon));
    button.getStyleClass().add("icon-button");
    button.setId(key.replace('.', '-'));
    button.setMinWidth(Region.USE_PREF_SIZE);
    return Explained.by(button, messages, key, keys);
  }

  private static HBox line(Node... nodes) {
    HBox line = new HBox(nodes);
    line.getStyleClass().add("figure-line");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    String what = desk.messages().get(Command.COPY_CLI.key());
    desk.toast().inform(desk.messages().get("copied.code", what));
  }

  private void press(KeyEvent event) {
    if (Command.FIGURE.matches(event)) {
      close();
    } else if (Command.EXPORT.matches(event)) {
      desk.figures().save();
    } else if (Command.COPY_FIGURE.matches(event)) {
      desk.figures().copy();
    } else if (isTyping(event) || !zooms(event)) {
      return;
    }
    event.consume();
  }

  private static boolean isTyping(KeyEvent event) {
    return event.getTarget() instanceof TextInputControl;
  }

  private boolean zooms(KeyEvent event) {
    if (Command.ZOOM_IN.matches(event)) {
      zoomed.larger();
    } else if (Command.ZOOM_OUT.matches(event)) {
      zoomed.smaller();
    } else if (Command.ZOOM_FIT.matches(event)) {
      zoomed.fit();
    } else if (event.getCode() == KeyCode.DIGIT1 && !event.isShortcutDown()) {
      zoomed.one();
    } else {
      return false;
    }
    return true;
  }

  /// Tab walks round in the sheet: what lies behind it cannot be seen.
  private void keepFocus(@Nullable Node owner) {
    boolean inside = false;
    for (Node node = owner; node != null; node = node.getParent()) {
      inside |= node == this;
    }
    if (isVisible() && !inside) {
      choices.requestFocusOfFirst();
    }
  }
}
