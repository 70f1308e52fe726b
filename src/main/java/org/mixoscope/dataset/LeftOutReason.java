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
  /// Files that may not be read.
  FORBIDDEN_FILE("files that may not be read"),
  /// Links back to a folder that they lie in.
  LINK_BACK("links back to a folder that they lie in"),
  /// Pictures beside the folders of classes.
  NO_CLASS("beside the folders of classes"),
  /// Pictures and lines of another split.
  OTHER_SPLIT("of the split {0}"),
  /// Members of an archive with absolute names or with `..` in them.
  OUTSIDE_ARCHIVE("with names that lead out of the archive"),
  /// Links and the like in an archive.
  SPECIAL("links, devices or files with holes"),
  /// Members of an archive.
  ENCRYPTED("encrypted"),
  /// Members of an archive.
  OTHER_METHOD("compressed in a way that is not read"),
  /// Members of an archive; the limit in MiB.
  TOO_LARGE("larger than {0} MiB"),
  /// Archives in an archive.
  NESTED("archives in the archive"),
  /// Samples of shards.
  NO_PICTURE_IN_SAMPLE("samples without a picture under their name"),
  /// Pictures of shards.
  SECOND_PICTURE("further pictures of a sample"),
  /// Pictures of which nothing is known: an empty file would say that they have no objects.
  NO_LABEL_FILE("without a label file"),
  /// Files of labels and annotations.
  NO_PICTURE_OF_LABEL("label files without a picture"),
  /// LabelMe's files.
  PICTURE_IN_LABEL(
      "label files whose picture is in them only (imageData), which is not read: write the pictures"
          + " beside them"),
  /// Annotation files in the place of which others are read.
  OTHER_ANNOTATIONS("other annotation files"),
  /// Pictures of which nobody knows what they show.
  NO_MASK("pictures without a mask"),
  /// Masks of pictures that are not there.
  NO_PICTURE_OF_MASK("masks without a picture"),
  /// Folders that are neither of pictures nor of masks.
  BESIDE_MASKS("folders beside those of pictures and masks"),
  /// Names in the list of a split that no picture has.
  LISTED_ONLY("listed in the split without being there"),
  /// Mixes that were written with two maps each.
  BLENDED("with masks that blend, which are not mixed again");

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
