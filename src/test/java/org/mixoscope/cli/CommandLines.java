package org.mixoscope.cli;

import java.util.Arrays;

/// Command lines that other rooms show, run inside this JVM.
public final class CommandLines {
  private CommandLines() {}

  /// Runs one that must succeed without complaint.
  ///
  /// @param line without quotes
  public static void run(String line) {
    String[] words = line.split(" ");
    Run.of(Arrays.copyOfRange(words, 1, words.length)).good();
  }
}
