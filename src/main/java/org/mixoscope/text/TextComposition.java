package org.mixoscope.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mixoscope.kernel.Objection;
import org.mixoscope.text.Passage.Stretch;

/// Which words of which source a mixed text is made of.
///
/// @param passages the sources that are mixed
/// @param segments the mixed text, part after part
/// @param notes what became of texts that do not fit each other: all that was left out or shortened
public record TextComposition(
    List<Passage> passages, List<Segment> segments, List<Objection> notes) {
  /// Keeps copies; segments that hold nothing are dropped, and words that would run together come
  /// apart.
  public TextComposition {
    passages = List.copyOf(passages);
    segments = apart(segments, passages);
    notes = List.copyOf(notes);
  }

  private static List<Segment> apart(List<Segment> segments, List<Passage> passages) {
    List<Segment> apart = new ArrayList<>();
    Segment last = null;
    for (Segment segment : segments) {
      if (segment.end() > segment.start()) {
        String before =
            last == null || (last.source() == segment.source() && last.end() == segment.start())
                ? ""
                : last.text(passages);
        last = segment.after(before, passages);
        apart.add(last);
      }
    }
    return List.copyOf(apart);
  }

  /// Words side by side that are so side by side in one source.
  ///
  /// @param source from 0
  /// @param start the first of them in the mixed text
  /// @param end the first word after them in the mixed text
  /// @param from the first of them in its source
  public record Span(int source, int start, int end, int from) {}

  /// The mixed text.
  public String text() {
    return segments.stream().map(segment -> segment.text(passages)).collect(Collectors.joining());
  }

  /// Where the words of the mixed text are in it.
  public List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    int at = 0;
    for (Segment segment : segments) {
      at += segment.apart() ? 1 : 0;
      int moved = at - segment.start();
      passages
          .get(segment.source())
          .words()
          .subList(segment.from(), segment.to())
          .forEach(w -> stretches.add(new Stretch(w.start() + moved, w.end() + moved)));
      at += segment.end() - segment.start();
    }
    return List.copyOf(stretches);
  }

  /// How many words the mixed text has, at least 1.
  public int words() {
    return segments.stream().mapToInt(Segment::words).sum();
  }

  /// The words that each source has in the mixed text, divided by all: they sum to 1.
  public List<Double> shares() {
    int[] owned = new int[passages.size()];
    segments.forEach(segment -> owned[segment.source()] += segment.words());
    double all = words();
    return IntStream.of(owned).mapToObj(words -> words / all).toList();
  }

  /// The mixed text in words: runs from one place each, in their order.
  public List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    int at = 0;
    for (Segment segment : segments) {
      Span last = spans.isEmpty() ? null : spans.getLast();
      int next = at + segment.words();
      if (last != null
          && last.source == segment.source()
          && last.from + last.end - last.start == segment.from()
          && segment.words() > 0) {
        spans.set(spans.size() - 1, new Span(last.source, last.start, next, last.from));
      } else if (segment.words() > 0) {
        spans.add(new Span(segment.source(), at, next, segment.from()));
      }
      at = next;
    }
    return List.copyOf(spans);
  }
}
