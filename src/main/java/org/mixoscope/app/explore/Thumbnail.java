package org.mixoscope.app.explore;

import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.mixoscope.app.state.PoolModel;
import org.mixoscope.app.state.Thumbnails;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.ScreenImage;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.kernel.Pixels;

/// One picture of a folder. Under the pointer its halves say where a click puts it.
final class Thumbnail extends StackPane {
  static final double SIDE = 46;
  private static final double ROUND = 12;
  private static final int NONE = -1;
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final PoolModel pool;
  private final Thumbnails thumbnails;
  private final ImageView image = new ImageView();
  private final FontIcon broken = Icons.of(Feather.ALERT_TRIANGLE);
  private final HBox marks = new HBox();
  private final HBox halves;
  private int number = NONE;
  private String location = "";
  private Subscription request = Subscription.EMPTY;

  /// @param choose takes the pane and the number of the picture that is to be put into it
  Thumbnail(PoolModel pool, Thumbnails thumbnails, BiConsumer<Integer, Integer> choose) {
    this.pool = pool;
    this.thumbnails = thumbnails;
    getStyleClass().add("thumbnail");
    setMinSize(SIDE, SIDE);
    setMaxSize(SIDE, SIDE);
    image.setFitWidth(SIDE);
    image.setFitHeight(SIDE);
    Rectangle clip = new Rectangle(SIDE, SIDE);
    clip.setArcWidth(ROUND);
    clip.setArcHeight(ROUND);
    image.setClip(clip);
    marks.setAlignment(Pos.BOTTOM_LEFT);
    marks.setMouseTransparent(true);
    marks.getStyleClass().add("thumbnail-marks");
    halves = new HBox(half(0), half(1));
    halves.visibleProperty().bind(hoverProperty());
    getChildren().addAll(image, broken, marks, halves);
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        e -> {
          if (number != NONE && e.getButton() == MouseButton.PRIMARY) {
            choose.accept(e.getX() < getWidth() / 2 ? 0 : 1, number);
          }
        });
    // The list below would take the focus, and with it the arrow keys, at every click.
    addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    show(NONE);
  }

  private static Label half(int k) {
    SourceColour colour = SourceColour.of(k);
    Label half = new Label(colour.letter());
    half.getStyleClass().addAll("thumbnail-half", colour.styleClass());
    half.setMinSize(SIDE / 2, SIDE);
    return half;
  }

  /// Shows a picture of the pool, or nothing for a number that is none.
  void show(int wanted) {
    number = wanted < pool.pool().size() ? wanted : NONE;
    setVisible(number != NONE);
    String now = number == NONE ? "" : pool.pool().source(number).location();
    setId(number == NONE ? null : "thumbnail-" + number);
    if (now.equals(location)) {
      return;
    }
    location = now;
    request.unsubscribe();
    request = Subscription.EMPTY;
    broken.setVisible(false);
    image.setImage(null);
    if (number != NONE) {
      Pixels known = thumbnails.known(now);
      if (known == null) {
        request = thumbnails.request(now, this::show, failure -> broken.setVisible(true));
      } else {
        show(known);
      }
    }
  }

  private void show(Pixels pixels) {
    image.setImage(ScreenImage.of(pixels));
  }

  /// Marks the picture with the letters of the sources that it is.
  void mark(PoolModel.Position position, boolean current) {
    marks.getChildren().clear();
    for (int k = 0; number != NONE && k < position.numbers().size(); k++) {
      if (position.of(k) == number) {
        Label mark = new Label(SourceColour.of(k).letter());
        mark.getStyleClass().addAll("thumbnail-mark", SourceColour.of(k).styleClass());
        marks.getChildren().add(mark);
      }
    }
    pseudoClassStateChanged(CURRENT, current && number != NONE);
  }
}
