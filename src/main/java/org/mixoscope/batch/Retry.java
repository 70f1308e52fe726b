package org.mixoscope.batch;

/// What comes of trying again what an earlier run could not read.
///
/// @param named how many pictures its `errors.jsonl` names
/// @param readable how many of them can be read now
/// @param from the first sample that is written anew
/// @param done how many samples the run had done: those from the first on are written anew
public record Retry(int named, int readable, int from, int done) {
  /// How many samples are written anew.
  public int rewritten() {
    return done - from;
  }
}
