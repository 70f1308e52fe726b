package org.mixoscope.recipe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mixoscope.kernel.course.AllFrames;
import org.mixoscope.kernel.course.ChangingLambda;
import org.mixoscope.kernel.course.Course;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.course.Cuboid;
import org.mixoscope.kernel.course.FrameRun;
import org.mixoscope.kernel.course.MovingBox;
import org.mixoscope.kernel.course.WholeField;

/// How a draw runs over the frames of clips, as JSON.
final class CourseJson {
  private CourseJson() {}

  /// @param node to put it into. Modified
  static void write(Course course, ObjectNode node) {
    node.put("kind", course.type().id());
    switch (course) {
      case AllFrames(), WholeField() -> {}
      case FrameRun(double at) -> node.put("at", at);
      case Cuboid(double at) -> node.put("at", at);
      case MovingBox(double u, double v) -> node.put("u", u).put("v", v);
      case ChangingLambda(double lambda) -> node.put("lambda", lambda);
    }
  }

  /// @throws IllegalArgumentException if a field is missing, wrong or unknown
  static Course read(Fields fields) {
    Course course =
        switch (fields.choice("kind", List.of(CourseType.values()), CourseType::id)) {
          case ALL -> new AllFrames();
          case RUN -> new FrameRun(fields.number("at"));
          case BOTH -> new Cuboid(fields.number("at"));
          case PATH -> new MovingBox(fields.number("u"), fields.number("v"));
          case FIELD -> new WholeField();
          case FADE -> new ChangingLambda(fields.number("lambda"));
        };
    fields.requireNoOthers();
    return course;
  }
}
