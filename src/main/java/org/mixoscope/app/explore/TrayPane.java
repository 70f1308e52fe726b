package org.mixoscope.app.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.KeptMix;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Tray;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.recipe.Recipe;

/// The kept mixes in a row.
final class TrayPane extends VBox {
  private static final int PAIR = 2;

  private final Desk desk;
  private final Tray tray;
  private final SideBySide sideBySide;
  private final HBox row = new HBox();
  private final Map<Recipe, TrayItem> items = new LinkedHashMap<>();
  private final Map<Recipe, KeptMix> mixes = new LinkedHashMap<>();
  private final List<Recipe> compared = new ArrayList<>();
  private Optional<TrayItem> held = Optional.empty();
  private boolean dragged;

  TrayPane(Desk desk, SideBySide sideBySide) {
    this.desk = desk;
    this.sideBySide = sideBySide;
    tray = desk.tray();
    setId("tray");
    getStyleClass().addAll("card", "tray");
    row.getStyleClass().add("tray-items");
    ScrollPane scroll = new ScrollPane(row);
    scroll.getStyleClass().add("bare-scroll");
    scroll.setFitToHeight(true);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    // While something is told the picture needs the room.
    scroll
        .visibleProperty()
        .bind(tray.openProperty().and(desk.model().sight().slowMotion().stepProperty().isNull()));
    scroll.managedProperty().bind(scroll.visibleProperty());
    getChildren().addAll(header(), scroll);
    row.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
    row.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
    row.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
    tray.kept().addListener((ListChangeListener<Recipe>) change -> show());
    sideBySide.setOnClosed(this::compareNone);
    show();
  }

  private HBox header() {
    Label count = new Label();
    count.textProperty().bind(Bindings.size(tray.kept()).asString());
    count.getStyleClass().add("caption");
    Label hint = new Label();
    hint.textProperty().bind(desk.messages().bind("tray.hint"));
    hint.getStyleClass().add("caption");
    hint.setMinWidth(0);
    hint.visibleProperty().bind(tray.openProperty());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button fold = new Button(null, Icons.of(Feather.CHEVRON_DOWN));
    fold.getStyleClass().addAll("icon-button", "flat");
    fold.setId("do-TRAY");
    fold.setOnAction(e -> desk.actions().run(Command.TRAY));
    tray.openProperty()
        .subscribe(
            open -> fold.setGraphic(Icons.of(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP)));
    Explained.by(fold, desk.messages(), Command.TRAY.key(), Command.TRAY.keysText());
    HBox header = new HBox(Card.title(desk.messages().bind("tray")), count, gap, hint, fold);
    header.getStyleClass().add("tray-header");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private void show() {
    items.keySet().retainAll(tray.kept());
    mixes.keySet().retainAll(tray.kept());
    for (Recipe recipe : tray.kept()) {
      if (!items.containsKey(recipe)) {
        items.put(recipe, item(recipe));
      }
    }
    List<Node> before = List.copyOf(row.getChildren());
    Optional<Node> focused = before.stream().filter(Node::isFocused).findFirst();
    row.getChildren().setAll(tray.kept().stream().map(items::get).toList());
    focused.ifPresent(node -> focus(node, before.indexOf(node)));
    compared.retainAll(tray.kept());
    showCompared();
  }

  /// An item, or what stands in its place now.
  private void focus(Node item, int place) {
    List<Node> now = row.getChildren();
    if (now.contains(item)) {
      item.requestFocus();
    } else if (!now.isEmpty()) {
      now.get(Math.min(place, now.size() - 1)).requestFocus();
    }
  }

  private TrayItem item(Recipe recipe) {
    TrayItem item = new TrayItem(recipe, desk.messages(), new OfTray());
    MixModel model = desk.model();
    // What comes from an earlier window begins at its first frame.
    boolean now = recipe.sources().equals(model.recipe().sources());
    int frame = now ? model.pictures().footage().frameProperty().get() : 0;
    desk.tasks()
        .run(
            () -> KeptMix.of(recipe, frame, desk.cache()),
            mix -> {
              mixes.put(recipe, mix);
              item.show(mix);
              showCompared();
            },
            failure -> item.showMissing());
    return item;
  }

  private final class OfTray implements TrayItem.Deeds {
    @Override
    public void bringBack(Recipe recipe) {
      compareNone();
      desk.model().edit(now -> recipe);
    }

    @Override
    public void compare(Recipe recipe) {
      if (!compared.remove(recipe)) {
        compared.add(recipe);
        if (compared.size() > PAIR) {
          compared.removeFirst();
        }
      }
      showCompared();
    }

    @Override
    public void move(Recipe recipe, int by) {
      tray.move(recipe, tray.kept().indexOf(recipe) + by);
    }

    @Override
    public void remove(Recipe recipe) {
      int place = tray.kept().indexOf(recipe);
      tray.remove(recipe);
      desk.toast()
          .offerUndo(
              desk.messages().get("tray.removed"),
              () -> {
                tray.keep(recipe, place);
                Objects.requireNonNull(items.get(recipe)).requestFocus();
              });
    }
  }

  private void compareNone() {
    compared.clear();
    showCompared();
  }

  private void showCompared() {
    items.forEach((recipe, item) -> item.mark(compared.contains(recipe)));
    sideBySide.show(compared.stream().filter(mixes::containsKey).map(mixes::get).toList());
  }

  private Optional<TrayItem> itemAt(MouseEvent event) {
    return row.getChildren().stream()
        .filter(item -> item.getBoundsInParent().contains(event.getX(), event.getY()))
        .map(TrayItem.class::cast)
        .findFirst();
  }

  private void press(MouseEvent event) {
    dragged = false;
    held = event.isPrimaryButtonDown() ? itemAt(event) : Optional.empty();
    if (event.isShiftDown() && held.isPresent()) {
      new OfTray().compare(held.get().recipe());
      held = Optional.empty();
      event.consume();
    }
  }

  /// An item that is dragged over another changes places with it.
  private void drag(MouseEvent event) {
    Optional<TrayItem> over = itemAt(event);
    if (held.isPresent() && over.isPresent() && !over.equals(held)) {
      tray.move(held.get().recipe(), row.getChildren().indexOf(over.get()));
      dragged = true;
    }
  }

  /// The end of a drag is no click.
  private void release(MouseEvent event) {
    if (dragged) {
      held.ifPresent(TrayItem::disarm);
      event.consume();
    }
    dragged = false;
    held = Optional.empty();
  }
}
