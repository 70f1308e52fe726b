package org.mixoscope.dataset;

import org.mixoscope.kernel.Reason;

/// Why something is not part of a data set. A part of a sentence, after its number: "2 .heic".
public enum LeftOutReason implements Reason {
  /// Pictures of a kind that is not read; what their names end in.
  PICTURE_OF_OTHER_KIND("{0} (pictures of a kind that is not read)"),
  /// Files that are no pictures; what their names end in.
  NO_PICTURE("{0} (no pictures)"),
  /// Empty files; what their names end in.
  EMPTY("{0} (empty files)"),
  /// In the place of what a name ends in.
  NO_ENDING("without extension"),
  /// Names that begin with a dot.
  HIDDEN("hidden"),
  /// What operating systems and programs leave.
  SYSTEM("of the system ({0})"),
  /// Folders that may not be read.
  FORBIDDEN("folders that may not be read"),
  /// Files that may not be read; what their names end in.
  FORBIDDEN_FILE("{0} (files that may not be read)"),
  /// Links back to a folder that they lie in.
  LINK_BACK("links back to a folder that they lie in"),
  /// Pictures beside the folders of classes.
  NO_CLASS("beside the folders of classes"),
  /// Pictures that no line of a table names.
  NOT_IN_TABLE("not in the table"),
  /// Pictures and lines of another split.
  OTHER_SPLIT("of the split {0}");

  private final String words;

  LeftOutReason(String words) {
    this.words = words;
  }

  @Override
  public String room() {
    return "dataset.left-out";
  }

  @Override
  public String sentence() {
    return words;
  }
}
