package org.mixoscope.app.explore;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.marks.MarksPane;
import org.mixoscope.app.marks.Placement;
import org.mixoscope.app.state.Highlight;
import org.mixoscope.app.state.KeptMix;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Moment;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.state.View;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ScreenImage;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.kernel.Frame;
import org.mixoscope.recipe.Mix;

/// Two mixes beside each other, in place of the large picture: two kept ones, or a kept one and
/// that of the moment.
final class SideBySide extends StackPane {
  private static final double FACTS = 110;
  private static final double GAP = 28;

  private final MixModel model;
  private final Messages messages;
  private final HBox pair = new HBox();
  private List<KeptMix> kept = List.of();
  private Runnable onClosed = () -> {};

  SideBySide(MixModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    setId("side-by-side");
    getStyleClass().add("side-by-side");
    pair.getStyleClass().add("side-pair");
    pair.setAlignment(Pos.CENTER);
    Button close = new Button(null, Icons.of(Feather.X));
    close.getStyleClass().addAll("icon-button", "flat");
    close.setOnAction(e -> onClosed.run());
    Explained.by(close, messages, "tray.close");
    StackPane.setAlignment(close, Pos.TOP_RIGHT);
    getChildren().addAll(pair, close);
    WhileVisible.follow(
        this,
        () -> show(kept),
        model.revisionProperty(),
        model.sight().marksShownProperty(),
        messages.languageProperty());
  }

  void setOnClosed(Runnable action) {
    onClosed = action;
  }

  /// Shows two, or one beside the mix of the moment, or for none the large picture again.
  void show(List<KeptMix> mixes) {
    kept = List.copyOf(mixes);
    setVisible(!kept.isEmpty());
    Mix mix = model.mix();
    Prepared ready = model.pictures().prepared();
    if (kept.isEmpty()) {
      pair.getChildren().clear();
    } else if (kept.size() == 1 && mix != null && ready != null) {
      KeptMix now =
          KeptMix.of(
              model.recipe(),
              model.pictures().moment(),
              mix,
              ready,
              model.mixedPixels(),
              model.marks(View.MIXED));
      pair.getChildren().setAll(card(messages.get("tray.now"), now), card("1", kept.getFirst()));
    } else {
      pair.getChildren()
          .setAll(
              Stream.of(0, 1).limit(kept.size()).map(k -> card(k + 1 + "", kept.get(k))).toList());
    }
  }

  private Node card(String name, KeptMix mix) {
    Label title = Card.title();
    String method = name + " · " + messages.get("method." + mix.recipe().method().type().id());
    Moment moment = mix.moment();
    title.setText(moment == null ? method : method + " · " + moment.name(messages));
    Label lambda =
        new Label(
            "λ %s   λ̂ %s"
                .formatted(LabelBar.number(mix.lambda()), LabelBar.number(mix.effectiveLambda())));
    lambda.getStyleClass().add("readout");
    LabelBar bar = new LabelBar(true);
    bar.show(
        messages.classNames(mix.recipe().sources()).of(mix.classes()),
        mix.label(),
        SourceColour.ofClasses(mix.recipe()));
    VBox card = new VBox(title, picture(mix), lambda, bar);
    card.getStyleClass().add("side-card");
    card.setAlignment(Pos.CENTER_LEFT);
    card.prefWidthProperty().bind(widthProperty().subtract(3 * GAP).divide(2));
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private Node picture(KeptMix mix) {
    ImageView image = new ImageView(ScreenImage.of(mix.picture()));
    image.setPreserveRatio(true);
    image.fitWidthProperty().bind(widthProperty().subtract(3 * GAP).divide(2));
    image.fitHeightProperty().bind(heightProperty().subtract(FACTS + 2 * GAP));
    MarksPane marks = new MarksPane(messages);
    StackPane frame = new StackPane(image, marks);
    frame.setMinSize(0, 0);
    image.boundsInParentProperty().subscribe(place -> mark(mix, place, marks));
    return frame;
  }

  private void mark(KeptMix mix, Bounds place, MarksPane marks) {
    Frame frame = mix.picture().frame();
    marks.show(
        model.sight().marksShownProperty().get() ? mix.marks() : null,
        new Placement(frame, place.getMinX(), place.getMinY(), place.getWidth() / frame.width()),
        place.getMaxX(),
        place.getMaxY(),
        Highlight.Part.NOTHING,
        true);
  }
}
