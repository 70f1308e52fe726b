package org.mixoscope.dataset.labelled;

import org.mixoscope.kernel.Reason;

/// A place in a file: a part of a sentence. The first detail is the file, where it is said.
enum Place implements Reason {
  /// The number of a line, from 1.
  LINE("{0} line {1}"),
  /// The number of a line alone, from 1.
  ROW("line {0}"),
  /// The number of a record, from 0.
  RECORD("{0} record {1}"),
  /// The number of a label, from 0.
  LABEL("{0} label {1}"),
  /// The number of an entry of a list, from 0.
  ENTRY("{0} entry {1}"),
  /// The name of a sample.
  SAMPLE("{0} sample {1}");

  private final String words;

  Place(String words) {
    this.words = words;
  }

  @Override
  public String room() {
    return "dataset.place";
  }

  @Override
  public String sentence() {
    return words;
  }
}
