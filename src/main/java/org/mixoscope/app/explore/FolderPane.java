package org.mixoscope.app.explore;

import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.PoolModel;
import org.mixoscope.app.state.PoolModel.Listing;
import org.mixoscope.app.state.PoolModel.Position;
import org.mixoscope.app.state.Thumbnails;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Problems;

/// The folder that is open: its pictures, where in it the mix is, and buttons to go on.
final class FolderPane extends VBox {
  private static final double SCROLL_BAR = 12;

  private final PoolModel pool;
  private final Messages messages;
  private final Actions actions;
  private final Label title = Card.title();
  private final Label where = new Label();
  private final Label problem = new Label();
  private final StackPane failure;
  private final Label unreadable = new Label();
  private final HBox steps;
  private final ThumbnailGrid grid;

  FolderPane(Desk desk, Thumbnails thumbnails) {
    pool = desk.pool();
    messages = desk.messages();
    actions = desk.actions();
    getStyleClass().addAll("card", "folder-pane");
    setId("folder-pane");
    title.setMaxWidth(Double.MAX_VALUE);
    title.setId("folder-name");
    HBox.setHgrow(title, Priority.ALWAYS);
    Button close = icon(Feather.X);
    close.setId("folder-close");
    close.setOnAction(e -> pool.close());
    HBox head =
        new HBox(
            title,
            new RecentMenu(desk, false),
            button(Command.OPEN_FOLDER, Feather.FOLDER),
            Explained.by(close, messages, "folder.close"));
    head.setAlignment(Pos.CENTER_LEFT);
    where.setId("folder-position");
    where.getStyleClass().add("caption");
    where.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(where, Priority.ALWAYS);
    steps =
        new HBox(
            where,
            button(Command.PREVIOUS_PAIR, Feather.CHEVRON_LEFT),
            button(Command.NEXT_PAIR, Feather.CHEVRON_RIGHT),
            button(Command.RANDOM_PAIR, Feather.SHUFFLE));
    steps.setAlignment(Pos.CENTER_LEFT);
    problem.getStyleClass().add("problem");
    problem.setId("folder-problem");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    Button dismiss = icon(Feather.X);
    dismiss.setOnAction(e -> pool.dismiss());
    failure = new StackPane(problem, Explained.by(dismiss, messages, "dismiss"));
    StackPane.setAlignment(dismiss, Pos.TOP_RIGHT);
    unreadable.getStyleClass().add("caption");
    unreadable.setWrapText(true);
    grid = new ThumbnailGrid(pool, thumbnails, messages);
    // Its scroll bar lies beside the pictures, where the card has nothing.
    VBox.setMargin(grid, new Insets(0, -SCROLL_BAR, 0, 0));
    getChildren().addAll(head, failure, steps, grid, unreadable);
    Stream.of(failure, steps, grid, unreadable)
        .forEach(node -> node.managedProperty().bind(node.visibleProperty()));
    messages.languageProperty().subscribe(this::show);
    pool.listingProperty().subscribe(this::list);
    pool.openingProperty().subscribe(this::show);
    pool.problemProperty().subscribe(this::show);
    pool.positionProperty().subscribe(this::show);
  }

  private void list(@Nullable Listing listing) {
    if (listing != null) {
      grid.refill();
    }
    show();
  }

  private void show() {
    Listing listing = pool.listingProperty().get();
    Path opening = pool.openingProperty().get();
    Exception reason = pool.problemProperty().get();
    Path named = opening != null || listing == null ? opening : listing.root();
    String split = opening != null || listing == null ? null : listing.split();
    title.setText(
        named == null
            ? messages.get("folder")
            : split == null ? name(named) : name(named) + " · " + split);
    problem.setText(reason == null ? "" : Problems.text(reason, messages));
    failure.setVisible(reason != null);
    grid.setVisible(listing != null);
    steps.setVisible(listing != null || opening != null);
    where.setText(opening != null ? messages.get("folder.opening") : position(listing));
    steps
        .getChildren()
        .forEach(node -> node.setDisable(node instanceof Button && !pool.isComplete()));
    int left = listing == null ? 0 : listing.unreadable();
    unreadable.setText(messages.get("folder.unreadable", left));
    unreadable.setVisible(left > 0);
  }

  private static String name(Path folder) {
    return Objects.requireNonNullElse(folder.getFileName(), folder).toString();
  }

  private String position(@Nullable Listing listing) {
    if (listing == null) {
      return "";
    }
    Position position = pool.positionProperty().get();
    String size = number(position.size());
    if (!listing.complete()) {
      return messages.get("folder.listing", size);
    }
    if (!position.group()) {
      return messages.get("folder.numbers", place(position.of(0)), place(position.of(1)), size);
    }
    String key = position.numbers().size() == 2 ? "folder.number" : "folder.group";
    return messages.get(key, number(position.of(0) + 1), size);
  }

  private static String place(int number) {
    return number < 0 ? "–" : number(number + 1);
  }

  private static String number(int count) {
    return NumberFormat.getIntegerInstance(Locale.ROOT).format(count);
  }

  private Node button(Command command, Ikon icon) {
    Button button = icon(icon);
    button.setId("do-" + command.name());
    button.setOnAction(e -> actions.run(command));
    return Explained.by(button, messages, command.key(), command.keysText());
  }

  private static Button icon(Ikon icon) {
    Button button = new Button(null, Icons.of(icon));
    button.getStyleClass().addAll("icon-button", "flat");
    return button;
  }
}
