package org.mixoscope.app.explore;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.Footage;
import org.mixoscope.app.state.Moment;
import org.mixoscope.app.state.Pace;
import org.mixoscope.app.state.Pictures;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Picker;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.clip.ClipMix;
import org.mixoscope.clip.Timing;

/// Plays clips and chooses the frame that is shown, and how the draw runs over them. There only
/// while a source is a clip.
final class ClipBar extends VBox {
  private final Pictures pictures;
  private final Footage footage;
  private final Messages messages;
  private final Actions actions;
  private final Slider slider = new Slider(1, 2, 1);
  private final Label place = new Label();
  private final BriefLabel pace = new BriefLabel();
  private final Picker<Double> speed;
  private boolean showing;

  ClipBar(Desk desk) {
    pictures = desk.model().pictures();
    footage = pictures.footage();
    messages = desk.messages();
    actions = desk.actions();
    getStyleClass().add("clip-bar");
    setId("clip-bar");
    Button play = button(Command.CLIP_PLAY, Feather.PLAY);
    footage
        .playingProperty()
        .subscribe(on -> play.setGraphic(Icons.of(on ? Feather.PAUSE : Feather.PLAY)));
    slider.setId("clip-frame");
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setMinWidth(60);
    HBox.setHgrow(slider, Priority.ALWAYS);
    Explained.by(slider, messages, "clip.frame");
    slider
        .valueProperty()
        .subscribe(
            () -> {
              if (!showing) {
                footage.seek((int) Math.rint(slider.getValue()) - 1);
              }
            });
    ToggleButton loop = new ToggleButton(null, Icons.of(Feather.REPEAT));
    loop.setId("clip-loop");
    loop.getStyleClass().addAll("icon-button", "flat");
    loop.setMinWidth(Region.USE_PREF_SIZE);
    loop.selectedProperty().bindBidirectional(footage.loopingProperty());
    Explained.by(loop, messages, "clip.loop");
    speed =
        new Picker<>(
            "clip-speed", Footage.SPEEDS, ClipBar::times, footage.speedProperty()::set, messages);
    speed.setMinWidth(Region.USE_PREF_SIZE);
    Explained.by(speed, messages, "clip.speed");
    footage.speedProperty().subscribe(now -> speed.show(now.doubleValue()));
    place.setId("clip-place");
    place.getStyleClass().addAll("caption", "mono");
    place.setMinWidth(Region.USE_PREF_SIZE);
    HBox moving =
        new HBox(
            play,
            button(Command.CLIP_PREVIOUS, Feather.CHEVRON_LEFT),
            slider,
            button(Command.CLIP_NEXT, Feather.CHEVRON_RIGHT),
            place,
            loop,
            speed);
    moving.getStyleClass().add("clip-row");
    moving.setAlignment(Pos.CENTER_LEFT);
    pace.setId("clip-pace");
    Explained.by(pace, pace.textProperty(), messages.bind("clip.pace.help"), "");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox course =
        new HBox(
            new CoursePart(desk.model(), messages),
            gap,
            pace,
            button(Command.SAVE_CLIP, Feather.FILM));
    course.getStyleClass().add("clip-row");
    course.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(moving, course);
    WhileVisible.follow(
        this,
        this::show,
        footage.frameProperty(),
        footage.timingProperty(),
        footage.paceProperty(),
        messages.languageProperty());
  }

  private Button button(Command command, Ikon icon) {
    Button button = new Button(null, Icons.of(icon));
    button.getStyleClass().addAll("icon-button", "flat");
    button.setId("clip-" + command.name());
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> actions.run(command));
    return Explained.by(button, messages, command.key(), command.keysText());
  }

  private static String times(double speed) {
    return List.of(1.0, 2.0).contains(speed) ? (int) speed + "×" : speed + "×";
  }

  private void show() {
    Timing all = footage.timingProperty().get();
    if (all == null) {
      return;
    }
    int frame = footage.frameProperty().get();
    showing = true;
    slider.setMax(Math.max(2, all.frames()));
    slider.setValue(frame + 1);
    showing = false;
    Moment moment = pictures.moment();
    place.setText(
        messages.get(
            moment != null && moment.isVolume() ? "clip.place.slice" : "clip.place",
            Integer.toString(frame + 1),
            Integer.toString(all.frames()),
            ClipMix.seconds(all.start(Math.min(frame, all.frames() - 1)) / 1e6)));
    Pace now = footage.paceProperty().get();
    pace.setVisible(now != null);
    if (now != null) {
      String shown = Integer.toString(now.shown());
      String wanted = Integer.toString(now.wanted());
      pace.show(
          messages.get(now.half() ? "clip.pace" : "clip.pace.whole", shown, wanted),
          messages.get("clip.pace.brief", shown, wanted));
    }
  }
}
