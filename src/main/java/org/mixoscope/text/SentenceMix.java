package org.mixoscope.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.mixoscope.kernel.Allotment;
import org.mixoscope.kernel.Dirichlet;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.method.Parameter;

/// Up to eight texts, each cut into the same number of pieces, mixed piece by piece.
///
/// Formula: `w ~ Dirichlet(α, …, α)`; of m pieces source k gives mₖ ≈ wₖ·m, `Σₖ mₖ = m`, at places
/// by chance: the piece at place i is the i-th of its source. `ỹ = Σₖ ŵₖ·yₖ` with ŵₖ the share of
/// the words that are of source k in the end.
///
/// Pieces are whole sentences. There are no more of them than the text with the fewest sentences
/// has; a text with fewer sentences than there are texts is cut between words.
///
/// What people get wrong: dividing α or m by k in whole numbers, which is 0 for α < k, and 0/0 when
/// normalised. Shares of words sum to 1 whatever was drawn.
///
/// @param alpha α > 0
/// @param pieces m, at most so many, 2…256
public record SentenceMix(double alpha, int pieces) implements TextMethod {
  /// m.
  public static final Parameter.Whole PIECES = new Parameter.Whole("pieces", "m", 16, 2, 256);

  /// @throws IllegalArgumentException if α is not a positive, finite number, or there are too few
  ///   or too many pieces
  public SentenceMix {
    ALPHA.require(alpha);
    PIECES.require(pieces);
  }

  @Override
  public TextMethodType type() {
    return TextMethodType.SENTENCES;
  }

  @Override
  public SentenceMix withAlpha(double newAlpha) {
    return new SentenceMix(newAlpha, pieces);
  }

  @Override
  public Draw draw(RandomGenerator random, int sources) {
    List<Double> weights = new Dirichlet(alpha, type().mixed(sources)).sample(random);
    return new Draw(weights, random.nextDouble(), random.nextDouble(), random.nextLong(), null);
  }

  @Override
  public TextComposition compose(Draw draw, List<Passage> passages) {
    List<Objection> notes = new ArrayList<>();
    List<List<Integer>> sentences = passages.stream().map(Passage::sentences).toList();
    int count = count(passages, sentences, notes);
    int[] counts = Allotment.counts(count, draw.weights());
    int[] order = Allotment.order(count, RandomStreams.of(draw.noise(), 0, 0));
    int[] owners = new int[count];
    int next = 0;
    for (int source = 0; source < counts.length; source++) {
      for (int i = 0; i < counts[source]; i++) {
        owners[order[next++]] = source;
      }
    }
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Passage passage = passages.get(owners[i]);
      List<Integer> starts = starts(passage, sentences.get(owners[i]), count);
      segments.add(segment(owners[i], passage, starts, i));
    }
    return new TextComposition(passages, segments, notes);
  }

  /// How many pieces every text is cut into.
  private int count(List<Passage> passages, List<List<Integer>> sentences, List<Objection> notes) {
    int fewest = fewest(passages.size(), k -> sentences.get(k).size());
    int least = sentences.get(fewest).size();
    if (least >= passages.size()) {
      if (least < pieces) {
        notes.add(TextReason.FEW_SENTENCES.of(pieces, letter(fewest), least));
      }
      return Math.min(pieces, least);
    }
    int shortest = fewest(passages.size(), k -> passages.get(k).size());
    int count = Math.min(pieces, passages.get(shortest).size());
    for (int k = 0; k < passages.size(); k++) {
      if (sentences.get(k).size() < count) {
        notes.add(TextReason.CUT_BETWEEN_WORDS.of(letter(k), sentences.get(k).size(), count));
      }
    }
    return count;
  }

  private static int fewest(int sources, IntUnaryOperator size) {
    return IntStream.range(0, sources)
        .boxed()
        .min(Comparator.comparingInt(size::applyAsInt))
        .orElseThrow();
  }

  private static String letter(int source) {
    return Character.toString('A' + source);
  }

  /// The first word of each piece, and at the end the number of words.
  private static List<Integer> starts(Passage passage, List<Integer> sentences, int count) {
    int whole = sentences.size();
    boolean between = whole < count;
    return IntStream.rangeClosed(0, count)
        .mapToObj(
            i ->
                i == count
                    ? passage.size()
                    : between
                        ? (int) ((long) passage.size() * i / count)
                        : sentences.get((int) ((long) whole * i / count)))
        .toList();
  }

  /// Piece i of a text at place i of the mix.
  private static Segment segment(int source, Passage passage, List<Integer> starts, int i) {
    int from = starts.get(i);
    int to = starts.get(i + 1);
    int start = from == 0 ? 0 : passage.opening(from);
    int end = to == passage.size() ? passage.text().length() : passage.opening(to);
    return new Segment(source, from, to, start, end);
  }
}
