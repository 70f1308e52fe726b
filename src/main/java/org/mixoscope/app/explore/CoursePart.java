package org.mixoscope.app.explore;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Moment;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Picker;
import org.mixoscope.app.ui.TypedNumber;
import org.mixoscope.app.ui.ValueField;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.clip.Timing;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.course.AllFrames;
import org.mixoscope.kernel.course.ChangingLambda;
import org.mixoscope.kernel.course.Course;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.course.Cuboid;
import org.mixoscope.kernel.course.FrameRun;
import org.mixoscope.kernel.course.MovingBox;
import org.mixoscope.kernel.course.WholeField;
import org.mixoscope.recipe.Recipe;

/// How the draw runs over the frames of clips, with the numbers that such a course has of its own.
final class CoursePart extends HBox {
  private final MixModel model;
  private final Picker<CourseType> type;
  private final HBox fields = new HBox();
  private final ValueField from;
  private final ValueField to;
  private final ValueField u;
  private final ValueField v;
  private final ValueField lambda;

  CoursePart(MixModel model, Messages messages) {
    this.model = model;
    getStyleClass().add("clip-row");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    type =
        new Picker<>(
            "course",
            Stream.of(CourseType.values()).toList(),
            one -> messages.get("course." + one.id() + (isVolume() ? ".slices" : "")),
            one -> model.edit(r -> r.along(one)),
            messages);
    Explained.by(type, messages, "course");
    from = frameField("course-from", messages, first -> run(first, Math.max(first, last())));
    to = frameField("course-to", messages, last -> run(Math.min(first(), last), last));
    u =
        new ValueField(
            "course-u",
            messages,
            TypedNumber.below(1, x -> box(x, Objects.requireNonNull(end()).v())));
    v =
        new ValueField(
            "course-v",
            messages,
            TypedNumber.below(1, y -> box(Objects.requireNonNull(end()).u(), y)));
    lambda =
        new ValueField(
            "course-lambda",
            messages,
            typed -> {
              double value = TypedNumber.of(typed);
              model.edit(r -> r.with(new ChangingLambda(value)));
            });
    for (ValueField field : new ValueField[] {from, to, u, v, lambda}) {
      field.getStyleClass().add("value-field");
    }
    Explained.by(from, messages, "course.run");
    Explained.by(to, messages, "course.run");
    Explained.by(u, messages, "course.end");
    Explained.by(v, messages, "course.end");
    Explained.by(lambda, messages, "course.end-lambda");
    fields.getStyleClass().add("clip-row");
    fields.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(type, fields);
    WhileVisible.follow(this, this::show, model.revisionProperty(), messages.languageProperty());
  }

  private ValueField frameField(String id, Messages messages, Consumer<Integer> take) {
    return new ValueField(
        id,
        messages,
        typed ->
            TypedNumber.whole(1, Math.max(1, frames()), number -> take.accept((int) number))
                .accept(typed));
  }

  private int frames() {
    Timing all = model.pictures().footage().timingProperty().get();
    return all == null ? 0 : all.frames();
  }

  private boolean isVolume() {
    Moment moment = model.pictures().moment();
    return moment != null && moment.isVolume();
  }

  private Course course() {
    Course along = model.recipe().along();
    return along == null ? new AllFrames() : along;
  }

  private @Nullable MovingBox end() {
    return course() instanceof MovingBox box ? box : null;
  }

  private void box(double x, double y) {
    model.edit(r -> r.with(new MovingBox(x, y)));
  }

  /// Of frames that have something of B, counted from 1; those that are wholly A's are none.
  private int[] ofB() {
    Recipe recipe = model.recipe();
    int frames = frames();
    return IntStream.range(0, frames)
        .filter(
            t -> {
              Region box = recipe.at(t, frames).draw().region();
              return box == null || box.x2() > box.x1();
            })
        .map(t -> t + 1)
        .toArray();
  }

  private int first() {
    int[] ofB = ofB();
    return ofB.length == 0 ? 1 : ofB[0];
  }

  private int last() {
    int[] ofB = ofB();
    return ofB.length == 0 ? 1 : ofB[ofB.length - 1];
  }

  /// The run has these frames: its length says λ, as a run is drawn.
  private void run(int first, int last) {
    int frames = frames();
    int length = last - first + 1;
    double part = (double) length / frames;
    double at = (first - 1 + length / 2 + 0.5) / frames;
    boolean whole = course() instanceof FrameRun;
    double share = whole ? part : part * part * part;
    model.edit(
        r -> {
          Draw draw = r.draw().withLambda(1 - share);
          return r.with(draw).with(whole ? new FrameRun(at) : new Cuboid(at));
        });
  }

  private void show() {
    Recipe recipe = model.recipe();
    type.offer(
        Stream.of(CourseType.values()).filter(one -> one.suits(recipe.method())).toList(),
        course().type());
    switch (course()) {
      case AllFrames(), WholeField() -> fields.getChildren().clear();
      case FrameRun _, Cuboid _ -> {
        int[] ofB = ofB();
        from.show(ofB.length == 0 ? "–" : Integer.toString(ofB[0]));
        to.show(ofB.length == 0 ? "–" : Integer.toString(ofB[ofB.length - 1]));
        put(from, new Label("–"), to);
      }
      case MovingBox(double x, double y) -> {
        u.show(LabelBar.number(x));
        v.show(LabelBar.number(y));
        put(new Label("u"), u, new Label("v"), v);
      }
      case ChangingLambda(double end) -> {
        lambda.show(LabelBar.number(end));
        put(new Label("→ λ"), lambda);
      }
    }
  }

  /// The same fields stay where they are, since somebody may be typing.
  private void put(Node... nodes) {
    if (fields.getChildren().size() != nodes.length
        || !fields.getChildren().getLast().equals(nodes[nodes.length - 1])) {
      fields.getChildren().setAll(nodes);
    }
  }
}
