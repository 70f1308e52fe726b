package org.mixoscope.batch.output;

/// Samples are called by their index, with zeros before it so that names sort as numbers do.
final class SampleName {
  private static final int DIGITS = 8;

  private SampleName() {}

  /// Eight digits, more if the index has more. A format string would cost as much as a mix.
  static String of(long index) {
    return padded(index, DIGITS);
  }

  static String padded(long number, int digits) {
    String text = Long.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
