package org.mixoscope.app.state;

import java.util.List;

/// A class that haunts a label: it has weight there, and nothing of it can be seen.
///
/// @param className the class
/// @param sources that are labelled with it, from 0
/// @param weight of them in the label before smoothing, above 0
public record Ghost(String className, List<Integer> sources, double weight) {
  /// Keeps a copy.
  public Ghost {
    sources = List.copyOf(sources);
  }
}
