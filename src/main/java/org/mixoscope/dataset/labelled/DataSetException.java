package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureException;

/// A data set cannot be used. The message is one English sentence that names the file, perhaps its
/// line, what is wrong and what to do.
public final class DataSetException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String[] details;

  /// What is wrong, for translation; the sentences name their details in order, first the file or
  /// the place in it.
  public enum Reason {
    /// No such file or folder.
    MISSING("%s does not exist: check the path"),
    /// A file of no kind that is read.
    UNKNOWN_KIND(
        "%s is no data set: give a folder of class folders, a .csv or .jsonl file, IDX or CIFAR"
            + " files, or .tar shards"),
    /// Reading is not permitted.
    FORBIDDEN("%s may not be read: ask for permission or copy it"),
    /// Reading fails.
    UNREADABLE("%s cannot be read: copy it to another place"),
    /// A text file in another encoding.
    NOT_UTF_8("%s cannot be read: must be UTF-8 text"),
    /// A tar file cut short or damaged.
    NO_TAR("%s is no whole tar file: copy or download it once more"),
    /// A folder without folders of pictures.
    NO_CLASSES(
        "%s has no classes: needs a sub-folder of pictures for each, or name a CSV or JSON Lines"
            + " file"),
    /// A list of classes without lines.
    EMPTY_CLASSES("%s is empty: needs a class name in each line"),
    /// A table without lines.
    EMPTY_TABLE("%s has no lines: needs one for each picture"),
    /// Tar files without samples.
    NO_SAMPLES("%s has no samples: needs pictures and labels in tar files"),
    /// Packed pictures without the file of their labels, which is named.
    NO_LABELS("%s has no labels: needs %s beside it"),
    /// A file of labels with none in it.
    EMPTY_LABELS("%s has no labels"),
    /// Labels, pictures.
    COUNTS_DIFFER("%s has %s labels for %s pictures: needs one for each"),
    /// A line of JSON Lines.
    NO_JSON("%s: not valid JSON"),
    /// A line without a path.
    NO_PATH("%s: file_name is missing: needs the path of a picture"),
    /// Columns of a line, columns of the table.
    COLUMNS_DIFFER("%s: %s columns: needs %s"),
    /// A table without labels.
    ONE_COLUMN("%s: one column: needs those of paths and labels"),
    /// Column, value.
    NO_PROBABILITY("%s: %s = %s: must be a probability"),
    /// A sample without a label.
    NO_LABEL("%s: label is missing: needs a class name, an index, or a list of probabilities"),
    /// A label without text.
    EMPTY_LABEL("%s: label is empty: needs a class"),
    /// A sample of a tar file without a member that holds its label.
    NO_LABEL_MEMBER("%s: has no label: needs a .cls, or a .json with label"),
    /// The label.
    BAD_LABEL("%s: label %s: must be a class name, an index, or a list of probabilities"),
    /// Classes here, classes before.
    LENGTHS_DIFFER("%s: label of %s classes after one of %s: must be as many in every line"),
    /// The value.
    OUTSIDE_PROBABILITIES("%s: label has %s: must be probabilities within [0, 1]"),
    /// A label that says nothing.
    ALL_ZERO("%s: label is 0 for every class: needs one above 0"),
    /// The label, how many classes are declared.
    NOT_DECLARED("%s: label %s: must be one of the %s declared classes, or an index below that"),
    /// The index, how many classes are declared.
    UNDECLARED_INDEX("%s: label %s: must be within [0, %s), the classes that are declared"),
    /// The label, the least index that is too large.
    INDEX_OUTSIDE("%s: label %s: an index must be within [0, %s)"),
    /// Only the cause says.
    CAUSE("%s");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }

  DataSetException(Reason reason, @Nullable Throwable cause, Object... details) {
    super(reason.sentence.formatted(details), cause);
    this.reason = reason;
    this.details = Arrays.stream(details).map(String::valueOf).toArray(String[]::new);
  }

  DataSetException(Reason reason, Object... details) {
    this(reason, null, details);
  }

  /// What reading a file or folder of a data set failed with, said about it.
  ///
  /// @param reason what to say if the failure itself does not say better
  static DataSetException unreadable(Path file, IOException e, Reason reason) {
    return switch (e) {
      case DataSetException known -> known;
      case PictureException known -> of(known);
      case AccessDeniedException _ -> new DataSetException(Reason.FORBIDDEN, e, file);
      default -> new DataSetException(reason, e, file);
    };
  }

  /// The same, of a failure that names the file itself.
  static DataSetException of(IOException e) {
    return new DataSetException(Reason.CAUSE, e, String.valueOf(e.getMessage()));
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
