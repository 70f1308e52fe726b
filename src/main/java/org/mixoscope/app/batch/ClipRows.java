package org.mixoscope.app.batch;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.app.ui.Picker;
import org.mixoscope.app.ui.TypedNumber;
import org.mixoscope.app.ui.TypedReason;
import org.mixoscope.app.ui.ValueField;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.method.Method;

/// How the draws of clips run over their frames, and how many of these there are. Only where there
/// are clips.
final class ClipRows extends VBox {
  private final BatchModel model;
  private final Picker<CourseType> along;
  private final ValueField frames;
  private final ValueField rate;

  ClipRows(BatchModel model, Messages messages) {
    this.model = model;
    along =
        new Picker<>(
            "batch-along",
            List.of(CourseType.values()),
            course -> messages.get("course." + course.id() + (areVolumes() ? ".slices" : "")),
            course -> model.makeClips(c -> c.with(course)),
            messages);
    frames = new ValueField("batch-frames", messages, this::takeFrames);
    rate = new ValueField("batch-rate", messages, this::takeRate);
    frames.promptTextProperty().bind(messages.bind("batch.frames.own"));
    frames.getStyleClass().add("batch-number");
    rate.getStyleClass().add("batch-number");
    getStyleClass().add("batch-reading");
    getChildren()
        .addAll(
            OptionRow.of(messages, "batch.along", along),
            OptionRow.of(messages, "batch.frames", frames, "batch.rate", rate));
    model.optionsProperty().subscribe(this::show);
    model.exploreProperty().subscribe(this::show);
    model.surveyProperty().subscribe(this::show);
  }

  private void takeFrames(String typed) {
    if (typed.isEmpty()) {
      model.makeClips(c -> c.withFrames(null));
    } else {
      TypedNumber.whole(
              1,
              ClipMaking.MOST_FRAMES,
              n -> model.makeClips(c -> c.withFrames(Math.toIntExact(n))))
          .accept(typed);
    }
  }

  private void takeRate(String typed) {
    double value = TypedNumber.of(typed);
    if (!(value >= ClipMaking.LEAST_RATE && value <= ClipMaking.MOST_RATE)) {
      throw new RefusedException(
          TypedReason.NOT_WITHIN.of(
              typed,
              BatchText.plain(ClipMaking.LEAST_RATE),
              BatchText.plain(ClipMaking.MOST_RATE)));
    }
    model.makeClips(c -> c.withRate(value));
  }

  private Other.@Nullable Clips clips() {
    Survey survey = model.surveyProperty().get();
    return survey != null && survey.other() instanceof Other.Clips clips ? clips : null;
  }

  private boolean areVolumes() {
    Other.Clips clips = clips();
    return clips != null && clips.areVolumes();
  }

  private void show() {
    boolean isThere = clips() != null;
    OptionRow.present(this, isThere);
    ClipMaking making = model.optionsProperty().get().others().clips();
    Integer count = making.frames();
    frames.show(count == null ? "" : count.toString());
    rate.show(BatchText.plain(making.rate()));
    if (isThere) {
      offer(making);
    }
  }

  /// What suits the method; and what is chosen, which is refused below if it does not.
  private void offer(ClipMaking making) {
    Method method =
        Other.Clips.method(model.optionsProperty().get().making().policy().policy(model.recipe()));
    CourseType chosen = method == null ? making.along() : making.along(method, areVolumes());
    along.offer(
        Stream.of(CourseType.values())
            .filter(course -> course == chosen || (method != null && course.suits(method)))
            .toList(),
        chosen);
  }
}
