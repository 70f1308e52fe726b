package org.mixoscope.batch.output;

import java.util.List;

/// A place in what is written, from which it can be written anew.
///
/// @param next the first sample that is not there
/// @param written how many are before it
/// @param state what [Output#open] needs to go on from there
public record Point(int next, int written, List<Long> state) {
  /// The very beginning.
  static final Point START = new Point(0, 0, List.of());
}
