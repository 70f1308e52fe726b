package org.mixoscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.image.NumberType;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.batch.Outcome.Paste;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.kernel.method.Settings;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// What is said about a mix: what was drawn, what became of it, and the label.
///
/// @param recipe what was asked for
/// @param mix what it became
/// @param profile whose convention was followed, or null
/// @param numbers which numbers the mix has
record MixReport(Recipe recipe, Mix mix, @Nullable Profile profile, MixedDepth numbers) {
  /// λ as drawn; a mask draws none, its mean stands in.
  double lambda() {
    return type().uses(Trait.MASK) ? mix.effectiveLambda() : recipe.draw().lambda();
  }

  MethodType type() {
    return recipe.method().type();
  }

  Frame frame() {
    return mix.composition().frame();
  }

  /// The label that follows the pixels: the same as that of the mix, unless the method's convention
  /// says otherwise.
  List<Double> pixelLabel() {
    return recipe.label(mix.shares());
  }

  /// One JSON object on one line.
  String json() {
    return MixJson.write(this);
  }

  /// A few aligned lines for people.
  ///
  /// @param file what was written
  String text(String file) {
    StringJoiner text = new StringJoiner("\n");
    if (profile != null) {
      text.add("profile " + profile.id());
    }
    text.add("method  " + method(recipe.method()));
    text.add("draw    " + draw(recipe, profile));
    if (type().uses(Trait.LAMBDA)) {
      text.add("λ       " + number(lambda()) + "  as drawn or given");
    }
    text.add("λ̂       " + number(mix.effectiveLambda()) + "  the share of A in the pixels");
    for (int k = 1; k < mix.shares().size() && mix.shares().size() > 2; k++) {
      text.add(
          "        %s  the share of %c".formatted(number(mix.shares().get(k)), (char) ('A' + k)));
    }
    Paste paste = mix.outcome().paste();
    if (paste != null) {
      text.add("box     " + box(paste));
    }
    String name = "label   ";
    for (int c = 0; c < mix.classes().size(); c++) {
      text.add(name + number(mix.label().get(c)) + "  " + mix.classes().get(c));
      name = " ".repeat(name.length());
    }
    for (int k = 0; k < recipe.mixedSources().size(); k++) {
      if (!recipe.mixedSources().get(k).isLabelled()) {
        text.add(
            "note    %c has no label: %s of the pixels count for nobody"
                .formatted((char) ('A' + k), number(mix.shares().get(k))));
      }
    }
    if (mix.labelDisagrees()) {
      text.add(
          "note    the label gives A %s, the pixels give it %s"
              .formatted(number(mix.labelWeights().getFirst()), number(mix.effectiveLambda())));
    }
    numbers.notes().forEach(note -> text.add("note    " + note));
    if (PackedPicture.isNpy(Path.of(file))) {
      text.add("note    an array has no place for the recipe");
    }
    String deep = numbers.type() == NumberType.UINT8 ? "" : " of " + numbers.type().id();
    return text.add("file    %s, %s pixels%s".formatted(file, frame(), deep)).toString();
  }

  /// `cutmix, α = 1, box-rule legacy, correct-lambda true`.
  static String method(Method method) {
    StringJoiner text = new StringJoiner(", ");
    text.add(method.type().id());
    for (Parameter<?> parameter : method.type().parameters()) {
      String name = parameter.symbol().isEmpty() ? parameter.id() : parameter.symbol() + " =";
      text.add(name + " " + value(parameter, method.settings()));
    }
    return text.toString();
  }

  /// The value of a parameter without digits that say nothing.
  static <T> String value(Parameter<T> parameter, Settings settings) {
    T value = settings.get(parameter);
    return value instanceof Double number ? plain(number) : parameter.format(value);
  }

  /// Where the draw comes from.
  ///
  /// @param profile whose convention was followed, or null
  static String draw(Recipe recipe, @Nullable Profile profile) {
    MethodType type = recipe.method().type();
    Draw draw = recipe.draw();
    if (type.uses(Trait.MASK)) {
      return "nothing: the mask decides";
    }
    if (draw.region() != null) {
      return profile == null ? "the box was placed by hand" : "λ follows from the box";
    }
    String seed = "seed %d, draw %d".formatted(recipe.seed(), recipe.index());
    return type.uses(Trait.POSITION)
        ? "%s; u = %s, v = %s".formatted(seed, number(draw.u()), number(draw.v()))
        : seed;
  }

  private static String box(Paste paste) {
    Box box = paste.clipped();
    String text = "%s, %d×%d pixels".formatted(corners(box), box.width(), box.height());
    return box.equals(paste.drawn()) ? text : text + ", clipped from " + corners(paste.drawn());
  }

  private static String corners(Box box) {
    return "%d,%d,%d,%d".formatted(box.x1(), box.y1(), box.x2(), box.y2());
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  static String plain(double value) {
    return String.format(Locale.ROOT, "%.6g", value).replaceFirst("\\.?0+$", "");
  }
}
