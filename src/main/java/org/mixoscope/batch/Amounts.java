package org.mixoscope.batch;

import java.time.Duration;
import java.util.Locale;

/// Sizes and times as people read them, in every language alike.
public final class Amounts {
  private static final double GIGA = 1e9;
  private static final double MEGA = 1e6;
  private static final double KILO = 1e3;

  private Amounts() {}

  /// `1.2 GB`, `3.4 MB`, `56 kB`.
  public static String bytes(long bytes) {
    return bytes >= GIGA
        ? String.format(Locale.ROOT, "%.1f GB", bytes / GIGA)
        : bytes >= MEGA
            ? String.format(Locale.ROOT, "%.1f MB", bytes / MEGA)
            : "%.0f kB".formatted(Math.ceil(bytes / KILO));
  }

  /// `0:06`, `1:02:03`.
  public static String time(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds >= 3600
        ? "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60)
        : "%d:%02d".formatted(seconds / 60, seconds % 60);
  }
}
