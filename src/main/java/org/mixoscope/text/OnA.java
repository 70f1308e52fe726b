package org.mixoscope.text;

import java.util.ArrayList;
import java.util.List;
import org.mixoscope.kernel.Objection;

/// Mixes that have the words of A, some of them replaced by words of B one for one. What lies
/// between the words is A's, but between words of B that follow each other it is B's: so each text
/// reads on.
final class OnA {
  /// A word that stays.
  static final int ITSELF = -1;

  private OnA() {}

  /// @param owners for every word of A the word of B in its place, or [#ITSELF]
  static TextComposition composition(
      Passage a, Passage b, List<Integer> owners, List<Objection> notes) {
    List<Segment> segments = new ArrayList<>();
    int end = 0; // of what was taken from A
    int word = 0;
    while (word < owners.size()) {
      int first = word;
      boolean fromB = owners.get(first) != ITSELF;
      while (word < owners.size() && continues(owners, first, word)) {
        word++;
      }
      if (fromB) {
        int from = owners.get(first);
        int to = from + word - first;
        int begin = a.words().get(first).start();
        segments.add(new Segment(0, first, first, end, begin));
        segments.add(
            new Segment(1, from, to, b.words().get(from).start(), b.words().get(to - 1).end()));
      } else {
        segments.add(new Segment(0, first, word, end, a.words().get(word - 1).end()));
      }
      end = a.words().get(word - 1).end();
    }
    segments.add(new Segment(0, a.size(), a.size(), end, a.text().length()));
    return new TextComposition(List.of(a, b), segments, notes);
  }

  private static boolean continues(List<Integer> owners, int first, int word) {
    int owner = owners.get(first);
    return owners.get(word) == (owner == ITSELF ? ITSELF : owner + word - first);
  }
}
