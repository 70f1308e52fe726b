package org.mixoscope.batch;

import java.util.Optional;
import java.util.stream.Stream;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.Ordering;

/// What a job meant when it was begun, where a job of today means something else: it goes on as it
/// began, to the same bytes.
public enum Edition {
  /// As 0.1.0 made them: of three channels where nothing is said, and without `label_weights`.
  FIRST(0, Channels.THREE),
  /// As they were made while every order of pictures was an array.
  SECOND(1, Channels.KEEP),
  /// As they are made now.
  PRESENT(2, Channels.KEEP);

  private final int number;
  private final Channels usualChannels;

  Edition(int number, Channels usualChannels) {
    this.number = number;
    this.usualChannels = usualChannels;
  }

  /// What its documents say.
  int number() {
    return number;
  }

  static Optional<Edition> numbered(long number) {
    return Stream.of(values()).filter(edition -> edition.number == number).findFirst();
  }

  /// How many channels samples have where nothing is said.
  public Channels usualChannels() {
    return usualChannels;
  }

  /// How pictures come into an order.
  Ordering ordering() {
    return this == PRESENT ? Ordering.SCATTERED : Ordering.SHUFFLED;
  }

  /// Whether `errors.jsonl` names what a sample had to do without as soon as that is known, and the
  /// sample; else only what would have been a sample's own.
  boolean namesAllThatIsMissed() {
    return this != FIRST;
  }

  /// Whether samples say the weights of their sources in the label, where these need not be the
  /// shares of the pixels.
  boolean saysLabelWeights() {
    return this != FIRST;
  }
}
