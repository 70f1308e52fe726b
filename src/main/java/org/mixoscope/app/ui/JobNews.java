package org.mixoscope.app.ui;

/// What other screens say of a long job.
///
/// @param name of it, in a word
/// @param stage whether it runs or how it ended
/// @param done how much of it so far
/// @param total how much there is; 0 while that is not known
public record JobNews(String name, Stage stage, long done, long total) {
  /// How far a job is.
  public enum Stage {
    RUNNING,
    STOPPING,
    DONE,
    FAILED
  }

  /// How much of it is done, within [0, 100], rounded down: all is done at 100 only.
  public int percent() {
    return total == 0 ? 0 : (int) (100 * done / total);
  }
}
