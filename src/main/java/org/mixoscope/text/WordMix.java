package org.mixoscope.text;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.mixoscope.kernel.Beta;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.RandomStreams;

/// Every word of A is, with the probability 1 − λ, replaced by the word of B at the same place.
///
/// Formula: `λ ~ Beta(α, α)`, word i is B's if `uᵢ ≥ λ` with uᵢ uniform; `ỹ = λ̂·y_A + (1−λ̂)·y_B`
/// with λ̂ the share of words that are A's in the end. Where B has no word i, A's stays; words of B
/// beyond those of A have no place. As λ falls, words only change from A to B.
///
/// What people get wrong: the label. λ is what was expected, λ̂ what came.
///
/// @param alpha α > 0
public record WordMix(double alpha) implements TextMethod {
  /// @throws IllegalArgumentException if α is not a positive, finite number
  public WordMix {
    ALPHA.require(alpha);
  }

  @Override
  public TextMethodType type() {
    return TextMethodType.WORDS;
  }

  @Override
  public WordMix withAlpha(double newAlpha) {
    return new WordMix(newAlpha);
  }

  @Override
  public Draw draw(RandomGenerator random, int sources) {
    return new Draw(
        new Beta(alpha).sample(random),
        random.nextDouble(),
        random.nextDouble(),
        random.nextLong());
  }

  @Override
  public TextComposition compose(Draw draw, List<Passage> passages) {
    Passage a = passages.get(0);
    Passage b = passages.get(1);
    RandomGenerator random = RandomStreams.of(draw.noise(), 0, 0);
    List<Integer> owners =
        IntStream.range(0, a.size())
            .mapToObj(
                word -> random.nextDouble() >= draw.lambda() && word < b.size() ? word : OnA.ITSELF)
            .toList();
    return OnA.composition(a, b, owners, notes(a.size(), b.size()));
  }

  private static List<Objection> notes(int a, int b) {
    if (a == b) {
      return List.of();
    }
    return List.of(
        a > b ? TextReason.A_LONGER.of(a, b, a - b) : TextReason.B_LONGER.of(a, b, b - a));
  }
}
