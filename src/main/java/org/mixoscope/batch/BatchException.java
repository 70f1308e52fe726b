package org.mixoscope.batch;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A job cannot begin or go on. The message is one English sentence that names the file, what is
/// wrong and what to do. What was written before is whole.
public final class BatchException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String[] details;

  /// What is wrong, for translation; the sentences name their details in order.
  public enum Reason {
    /// The output would become its own input.
    INSIDE_DATA_SET("%s lies in the data set: choose a folder outside of it"),
    /// There is a run in the output folder, and nobody asked to resume it.
    HOLDS_A_RUN("%s is not empty: choose another folder, or resume its run"),
    /// There is something else in the output folder.
    NOT_EMPTY("%s is not empty and holds no run to resume: choose another folder"),
    /// The output folder is a file.
    FILE("%s is a file: choose a folder"),
    /// Writing is not permitted.
    FORBIDDEN("%s may not be written: ask for permission"),
    /// No room.
    DISK_FULL("%s: the disk is full: make room, then resume"),
    /// Writing fails for a reason of the system's own, which is the second detail.
    NOT_WRITABLE("%s cannot be written (%s): mend that, then resume"),
    /// Another process writes into the folder.
    IN_USE("%s: another run writes into it: wait for it or stop it"),
    /// The run to resume had another setting: its name, and both values or where they are.
    OTHER_SETTING("%s was begun with another %s (%s): use the same, or an empty folder"),
    /// How many pictures were tried.
    NOTHING_READABLE("%s: none of %s pictures tried can be read");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }

  BatchException(Reason reason, @Nullable Throwable cause, Object... details) {
    super(reason.sentence.formatted(details), cause);
    this.reason = reason;
    this.details = Arrays.stream(details).map(String::valueOf).toArray(String[]::new);
  }

  BatchException(Reason reason, Object... details) {
    this(reason, null, details);
  }

  /// What is wrong.
  public Reason reason() {
    return reason;
  }

  /// What the sentence names, in its order.
  public List<String> details() {
    return List.of(details);
  }
}
