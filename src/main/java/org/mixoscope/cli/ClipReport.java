package org.mixoscope.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.clip.ClipMix;
import org.mixoscope.dataset.Departure;
import org.mixoscope.image.NumberType;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.course.AllFrames;
import org.mixoscope.kernel.course.ChangingLambda;
import org.mixoscope.kernel.course.Course;
import org.mixoscope.kernel.course.Cuboid;
import org.mixoscope.kernel.course.FrameRun;
import org.mixoscope.kernel.course.MovingBox;
import org.mixoscope.kernel.course.WholeField;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;

/// What is said about a mix of clips: what was drawn, what became of it, and the label.
///
/// @param clip that was mixed
/// @param result what became of it
/// @param profile whose convention was followed, or null
/// @param written what has to be said of the file
record ClipReport(
    ClipMix clip, ClipMix.Result result, @Nullable Profile profile, List<Objection> written) {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Recipe recipe() {
    return clip.recipe();
  }

  private List<String> notes() {
    List<Objection> notes = new ArrayList<>(clip.notes());
    notes.addAll(written);
    return notes.stream().map(Objection::text).toList();
  }

  /// One JSON object on one line: every number in full.
  String json() {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("method", recipe().method().type().id());
    root.put("along", course().type().id());
    if (profile != null) {
      root.put("profile", profile.id());
    }
    root.put("lambda", recipe().draw().lambda());
    root.put("effective_lambda", result.weights().pixels().getFirst());
    result.weights().pixels().forEach(root.putArray("shares")::add);
    root.put("frames", clip.timing().frames());
    root.put("seconds", clip.timing().seconds());
    root.put("width", clip.frame().width()).put("height", clip.frame().height());
    ArrayNode frames = root.putArray("frame_shares");
    for (List<Double> shares : result.frames()) {
      shares.forEach(frames.addArray()::add);
    }
    recipe().classes().forEach(root.putArray("classes")::add);
    result.label().forEach(root.putArray("label")::add);
    result.weights().label().forEach(root.putArray("label_weights")::add);
    notes().forEach(root.putArray("notes")::add);
    try {
      Recipe travelling = Departure.of(recipe(), Path.of(""));
      root.set("recipe", MAPPER.readTree(RecipeText.json(travelling)));
      return MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values", e);
    }
  }

  /// A few aligned lines for people.
  ///
  /// @param file what was written
  String text(String file) {
    StringJoiner text = new StringJoiner("\n");
    if (profile != null) {
      text.add("profile " + profile.id());
    }
    text.add("method  " + MixReport.method(recipe().method()));
    text.add("along   " + along());
    text.add("draw    " + MixReport.draw(recipe(), profile));
    if (recipe().method().type().uses(Trait.LAMBDA)) {
      text.add("λ       " + MixReport.number(recipe().draw().lambda()) + "  as drawn or given");
    }
    List<Double> shares = result.weights().pixels();
    text.add(
        "λ̂       "
            + MixReport.number(shares.getFirst())
            + "  the share of A in space"
            + (clip.isVolume() ? "" : " and time"));
    for (int k = 1; k < shares.size() && shares.size() > 2; k++) {
      text.add(
          "        %s  the share of %c"
              .formatted(MixReport.number(shares.get(k)), (char) ('A' + k)));
    }
    String name = "label   ";
    List<String> classes = recipe().classes();
    for (int c = 0; c < classes.size(); c++) {
      text.add(name + MixReport.number(result.label().get(c)) + "  " + classes.get(c));
      name = " ".repeat(name.length());
    }
    if (result.weights().differ()) {
      text.add(
          "note    the label gives A %s, the pixels give it %s"
              .formatted(
                  MixReport.number(result.weights().label().getFirst()),
                  MixReport.number(shares.getFirst())));
    }
    notes().forEach(note -> text.add("note    " + note));
    return text.add("file    " + size(file)).toString();
  }

  private String size(String file) {
    int frames = clip.timing().frames();
    String one = clip.isVolume() ? "slice" : "frame";
    return "%s, %d %s of %s pixels%s%s"
        .formatted(
            file,
            frames,
            frames == 1 ? one : one + "s",
            clip.frame(),
            clip.type() == NumberType.UINT8 ? "" : " of " + clip.type().id(),
            clip.isVolume() ? "" : ", " + ClipMix.seconds(clip.timing().seconds()) + " s");
  }

  private Course course() {
    return Objects.requireNonNull(recipe().along(), "a recipe of clips");
  }

  private String along() {
    String id = course().type().id();
    return switch (course()) {
      case AllFrames() -> id + ", the same in all frames";
      case WholeField() -> id + ", one through all " + (clip.isVolume() ? "slices" : "frames");
      case FrameRun _ -> id + ", B's are " + run();
      case Cuboid _ -> id + ", the box is in " + run();
      case MovingBox(double u, double v) ->
          "%s, the box ends at u = %s, v = %s"
              .formatted(id, MixReport.number(u), MixReport.number(v));
      case ChangingLambda(double lambda) ->
          "%s, λ is %s in the last frame".formatted(id, MixReport.number(lambda));
    };
  }

  /// Which frames have something of B.
  private String run() {
    int[] ofB =
        IntStream.range(0, result.frames().size())
            .filter(t -> result.frames().get(t).getFirst() < 1)
            .toArray();
    String many = clip.isVolume() ? "slices" : "frames";
    return ofB.length == 0
        ? "none of %d %s".formatted(result.frames().size(), many)
        : "%s %d to %d of %d"
            .formatted(many, ofB[0] + 1, ofB[ofB.length - 1] + 1, result.frames().size());
  }
}
