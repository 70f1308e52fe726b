package org.mixoscope.batch;

import org.mixoscope.kernel.Reason;

/// Why a document is no job.
public enum DocumentReason implements Reason {
  /// Its name, and what is wrong with it: an objection.
  NOT_A_JOB("{0} is not a job that can be run: {1}"),
  /// What a document is called that has no file.
  TEXT("the text"),
  /// Nothing.
  MISSING("there is no such file"),
  /// Nothing.
  UNREADABLE("it cannot be read"),
  /// Nothing.
  TOO_LARGE("it is larger than 256 MiB"),
  /// Nothing.
  NO_TEXT("it is no text in UTF-8"),
  /// Nothing.
  OTHER_KIND("it is one of clips or texts, which only batch and the Batch screen run"),
  /// A method as Java shows it.
  SHOWN_METHOD("method = {0}: no version of Mixoscope wrote such a thing"),
  /// How λ is drawn, the method that is to be drawn so.
  NOT_DRAWN_SO("law = {0}: no framework draws {1} so"),
  /// Bits of a value.
  WRONG_DEPTH("depth = {0}: must be {1}"),
  /// The depth.
  NO_DEPTH("depth = {0}: leave it out, the pictures say how deep samples are"),
  /// What an old document says of who draws.
  UNKNOWN_DRAWING("drawn = {0}: version 0.1.0 wrote no such thing");

  private final String sentence;

  DocumentReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String room() {
    return "batch.document";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
