package org.mixoscope.dataset.labelled;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Header;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;

/// What the headers of all pictures say together.
///
/// @param census which pixels they have
/// @param numbers which numbers
/// @param smallest width and smallest height; null if none can be read
/// @param largest width and largest height; null if none can be read
/// @param turned those that are stored lying or mirrored
/// @param unreadable how many headers cannot be read
/// @param problems what is wrong with the first of these
public record Headers(
    Census census,
    Numbers numbers,
    @Nullable Frame smallest,
    @Nullable Frame largest,
    Turned turned,
    int unreadable,
    List<Objection> problems) {
  /// How many problems are kept.
  public static final int PROBLEMS = 3;

  static final Headers NOBODY =
      new Headers(Census.NOBODY, Numbers.NONE, null, null, Turned.NONE, 0, List.of());

  /// Keeps a copy.
  public Headers {
    problems = List.copyOf(problems);
  }

  /// @param turned whether and how it is
  static Headers of(Header one, Turned turned) {
    return new Headers(
        Census.of(one.kind()), Numbers.of(one), one.frame(), one.frame(), turned, 0, List.of());
  }

  static Headers of(Objection problem) {
    return new Headers(Census.NOBODY, Numbers.NONE, null, null, Turned.NONE, 1, List.of(problem));
  }

  Headers plus(Headers other) {
    return new Headers(
        census.plus(other.census),
        numbers.plus(other.numbers),
        smallest == null || other.smallest == null
            ? smallest == null ? other.smallest : smallest
            : new Frame(
                Math.min(smallest.height(), other.smallest.height()),
                Math.min(smallest.width(), other.smallest.width())),
        largest == null || other.largest == null
            ? largest == null ? other.largest : largest
            : new Frame(
                Math.max(largest.height(), other.largest.height()),
                Math.max(largest.width(), other.largest.width())),
        turned.plus(other.turned),
        unreadable + other.unreadable,
        first(problems, other.problems));
  }

  private static List<Objection> first(List<Objection> some, List<Objection> more) {
    if (some.isEmpty() || more.isEmpty()) {
      return some.isEmpty() ? more : some;
    }
    return Stream.concat(some.stream(), more.stream()).limit(PROBLEMS).toList();
  }
}
