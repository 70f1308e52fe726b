package org.mixoscope.app.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.SamplePair;
import org.mixoscope.app.state.Thumbnails;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ScreenImage;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.kernel.Pixels;

/// Pairs of sample pictures to begin with, each shown as the half of one beside the half of the
/// other.
final class PairsPane extends VBox {
  private static final double SIDE = 44;
  private static final double ROUND = 12;

  private final Map<Sample, List<ImageView>> halves = new LinkedHashMap<>();

  PairsPane(Desk desk) {
    MixModel model = desk.model();
    Messages messages = desk.messages();
    getStyleClass().add("card");
    FlowPane flow = new FlowPane();
    flow.getStyleClass().add("pairs");
    for (SamplePair pair : SamplePair.ALL) {
      Button button = new Button();
      button.getStyleClass().add("pair");
      button.setGraphic(new HBox(half(pair.a(), 0), half(pair.b(), 1)));
      button.setId("pair-" + pair.a().name() + "-" + pair.b().name());
      button
          .accessibleTextProperty()
          .bind(
              messages
                  .languageProperty()
                  .map(now -> messages.classNames(pair.sources()).of(pair.names()))
                  .map(names -> String.join(" + ", names)));
      button.setOnAction(e -> model.sources().use(pair.sources()));
      flow.getChildren().add(button);
    }
    Button folder = new Button(null, Icons.of(Feather.FOLDER));
    folder.getStyleClass().addAll("icon-button", "flat");
    folder.setId("do-OPEN_FOLDER");
    folder.setOnAction(e -> desk.actions().run(Command.OPEN_FOLDER));
    Explained.by(folder, messages, Command.OPEN_FOLDER.key(), Command.OPEN_FOLDER.keysText());
    Label title = Card.title(messages.bind("pairs"));
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox header = new HBox(title, new RecentMenu(desk, true), folder);
    header.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(header, flow);
  }

  /// Has the samples read and shown.
  void load(SourceReader reader, TaskRunner tasks) {
    halves.forEach(
        (sample, views) ->
            tasks.run(
                () -> Thumbnails.read(reader, sample.location()),
                small -> views.forEach(view -> show(small, view)),
                failure -> views.forEach(view -> view.setVisible(false))));
  }

  private static void show(Pixels thumbnail, ImageView view) {
    view.setImage(ScreenImage.of(thumbnail));
    view.setViewport(ScreenImage.middle(thumbnail, 0.5));
  }

  /// The left or right half of a square thumbnail.
  private ImageView half(Sample sample, int side) {
    ImageView view = new ImageView();
    view.setFitHeight(SIDE);
    view.setFitWidth(SIDE / 2);
    Rectangle clip = new Rectangle(side == 0 ? 0 : -SIDE / 2, 0, SIDE, SIDE);
    clip.setArcWidth(ROUND);
    clip.setArcHeight(ROUND);
    view.setClip(clip);
    halves.computeIfAbsent(sample, s -> new ArrayList<>()).add(view);
    return view;
  }
}
