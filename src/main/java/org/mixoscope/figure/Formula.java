package org.mixoscope.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.method.BoxMethod;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// The formulas of a mix with its numbers in them: of the pixels, of λ̂, of the label and of the
/// loss.
///
/// @param lines each a row of terms
public record Formula(List<List<Term>> lines) {
  private static final int PAIR = 2;

  /// Sums of more terms are shortened in the middle.
  private static final int MOST_TERMS = 4;

  /// What a method fills in by itself.
  private static final String FILLER = "F";

  /// A part of a line.
  public sealed interface Term {
    /// What is written.
    String text();

    /// Plain text.
    record Plain(String text) implements Term {}

    /// An index below the line.
    record Index(String text) implements Term {}

    /// What is said of λ or λ̂, the weight of A.
    record Lambda(String text) implements Term {}

    /// The area of the box in the frame.
    record Area(String text) implements Term {}

    /// A number or letter that belongs to source k, in its colour.
    record OfSource(int k, String text) implements Term {}
  }

  /// Keeps copies.
  public Formula {
    lines = lines.stream().map(List::copyOf).toList();
  }

  /// The formulas of a recipe and what it became.
  ///
  /// @param frame the one that the recipe is for, of which the composition may be a preview
  public static Formula of(Recipe recipe, Mix mix, Frame frame) {
    List<Integer> labelled = labelled(recipe);
    IntFunction<Term> weight = k -> of(k, number(mix.labelWeights().get(k)));
    return new Formula(
        List.of(
            pixels(mix),
            share(recipe, mix, frame),
            sum("ỹ = ", labelled, k -> List.of(weight.apply(k), plain("·y"), below(Ink.letter(k)))),
            sum(
                "ℒ = ",
                labelled,
                k ->
                    List.of(
                        weight.apply(k), plain("·CE(p, y"), below(Ink.letter(k)), plain(")")))));
  }

  /// The sources that have a label.
  private static List<Integer> labelled(Recipe recipe) {
    return IntStream.range(0, recipe.mixedSources().size())
        .filter(k -> recipe.mixedSources().get(k).isLabelled())
        .boxed()
        .toList();
  }

  /// How pixels are made: one weight for all, or a mask for every source.
  private static List<Term> pixels(Mix mix) {
    int count = mix.shares().size();
    if (mix.composition() instanceof Blend blend) {
      return sum(
          "x̃ = ",
          all(count),
          k -> List.of(of(k, number(blend.weights().get(k))), plain("·"), name(mix, k)));
    }
    return count == PAIR
        ? List.of(plain("x̃ = M ⊙ "), name(mix, 0), plain(" + (1 − M) ⊙ "), name(mix, 1))
        : sum(
            "x̃ = ",
            all(count),
            k -> List.of(plain("M"), below(Ink.letter(k)), plain("⊙"), name(mix, k)));
  }

  /// Where λ̂ comes from.
  private static List<Term> share(Recipe recipe, Mix mix, Frame frame) {
    Term share = of(0, number(mix.effectiveLambda()));
    if (mix.composition() instanceof Blend) {
      return List.of(lambda("λ̂ = λ = "), share);
    }
    if (recipe.method() instanceof BoxMethod method) {
      Box box = method.box(recipe.draw(), frame).clip(frame);
      String areas =
          "%d·%d ⁄ (%d·%d)".formatted(box.width(), box.height(), frame.width(), frame.height());
      return List.of(lambda("λ̂"), plain(" = 1 − "), new Term.Area(areas), plain(" = "), share);
    }
    return mix.shares().size() == PAIR
        ? List.of(lambda("λ̂"), plain(" = mean(M) = "), share)
        : List.of(lambda("λ̂"), plain(" = mean(M"), below(Ink.letter(0)), plain(") = "), share);
  }

  /// A source's letter, with a prime where it is not shown as it is but moved or resized.
  private static Term name(Mix mix, int k) {
    List<Patch> patches =
        switch (mix.composition()) {
          case Blend _ -> List.of();
          case Patchwork patchwork -> patchwork.patches();
          case Matte matte -> matte.moved();
        };
    boolean asItIs =
        patches.stream()
            .filter(patch -> patch.source() == k)
            .allMatch(patch -> patch.from().equals(patch.box()));
    return k < mix.outcome().pictures()
        ? of(k, Ink.letter(k) + (asItIs ? "" : "′"))
        : of(k, FILLER);
  }

  private static List<Integer> all(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  /// @param sources that have a term; nobody's is a dash
  private static List<Term> sum(String left, List<Integer> sources, IntFunction<List<Term>> term) {
    List<Term> parts = new ArrayList<>(List.of(plain(sources.isEmpty() ? left + "–" : left)));
    for (int i = 0; i < sources.size(); i++) {
      if (i > 0) {
        parts.add(plain(" + "));
      }
      if (sources.size() > MOST_TERMS && i == MOST_TERMS - 2) {
        parts.add(plain("… + "));
        i = sources.size() - 1;
      }
      parts.addAll(term.apply(sources.get(i)));
    }
    return parts;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static Term plain(String text) {
    return new Term.Plain(text);
  }

  private static Term lambda(String text) {
    return new Term.Lambda(text);
  }

  private static Term below(String text) {
    return new Term.Index(text);
  }

  private static Term of(int k, String text) {
    return new Term.OfSource(k, text);
  }
}
