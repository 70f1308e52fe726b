package org.mixoscope.recipe.code;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.course.AllFrames;
import org.mixoscope.kernel.course.ChangingLambda;
import org.mixoscope.kernel.course.Course;
import org.mixoscope.kernel.course.Cuboid;
import org.mixoscope.kernel.course.FrameRun;
import org.mixoscope.kernel.course.MovingBox;
import org.mixoscope.kernel.course.WholeField;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Reference;
import org.mixoscope.recipe.Source;

/// A command line of Mixoscope with the options that make the same pixels and label again. What
/// options cannot say exactly is handed over as the recipe's line of text.
public final class CommandLineCode {
  private static final String SAMPLE = "sample:";
  private static final double ROUNDING = 1e-9;

  private final Recipe recipe;
  private final Frame frame;
  private final CommandWords words;

  private CommandLineCode(Recipe recipe, Frame frame, String command) {
    this.recipe = recipe;
    this.frame = frame;
    words = new CommandWords("mixoscope", command);
  }

  /// `mixoscope mix`; what has no effect on the mix is left out.
  static String mix(Recipe recipe, Frame frame) {
    return new CommandLineCode(Needed.of(recipe), frame, "mix")
        .described(mixed(recipe))
        .orElseGet(() -> handedOver("mix", recipe, mixed(recipe)))
        .line();
  }

  /// A file that holds its numbers, or a folder of the frames of a clip.
  private static String mixed(Recipe recipe) {
    boolean isLight = recipe.kind().type().isWhole();
    return !isLight ? "mixed.tiff" : recipe.along() == null ? "mixed.png" : "mixed/";
  }

  /// `mixoscope figure` with exactly this recipe, which its file carries.
  ///
  /// @param frame that is mixed: the recipe's own, or the size of A
  /// @param output the file that it writes
  public static CommandWords figure(Recipe recipe, Frame frame, String output) {
    return Optional.of(new CommandLineCode(recipe, frame, "figure"))
        .filter(code -> Needed.of(recipe).equals(recipe) && recipe.along() == null)
        .flatMap(code -> code.described(output))
        .orElseGet(() -> handedOver("figure", recipe, output));
  }

  private static CommandWords handedOver(String command, Recipe recipe, String output) {
    return new CommandWords("mixoscope", command)
        .add("--recipe", RecipeText.line(recipe))
        .add("-o", output);
  }

  /// Those that the command is given: one that mixes no other is given alone.
  private List<Source> pictures() {
    return recipe.method().type().maxSources() == 1 ? recipe.mixedSources() : recipe.sources();
  }

  private Optional<CommandWords> described(String output) {
    boolean isSoft = pictures().stream().anyMatch(source -> !source.soft().isEmpty());
    if (isSoft || !recipe.kind().equals(PixelKind.RGB8) || recipe.window() != null) {
      return Optional.empty();
    }
    for (Source source : pictures()) {
      if (!isAbsolute(source.location())) {
        return Optional.empty();
      }
      words.add(source.location());
    }
    words.add("-o", output);
    if (!addMethodAndDraw() || !addLabels() || !addAnnotations()) {
      return Optional.empty();
    }
    addCourse();
    if (recipe.frame() != null) {
      words.add("--size", recipe.frame().width() + "x" + recipe.frame().height());
    }
    if (recipe.fit() != Fit.COVER) {
      words.add("--fit", recipe.fit().id());
    }
    if (recipe.decoding() != Decoding.EXACT) {
      words.add("--decode", recipe.decoding().id());
    }
    if (recipe.blending() != Blending.SRGB) {
      words.add("--blending", recipe.blending().id());
    }
    String mask = recipe.mask();
    if (mask != null) {
      if (!isAbsolute(mask)) {
        return Optional.empty();
      }
      words.add("--mask", mask);
    }
    return words.list().stream().anyMatch(word -> word.chars().anyMatch(c -> c < ' '))
        ? Optional.empty()
        : Optional.of(words);
  }

