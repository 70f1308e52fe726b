package org.mixoscope.app;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.explore.PresenterPane;
import org.mixoscope.app.figure.FigureSheet;
import org.mixoscope.app.state.Presented;
import org.mixoscope.app.ui.Glossary;
import org.mixoscope.app.ui.WhileVisible;

/// What lies over all screens at times: the presenter's page, the sheet of keys, what the program
/// is, the sheet of figures, the palette. Each is made when it is first asked for.
final class Overlays extends StackPane {
  private final Desk desk;
  private final Deck deck;
  private final Runnable focus;
  private final ReadOnlyObjectWrapper<@Nullable AudiencePage> presenter =
      new ReadOnlyObjectWrapper<>();
  private @Nullable KeysSheet keys;
  private @Nullable AboutSheet about;
  private @Nullable Palette palette;
  private @Nullable FigureSheet figure;

  /// @param focus gives the keys back to the window
  Overlays(Desk desk, Deck deck, Runnable focus) {
    this.desk = desk;
    this.deck = deck;
    this.focus = focus;
    // Where there is none, the mouse is for what lies below.
    setPickOnBounds(false);
    desk.actions().put(Command.KEYS, () -> showKeys(keys == null || !keys.isVisible()));
    desk.actions().put(Command.ABOUT, this::openAbout);
    desk.actions().put(Command.PALETTE, this::openPalette);
    desk.actions().put(Command.FIGURE, this::openFigure);
    desk.actions().put(Command.PRESENT, () -> present(presenter.get() == null));
    Glossary glossary = new Glossary(desk.messages());
    desk.actions().put(Command.GLOSSARY, () -> glossary.ask(anchor()));
    // Elsewhere there is no page of theirs.
    put(Command.PRESENT_SOURCES, now -> now.withSources(!now.sources()));
    put(Command.TYPE_LARGER, now -> now.larger(1));
    put(Command.TYPE_SMALLER, now -> now.larger(-1));
    deck.frontProperty().addListener((property, old, now) -> follow());
  }

  private void put(Command command, UnaryOperator<Presented> change) {
    ObjectProperty<Presented> presented = desk.model().sight().presentedProperty();
    desk.actions()
        .put(
            command,
            () -> {
              if (presenter.get() != null) {
                presented.set(change.apply(presented.get()));
              }
            },
            presenter.isNotNull());
  }

  /// Where words are explained that no control asks for: at the sign of help, if it is to be seen.
  private Node anchor() {
    return anchor(Command.KEYS);
  }

  /// The button of a command, if it is to be seen; else all of this.
  Node anchor(Command command) {
    Node button = getScene().lookup("#do-" + command.name());
    return button != null && WhileVisible.of(button).getValue() ? button : this;
  }

  /// The presenter's page, which hides all screens; null while there is none.
  ReadOnlyObjectProperty<@Nullable AudiencePage> presenterProperty() {
    return presenter.getReadOnlyProperty();
  }

  /// Whether all keys are for the palette, the sheet of figures or the list of licences.
  boolean takesKeys() {
    return isFigureOpen() || isOpen(palette) || isOpen(about);
  }

  private static boolean isOpen(@Nullable Node sheet) {
    return sheet != null && sheet.isVisible();
  }

  private boolean isFigureOpen() {
    return isOpen(figure);
  }

  /// Takes the topmost away.
  ///
  /// @return whether there was one
  boolean close() {
    if (palette != null && palette.isVisible()) {
      palette.close();
      return true;
    }
    if (figure != null && figure.isVisible()) {
      figure.close();
      return true;
    }
    if (about != null && about.isVisible()) {
      about.setVisible(false);
      return true;
    }
    if (keys != null && keys.isVisible()) {
      showKeys(false);
      return true;
    }
    boolean presents = presenter.get() != null;
    if (presents) {
      present(false);
    }
    return presents;
  }

  /// Lets an audience see a key, and what it does.
  void echo(KeyEvent event, Optional<Command> command) {
    AudiencePage page = presenter.get();
    if (page != null && !event.getCode().isModifierKey()) {
      page.echo(
          command.map(Command::keysText).orElseGet(() -> event.getCode().getName()),
          command.map(c -> desk.messages().get(c.key())).orElse(""));
    }
  }

  private void showKeys(boolean show) {
    KeysSheet sheet = keys;
    if (sheet == null && show) {
      sheet = new KeysSheet(desk.messages());
      keys = sheet;
      getChildren().add(sheet);
    }
    if (sheet != null) {
      sheet.setVisible(show);
    }
  }

  private void openAbout() {
    AboutSheet sheet = about;
    if (sheet == null) {
      sheet = new AboutSheet(desk.messages());
      about = sheet;
      getChildren().add(sheet);
    }
    showKeys(false);
    sheet.open();
  }

  private void openPalette() {
    Palette sheet = palette;
    if (sheet == null) {
      sheet = new Palette(desk.messages(), () -> Offers.of(desk, deck::has, deck::run), focus);
      palette = sheet;
      getChildren().add(sheet);
    }
    sheet.toFront();
    sheet.open();
  }

  /// Messages appear over the sheet as long as it is there.
  private void openFigure() {
    FigureSheet sheet = figure;
    if (sheet == null) {
      sheet =
          new FigureSheet(
              desk,
              () -> {
                deck.takeMessages();
                focus.run();
              });
      figure = sheet;
      getChildren().add(sheet);
    }
    sheet.open();
    desk.toast().showOver(sheet);
  }

  /// The page of the screen in front, else that of the mix.
  private AudiencePage page() {
    Optional<Region> own = deck.screen().presented();
    return new AudiencePage(desk, own.orElseGet(() -> new PresenterPane(desk)), own.isPresent());
  }

  private void turn(@Nullable AudiencePage page) {
    AudiencePage before = presenter.get();
    if (before != null) {
      getChildren().remove(before);
    }
    if (page != null) {
      getChildren().addFirst(page);
    }
    presenter.set(page);
  }

  /// The screen in front is another one.
  private void follow() {
    AudiencePage now = presenter.get();
    if (now != null && (now.isOfScreen() || deck.screen().presented().isPresent())) {
      turn(page());
    }
  }

  /// Shows the presenter's page over all screens, the window filling the display, or goes back.
  private void present(boolean on) {
    turn(on ? page() : null);
    boolean told = desk.model().sight().slowMotion().stepProperty().get() != null;
    if (!on && told && deck.frontProperty().get() != Command.EXPLORE) {
      desk.player().stop(); // No other screen tells it.
    }
    if (getScene() != null && getScene().getWindow() instanceof Stage stage) {
      stage.setFullScreenExitHint("");
      stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
      stage.setFullScreen(on);
    }
    focus.run();
  }
}
