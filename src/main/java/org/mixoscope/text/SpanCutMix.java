package org.mixoscope.text;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Beta;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Objection;

/// CutMix of words: a span of B in the place of a span of A of the same number of words.
///
/// Formula: of the n words of A, `s = round((1−λ)·n)` are replaced, never more than B has, `λ ~
/// Beta(α, α)`; `λ̂ = 1 − s/n`, `ỹ = λ̂·y_A + (1−λ̂)·y_B`. The draw's u is the place of the span in
/// A, v that in B, both from the first to the last place where it fits.
///
/// What people get wrong: the label. λ is not the share of words, for words are whole and B may be
/// short.
///
/// @param alpha α > 0
public record SpanCutMix(double alpha) implements TextMethod {
  /// @throws IllegalArgumentException if α is not a positive, finite number
  public SpanCutMix {
    ALPHA.require(alpha);
  }

  @Override
  public TextMethodType type() {
    return TextMethodType.SPAN;
  }

  @Override
  public SpanCutMix withAlpha(double newAlpha) {
    return new SpanCutMix(newAlpha);
  }

  /// The draw of CutMix.
  @Override
  public Draw draw(RandomGenerator random, int sources) {
    return new Draw(new Beta(alpha).sample(random), random.nextDouble(), random.nextDouble());
  }

  /// Where the span lies.
  ///
  /// @param wanted how many words of A were to be replaced
  /// @param words how many are
  /// @param inA its first word in A
  /// @param inB its first word in B
  public record Place(int wanted, int words, int inA, int inB) {}

  /// Where the span of a draw lies.
  public static Place place(Draw draw, Passage a, Passage b) {
    int wanted = (int) Math.round((1 - draw.lambda()) * a.size());
    int words = Math.min(wanted, b.size());
    return new Place(wanted, words, at(draw.u(), a, words), at(draw.v(), b, words));
  }

  private static int at(double position, Passage passage, int words) {
    return (int) (position * (passage.size() - words + 1));
  }

  /// The draw whose span has so many words and begins at these, clamped to where it fits.
  ///
  /// @param draw what else it keeps
  /// @param words as many as are to be replaced
  /// @param inA its first word in A
  /// @param inB its first word in B
  public static Draw placed(Draw draw, Passage a, Passage b, int words, int inA, int inB) {
    int fitting = Math.clamp(words, 0, Math.min(a.size(), b.size()));
    return new Draw(1 - (double) fitting / a.size(), draw.u(), draw.v(), draw.noise())
        .at(middle(inA, a, fitting), middle(inB, b, fitting));
  }

  /// The middle of the positions that stand for a place.
  private static double middle(int word, Passage passage, int words) {
    int places = passage.size() - words + 1;
    return (Math.clamp(word, 0, places - 1) + 0.5) / places;
  }

  @Override
  public TextComposition compose(Draw draw, List<Passage> passages) {
    Passage a = passages.get(0);
    Passage b = passages.get(1);
    Place place = place(draw, a, b);
    List<Integer> owners = new ArrayList<>();
    for (int word = 0; word < a.size(); word++) {
      boolean inside = word >= place.inA && word < place.inA + place.words;
      owners.add(inside ? place.inB + word - place.inA : OnA.ITSELF);
    }
    List<Objection> notes =
        place.wanted > place.words
            ? List.of(TextReason.SPAN_SHORT.of(place.wanted, b.size()))
            : List.of();
    return OnA.composition(a, b, owners, notes);
  }
}