  /// The draw of the seed if it is that, else what a framework draws for it, else by hand.
  private boolean addMethodAndDraw() {
    Draw drawn = Needed.drawn(recipe);
    Optional<FrameworkDraw> framework =
        recipe.draw().equals(drawn) ? Optional.empty() : FrameworkDraw.of(recipe, frame);
    if (framework.isPresent()) {
      framework.get().words().forEach(words::add);
      addSmoothing(framework.get().smoothing());
      addSeed();
      return true;
    }
    words.add(recipe.method());
    addSmoothing(0);
    addSeed();
    return recipe.draw().equals(drawn)
        || (recipe.draw().region() == null ? addByHand(drawn) : addBox(drawn));
  }

  private void addSeed() {
    words.add("--seed", Long.toString(recipe.seed()));
    if (recipe.index() != 0) {
      words.add("--draw", Long.toString(recipe.index()));
    }
  }

  private void addSmoothing(double already) {
    if (recipe.smoothing() != already) {
      words.add("--smoothing", Double.toString(recipe.smoothing()));
    }
  }

  private boolean addBox(Draw drawn) {
    Region region = recipe.draw().region();
    if (region == null || !recipe.method().type().uses(Trait.BOX)) {
      return false;
    }
    Box box = region.on(frame);
    if (box.isEmpty() || !drawn.within(Region.of(box, frame)).equals(recipe.draw())) {
      return false;
    }
    words.add("--box", "%d,%d,%d,%d".formatted(box.x1(), box.y1(), box.x2(), box.y2()));
    return true;
  }

  /// The options change the draw as the command does; they will do if its draw comes out.
  private boolean addByHand(Draw drawn) {
    Draw wanted = recipe.draw();
    Draw now = drawn;
    if (!wanted.weights().equals(drawn.weights())) {
      if (wanted.weights().size() == 2) {
        now = now.withLambda(wanted.lambda());
        words.add("--lambda", Double.toString(wanted.lambda()));
      } else {
        now = now.withWeights(wanted.weights());
        words.add(
            "--weights", String.join(",", wanted.weights().stream().map(w -> w + "").toList()));
      }
    }
    if (wanted.u() != drawn.u() || wanted.v() != drawn.v()) {
      now = now.at(wanted.u(), wanted.v());
      words.add("--at", wanted.u() + "," + wanted.v());
    }
    double sum = wanted.weights().stream().mapToDouble(Double::doubleValue).sum();
    // The command scales weights that do not sum to 1.
    return now.equals(wanted) && Math.abs(sum - 1) < ROUNDING;
  }

  /// As the seed draws it, or by hand.
  private void addCourse() {
    Course course = recipe.along();
    if (course == null) {
      return;
    }
    words.add("--along", course.type().id());
    if (course.equals(recipe.along(course.type()).along())) {
      return;
    }
    switch (course) {
      case AllFrames(), WholeField() -> {}
      case FrameRun(double at) -> words.add("--when", Double.toString(at));
      case Cuboid(double at) -> words.add("--when", Double.toString(at));
      case MovingBox(double u, double v) -> words.add("--to", u + "," + v);
      case ChangingLambda(double end) -> words.add("--to-lambda", Double.toString(end));
    }
  }

  private boolean addLabels() {
    List<String> names = pictures().stream().map(Source::className).toList();
    List<String> defaults =
        pictures().stream().map(source -> defaultName(source.location())).toList();
    if (!names.equals(defaults)) {
      words.add("--classes", String.join(",", names));
    }
    return names.equals(defaults) || names.stream().noneMatch(name -> name.contains(","));
  }

  /// One for all pictures, or one for each.
  private boolean addAnnotations() {
    List<String> all =
        recipe.sources().stream()
            .map(Source::annotation)
            .filter(Objects::nonNull)
            .map(String.class::cast)
            .toList();
    boolean once = all.stream().distinct().count() == 1;
    (once ? all.subList(0, 1) : all).forEach(file -> words.add("--annotation", file));
    return (all.isEmpty() || all.size() == recipe.sources().size())
        && all.stream().allMatch(CommandLineCode::isAbsolute);
  }

  /// Whether a location means the same in every folder.
  private static boolean isAbsolute(String location) {
    return location.startsWith(SAMPLE)
        || (Reference.at(location).isEmpty() && Path.of(location).isAbsolute());
  }

  /// What the command calls a class that nobody names.
  private static String defaultName(String location) {
    if (location.startsWith(SAMPLE)) {
      return location.substring(SAMPLE.length());
    }
    String name = String.valueOf(Path.of(location).getFileName());
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name).strip();
  }
}
