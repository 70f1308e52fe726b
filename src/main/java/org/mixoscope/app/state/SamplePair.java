package org.mixoscope.app.state;

import java.util.List;
import org.mixoscope.dataset.Sample;
import org.mixoscope.recipe.Source;

/// Two samples to begin with.
public record SamplePair(Sample a, Sample b) {
  /// Those that are offered.
  public static final List<SamplePair> ALL =
      List.of(
          of("cat", "coffee"),
          of("astronaut", "cat"),
          of("rocket", "galaxies"),
          of("retina", "galaxies"),
          of("coffee", "retina"),
          of("astronaut", "rocket"));

  private static SamplePair of(String a, String b) {
    return new SamplePair(new Sample(a), new Sample(b));
  }

  /// As the sources of a recipe.
  public List<Source> sources() {
    return List.of(a.source(), b.source());
  }

  /// Their classes.
  public List<String> names() {
    return List.of(a.name(), b.name());
  }
}
