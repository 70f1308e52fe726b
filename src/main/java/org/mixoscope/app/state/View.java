package org.mixoscope.app.state;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the large picture shows.
public sealed interface View {
  /// The mix.
  View MIXED = new Whole("MIXED");

  /// The weight of every source at every pixel, in the colours of the sources.
  View WEIGHTS = new Whole("WEIGHTS");

  /// Something that all sources are in.
  ///
  /// @param name its key in the messages is `view.` and this
  record Whole(String name) implements View {}

  /// Source k alone, as it enters the mix.
  record Alone(int k) implements View {}

  /// All views of some sources, in the order of the screen.
  static List<View> of(int sources) {
    return Stream.of(
            Stream.of(MIXED), IntStream.range(0, sources).mapToObj(Alone::new), Stream.of(WEIGHTS))
        .flatMap(views -> views.map(View.class::cast))
        .toList();
  }
}
