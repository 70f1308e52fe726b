package org.mixoscope.dataset.labelled;

import org.mixoscope.kernel.Reason;

/// Why a data set cannot be used. The first detail is the file or the place in it.
public enum DataSetReason implements Reason {
  /// No such file or folder.
  MISSING("{0} does not exist: check the path"),
  /// A file of no kind that is read.
  UNKNOWN_KIND(
      "{0} is no data set: give a folder of class folders, a .csv or .jsonl file, IDX or CIFAR"
          + " files, .tar shards, a .tar or .zip of class folders, .npy, .npz or .parquet"),
  /// Reading is not permitted.
  FORBIDDEN("{0} may not be read: ask for permission or copy it"),
  /// Reading fails.
  UNREADABLE("{0} cannot be read: copy it to another place"),
  /// A text file in another encoding.
  NOT_UTF_8("{0} cannot be read: must be UTF-8 text"),
  /// An archive of which nothing is left: how many members, why the first of them.
  NOTHING_LEFT("{0} has no pictures that can be read: left out {1} {2}"),
  /// Files of several data sets in a folder, the first of them.
  SEVERAL_SETS("{0} has several data sets ({1}): name the file of one, such as {2}"),
  /// NumPy arrays without pictures and labels.
  NO_ARRAYS("{0} has no arrays named images and labels, or x_train and y_train: rename them"),
  /// What is no IDX file.
  NOT_TRANSPOSED("{0}: only pictures of IDX files are transposed: leave out --transpose"),
  /// A table in an archive, which is named.
  TABLE_IN_ARCHIVE("{0} has a table, {1}: unpack the archive, tables are read from folders only"),
  /// The name that two members of an archive have.
  SAME_MEMBER("{0} has two files of the name {1}: rename one of them"),
  /// A sample of shards.
  SAME_SAMPLE("{0}: there are two of this name: rename one, or samples would get lost"),
  /// A sample of shards.
  NOT_ADJACENT(
      "{0}: its members do not follow each other: members of a sample must, sort them by name"),
  /// A sample of shards.
  SEVERAL_PICTURES(
      "{0}: has several pictures: leave one, or put .seg, .depth or the like before the ending of"
          + " the others"),
  /// A sample of shards, the name of one of its pictures.
  DOTTED_SAMPLE(
      "{0}: the name of a sample ends at its first dot, so that {1} is lost: rename, without dots"),
  /// CIFAR's pickles.
  PYTHON_FILES(
      "{0}: these are CIFAR's Python files: the binary version is needed (cifar-10-binary.tar.gz or"
          + " cifar-100-binary.tar.gz, unpacked)"),
  /// A folder without folders of pictures.
  NO_CLASSES(
      "{0} has no classes: needs a sub-folder of pictures for each, or name a CSV or JSON Lines"
          + " file"),
  /// A list of classes without lines.
  EMPTY_CLASSES("{0} is empty: needs a class name in each line"),
  /// A table without lines.
  EMPTY_TABLE("{0} has no lines: needs one for each picture"),
  /// Tar files without samples.
  NO_SAMPLES("{0} has no samples: needs pictures and labels in tar files"),
  /// Packed pictures without the file of their labels, which is named.
  NO_LABELS("{0} has no labels: needs {1} beside it"),
  /// A file of labels with none in it.
  EMPTY_LABELS("{0} has no labels"),
  /// Labels, pictures.
  COUNTS_DIFFER("{0} has {1} {1:label|labels} for {2} {2:picture|pictures}: needs one for each"),
  /// A line of JSON Lines.
  NO_JSON("{0}: not valid JSON"),
  /// A line without a path.
  NO_PATH("{0}: file_name is missing: needs the path of a picture"),
  /// Columns of a line, columns of the table.
  COLUMNS_DIFFER("{0}: {1} {1:column|columns}: needs {2}"),
  /// A table without labels.
  ONE_COLUMN("{0}: one column: needs those of paths and labels"),
  /// A sample without a label.
  NO_LABEL("{0}: label is missing: needs a class name, an index, or a list of probabilities"),
  /// A label without text.
  EMPTY_LABEL("{0}: label is empty: needs a class"),
  /// A sample of a tar file without a member that holds its label.
  NO_LABEL_MEMBER("{0}: has no label: needs a .cls, or a .json with label"),
  /// The label.
  BAD_LABEL("{0}: label {1}: must be a class name, an index, or a list of probabilities"),
  /// Classes here, classes before.
  LENGTHS_DIFFER(
      "{0}: label of {1} {1:class|classes} after one of {2}: must be as many in every line"),
  /// The value.
  OUTSIDE_PROBABILITIES("{0}: label has {1}: must be probabilities within [0, 1]"),
  /// The label, how many classes are declared.
  NOT_DECLARED(
      "{0}: label {1}: must be one of the {2} declared {2:class|classes}, or an index below that"),
  /// A folder of pictures that a list of classes does not name: the list.
  FOLDER_NOT_DECLARED("{0} is no class: {1} does not name it; mend one of them"),
  /// The splits, the first of them.
  SEVERAL_SPLITS("{0} has splits, not classes ({1}): take one, such as --split {2}"),
  /// The one that is asked for, those that there are.
  NO_SUCH_SPLIT("{0} has no split {1}: there are {2}"),
  /// The one that is asked for.
  NO_SPLITS("{0} has no splits: leave out --split {1}"),
  /// The label.
  NO_NUMBER("{0}: label {1}: must be a number"),
  /// One of the labels.
  NUMBERS(
      "{0}: labels are numbers such as {1}: --target number mixes them, --target class takes each"
          + " for the name of a class"),
  /// The column that is asked for, those that there are.
  NO_SUCH_COLUMN("{0}: no column {1}: there are {2}"),
  /// The columns.
  WHICH_COLUMN("{0}: which column is the label? name it by --label-column: {1}"),
  /// The name of several columns.
  SAME_COLUMN("{0}: several columns are called {1}: rename all but one"),
  /// What is no table of texts.
  NO_TEXTS("{0}: texts are in a .csv, .tsv or .jsonl file: name one"),
  /// The column.
  NO_TEXT("{0}: {1} is a list or an object: name a column of texts"),
  /// What is said of the quotation marks of a CSV file.
  QUOTES(
      "{0}: quotation marks do not fit ({1}): put a cell in them whole, and double those within"),
  /// The kind of target.
  CLASSES_ONLY("target = {0}: texts are labelled with classes: class or labels"),
  /// The index, how many classes are declared.
  UNDECLARED_INDEX("{0}: label {1}: must be within [0, {2}), the classes that are declared"),
  /// Class maps are asked for and there are none.
  NO_MASKS(
      "{0} has no masks: needs images and masks side by side, x.jpg and x_mask.png, a column"
          + " mask_file_name or .seg.png in shards"),
  /// An array of maps that are not of indices.
  NO_INDEX_MAPS(
      "{0} has maps that are not N×H×W whole numbers, as those of mixes that blend: they are not"
          + " mixed again, take the data set that they were made of"),
  /// A picture, its size, that of its mask or of the picture that was annotated.
  OTHER_SIZE("{0} is {1}, what is marked in it is of {2}: use the pictures that were marked"),
  /// The first of the annotation files.
  OBJECTS_IN_ARCHIVE(
      "{0} has annotations of objects, {1}, which are read from folders: unpack it and name the"
          + " folder, or take its folders for classes by --target class"),
  /// The label, the least index that is too large.
  INDEX_OUTSIDE("{0}: label {1}: an index must be within [0, {2})"),
  /// What is asked for.
  HAS_OBJECTS("{0} has objects: --target {1} is not made of them, objects and labels are"),
  /// Files of objects of which none can be told to be the one, the first of them.
  SEVERAL_ANNOTATIONS("{0} has several annotation files ({1}): name one, such as {2}"),
  /// An annotation file without pictures.
  NO_IMAGES("{0} lists no images"),
  /// The folder, the first picture.
  NO_PICTURES_THERE(
      "{0}: none of its pictures is in {1}, such as {2}: say by --pictures where they are"),
  /// A folder of pictures of which none has a label file.
  NO_LABEL_FILES("{0} has no label files: needs {1} for each picture"),
  /// A file that is to be mixed in.
  NO_BACKGROUND("{0} is no picture that is read: name one, or a folder of pictures"),
  /// What label files end in.
  LABELS_ALONE(
      "{0} has label files ({1}) and no pictures: write the pictures beside them, those inside"
          + " label files (imageData) are not read"),
  /// What is asked for.
  NO_PICTURES_OPTION("{0}: --pictures goes with annotations in files of their own: leave it out");

  private final String sentence;

  DataSetReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String room() {
    return "dataset";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
