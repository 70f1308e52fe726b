package org.mixoscope.cli;

/// A command does not do what it was asked to; the message says in one line why.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean usage;

  private Refusal(String message, boolean usage) {
    super(message);
    this.usage = usage;
  }

  /// The options are wrong: typing others helps.
  static Refusal usage(String message) {
    return new Refusal(message, true);
  }

  /// The options are fine, a file or the machine is not.
  static Refusal failed(String message) {
    return new Refusal(message, false);
  }

  boolean isUsage() {
    return usage;
  }
}
