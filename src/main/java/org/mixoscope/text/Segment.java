package org.mixoscope.text;

/// A run of a mixed text that comes from one place of one source, with what lies between its words.
///
/// @param source whose text it is, from 0
/// @param from its first word in the source
/// @param to the first word after it; as large as `from` where there is none, only what lies
///   between
/// @param start its first UTF-16 code unit in the source
/// @param end the first after it
public record Segment(int source, int from, int to, int start, int end) {
  /// How many words it has.
  public int words() {
    return to - from;
  }
}
