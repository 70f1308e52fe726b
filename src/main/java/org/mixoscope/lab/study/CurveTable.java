package org.mixoscope.lab.study;

import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Curves as comma-separated values: a line for each run, seed and epoch.
public final class CurveTable {
  private final StringBuilder lines =
      new StringBuilder(
          Stream.of(Measure.values())
              .map(Measure::id)
              .collect(Collectors.joining(",", "policy,seed,epoch,", "\r\n")));

  /// @param policy how the run is mixed
  /// @param value of each measure
  public void add(String policy, long seed, long epoch, ToDoubleFunction<Measure> value) {
    lines.append('"').append(policy).append('"');
    lines.append(',').append(seed).append(',').append(epoch);
    for (Measure measure : Measure.values()) {
      lines.append(',').append(value.applyAsDouble(measure));
    }
    lines.append("\r\n");
  }

  /// All lines so far, below a line with names.
  public String text() {
    return lines.toString();
  }
}
