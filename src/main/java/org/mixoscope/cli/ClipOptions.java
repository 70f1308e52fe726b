package org.mixoscope.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.kernel.course.ChangingLambda;
import org.mixoscope.kernel.course.Course;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.course.Cuboid;
import org.mixoscope.kernel.course.FrameRun;
import org.mixoscope.kernel.course.MovingBox;
import org.mixoscope.recipe.Recipe;
import picocli.CommandLine.Option;

/// How the draw runs over the frames of clips.
final class ClipOptions {
  @Option(
      names = "--along",
      paramLabel = "HOW",
      converter = CourseChoice.class,
      description =
          "How the draw runs over the frames of clips: all, the same in all of them; run, a run of"
              + " frames is wholly B's; both, a box in a run of frames; path, the box moves evenly"
              + " to another place; fade, λ changes evenly to another value; field, one field of"
              + " FMix through all frames, in three dimensions. The default is all; of volumes"
              + " both, a cuboid, where the method has a box, and field where it has one. Takes all"
              + " slices of volumes.")
  @Nullable CourseType along;

  @Option(
      names = "--when",
      paramLabel = "W",
      converter = Values.Smoothing.class,
      description =
          "With --along run or both: where the middle of the run is, within [0, 1), in place of"
              + " what is drawn.")
  @Nullable Double when;

  @Option(
      names = "--to",
      paramLabel = "u,v",
      converter = Values.At.class,
      description = "With --along path: where the box ends, in place of what is drawn.")
  Values.@Nullable Position to;

  @Option(
      names = "--to-lambda",
      paramLabel = "λ",
      converter = Values.Unit.class,
      description = "With --along fade: λ in the last frame, in place of what is drawn.")
  @Nullable Double toLambda;

  /// The name of an option that was given; null if none was.
  @Nullable String given() {
    if (along != null) {
      return "--along";
    }
    if (when != null) {
      return "--when";
    }
    if (to != null) {
      return "--to";
    }
    return toLambda == null ? null : "--to-lambda";
  }

  /// A recipe with the course that the options say.
  ///
  /// @throws IOException if a source cannot be read
  Recipe applyTo(Recipe recipe) throws IOException {
    CourseType type = along == null ? usual(recipe) : along;
    require("--when", when, List.of(CourseType.RUN, CourseType.BOTH));
    require("--to", to, List.of(CourseType.PATH));
    require("--to-lambda", toLambda, List.of(CourseType.FADE));
    Recipe drawn = recipe.along(type);
    Course course = byHand(type);
    return course == null ? drawn : drawn.with(course);
  }

  /// What has a depth, in volumes.
  private static CourseType usual(Recipe recipe) throws IOException {
    boolean volume = ClipReader.isVolume(recipe.sources().getFirst().location());
    return CourseType.usual(recipe.method(), volume);
  }

  private @Nullable Course byHand(CourseType type) {
    if (when != null) {
      return type == CourseType.RUN ? new FrameRun(when) : new Cuboid(when);
    }
    if (to != null) {
      return new MovingBox(to.u(), to.v());
    }
    return toLambda == null ? null : new ChangingLambda(toLambda);
  }

  private void require(String option, @Nullable Object value, List<CourseType> types) {
    if (value != null && (along == null || !types.contains(along))) {
      throw Refusal.usage(
          "%s: goes with --along %s"
              .formatted(option, Choice.or(types.stream().map(CourseType::id).toList())));
    }
  }

  static final class CourseChoice extends Choice<CourseType> {
    CourseChoice() {
      super(CourseType.values(), CourseType::id);
    }
  }
}
