package org.mixoscope.app;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Something that the palette can do.
///
/// @param kind what sort of thing it is, in the user's language
/// @param name what it is called
/// @param keys by which keys it is done too, empty for none
/// @param run does it
record Offer(String kind, String name, String keys, Runnable run) {
  /// Those that have every typed word in their name, kind or keys: names that begin with what was
  /// typed first, then names that have it, then the rest, each in the given order.
  static List<Offer> matching(String typed, List<Offer> offers) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    List<String> words = Stream.of(wanted.split("\\s+")).toList();
    return offers.stream()
        .filter(offer -> words.stream().allMatch(offer.text()::contains))
        .sorted(Comparator.comparingInt(offer -> offer.distance(wanted)))
        .toList();
  }

  private String text() {
    return (name + " " + kind + " " + keys).toLowerCase(Locale.ROOT);
  }

  private int distance(String wanted) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith(wanted) ? 0 : lower.contains(wanted) ? 1 : 2;
  }
}
