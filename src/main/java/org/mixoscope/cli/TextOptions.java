package org.mixoscope.cli;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.text.SentenceMix;
import org.mixoscope.text.TextMethod;
import org.mixoscope.text.TextMethodType;
import org.mixoscope.text.TextRecipe;
import org.mixoscope.text.TextSource;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/// How texts are mixed, what is drawn, and what their labels are: all that a recipe of texts holds.
final class TextOptions {
  @Option(
      names = "--method",
      paramLabel = "NAME",
      converter = TypeChoice.class,
      description =
          "span: a span of B replaces a span of A of as many words, the default; words: each word"
              + " of A is B's with the probability 1 − λ; sentences: up to eight texts are cut into"
              + " pieces of whole sentences, which are shared out.")
  TextMethodType type = TextMethodType.SPAN;

  @Option(
      names = "--alpha",
      paramLabel = "α",
      converter = Alpha.class,
      description =
          "α of Beta(α, α), or of Dirichlet(α, …), that λ is drawn from. The default is 1.")
  double alpha = TextMethod.ALPHA.initial();

  @Option(
      names = "--pieces",
      paramLabel = "N",
      converter = Pieces.class,
      description =
          "Pieces of every text for sentences, at most, within [2, 256]. The default is 16. No text"
              + " is cut into more than the one with the fewest sentences has.")
  @Nullable Integer pieces;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = Values.Seed.class,
      description =
          "The seed of the draw, a 64-bit whole number; the same seed makes the same text."
              + " The default is 42.")
  long seed = 42;

  @Option(
      names = "--draw",
      paramLabel = "N",
      converter = DrawOptions.DrawIndex.class,
      description = "Which draw of the seed, from 0, the default: the window counts them.")
  int draw;

  @Option(
      names = "--lambda",
      paramLabel = "λ",
      converter = Values.Unit.class,
      description = "λ within [0, 1], the weight of A, in place of the drawn one.")
  @Nullable Double lambda;

  @Option(
      names = "--weights",
      paramLabel = "w,w…",
      converter = Values.Weights.class,
      description = "The weights of all texts in place of the drawn ones, such as 5,3,2.")
  Values.@Nullable SourceWeights weights;

  @Option(
      names = "--at",
      paramLabel = "u,v",
      converter = Values.At.class,
      description =
          "Where the span lies in A (u) and in B (v), each within [0, 1), in place of the drawn"
              + " places: 0 is the beginning, nearly 1 the end.")
  Values.@Nullable Position at;

  @Option(
      names = "--classes",
      paramLabel = "NAME,NAME…",
      converter = Values.Names.class,
      description =
          "The class names of the texts; the same name twice is one class. A text with an empty"
              + " name, as in sport,, has no label: its words count for nobody."
              + " The default is the file names without extension.")
  Values.@Nullable ClassNames classes;

  @Option(
      names = "--smoothing",
      paramLabel = "ε",
      converter = Values.Smoothing.class,
      description =
          "Label smoothing ε within [0, 1) over K classes: ε/K everywhere, 1 − ε + ε/K at the"
              + " class. The default is 0.")
  double smoothing;

  /// The recipe for some texts.
  ///
  /// @param texts with classes as their files are called
  TextRecipe recipe(List<TextSource> texts) {
    if (pieces != null && type != TextMethodType.SENTENCES) {
      throw Refusal.usage(
          "--pieces: only sentences are cut into pieces, not --method " + type.id());
    }
    if (at != null && type != TextMethodType.SPAN) {
      throw Refusal.usage("--at: only a span has a place, not --method " + type.id());
    }
    if (texts.size() > type.maxSources()) {
      throw Refusal.usage(
          "--method %s: mixes %d texts, not %d"
              .formatted(type.id(), type.maxSources(), texts.size()));
    }
    if (weights != null && lambda != null) {
      throw Refusal.usage("--weights: the first of them is λ, leave out --lambda");
    }
    int most = pieces == null ? SentenceMix.PIECES.initial() : pieces;
    TextRecipe recipe =
        TextRecipe.of(type.make(alpha, most), seed, named(texts))
            .drawn(draw)
            .withSmoothing(smoothing);
    return recipe.with(DrawOptions.byHand(recipe.draw(), weights, lambda, at, "texts"));
  }

  private List<TextSource> named(List<TextSource> texts) {
    if (classes == null) {
      return texts;
    }
    List<String> names = classes.names();
    if (names.size() != texts.size()) {
      throw Refusal.usage(
          "--classes: %d %s for %d texts"
              .formatted(names.size(), names.size() == 1 ? "name" : "names", texts.size()));
    }
    return IntStream.range(0, texts.size())
        .mapToObj(k -> texts.get(k).withClass(names.get(k)))
        .toList();
  }

  static final class TypeChoice extends Choice<TextMethodType> {
    TypeChoice() {
      super(TextMethodType.values(), TextMethodType::id);
    }
  }

  static final class Pieces extends Values.Range {
    Pieces() {
      super(SentenceMix.PIECES.low(), SentenceMix.PIECES.high());
    }
  }

  static final class Alpha implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      double alpha = Values.number(text);
      Values.require(TextMethod.ALPHA.accepts(alpha), "must be above 0 and finite");
      return alpha;
    }
  }
}
