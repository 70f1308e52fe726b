package org.mixoscope.dataset.labelled;

import org.mixoscope.kernel.Reason;

/// What was understood of a data set where it might have been understood otherwise.
public enum FindingReason implements Reason {
  /// A rule of classes.
  BY_NAME("by name, character by character"),
  /// A rule of classes.
  NATURALLY("by name, numbers by their value"),
  /// A rule of classes: the file.
  DECLARED("as {0} lists them"),
  /// A rule of classes.
  BY_INDEX("by index"),
  /// A rule of classes: the only one there is.
  ONE_NUMBER("one number a picture"),
  /// A rule of classes: COCO's.
  BY_CATEGORY_ID("by category id"),
  /// Ids of categories and what they became.
  CATEGORY_IDS("category ids became indices: {0}"),
  /// Objects, those with pixels, those with boxes only, most of a picture, pictures without.
  OBJECTS(
      "{0} {0:object|objects}: {1} with masks, {2} with boxes only; up to {3} in a picture, {4}"
          + " {4:picture|pictures} without"),
  /// How many.
  CROWDS("{0} {0:region|regions} of many (iscrowd) {0:is|are} kept, to be ignored"),
  /// How many.
  IGNORED("{0} {0:object is|objects are} kept, to be ignored"),
  /// A root, the folder that was taken.
  OTHER_ROOT("path {0} is not taken: pictures are looked for in {1}"),
  /// The classes, how many.
  EMPTY_CLASSES("{1} {1:class has|classes have} no pictures: {0}"),
  /// How many classes, one of them.
  SAME_NAME("{0} {0:class has|classes have} a name that another has, such as {1}: they stay apart"),
  /// The split.
  ONLY_SPLIT("{0} is the only split, and is taken"),
  /// Pictures, the separator.
  SEPARATED("columns are separated by {0}"),
  /// The column, the others.
  PASSED_OVER("labels are those of the column {0}, and {1} is not read"),
  /// How many.
  BACKSLASHES("{0} {0:path has|paths have} backslashes, taken for slashes"),
  /// How many.
  FOUND_BY_STEM("{0} {0:path has|paths have} no extension: the picture of that name was taken"),
  /// How many.
  OTHER_CASE(
      "{0} {0:name differs|names differ} from those of the pictures in upper and lower case"),
  /// How many, where.
  FOUND_ELSEWHERE("{0} {0:picture was|pictures were} found by name in other folders, such as {1}"),
  /// How many, the first.
  MISSING("{0} {0:picture is|pictures are} missing, such as {1}"),
  /// How many.
  NOT_NORMAL(
      "labels of {0} {0:picture|pictures} do not sum to 1: taken as several labels, for which"
          + " cross-entropy is the wrong loss"),
  /// A rule of classes.
  AS_VOC("as Pascal VOC has them"),
  /// The folder of pictures, that of masks.
  TAKEN_FOR_MASKS(
      "{0} and {1} are taken for pictures and their masks; --target class takes folders for"
          + " classes"),
  /// The first of them.
  TAKEN_FOR_MASKS_BESIDE(
      "{0} and the like are taken for masks of the pictures beside them; --target class takes"
          + " folders for classes"),
  /// How many, those of the first.
  SEVERAL_MASKS("{0} {0:picture has|pictures have} several masks, the first is taken: {1}"),
  /// How many, why the first.
  UNREADABLE_MASKS(
      "{0} {0:mask|masks} cannot be read, {0:its picture is|their pictures are} skipped: {1}"),
  /// Nothing more.
  TWO_VALUED("masks have nothing but 0 and the largest value, which is taken for class 1"),
  /// The column or part of a sample.
  UNUSED_MASKS("{0} has masks, which are not used: --target map takes them for the labels"),
  /// The first of them.
  LABELS_BESIDE("{0} and the like are taken for YOLO's labels of the pictures beside them"),
  /// The last index.
  CALLED_BY_INDEX(
      "no file names the classes, so they are called by their indices, 0 to {0}, the largest that"
          + " there is: --classes FILE names them"),
  /// Maps of objects.
  PAINTED(
      "class maps are painted from the objects in the order of the file, later ones over others"),
  /// One of them.
  FIRST_FRAMES(
      "{0} and the like have several frames or slices: as pictures, the first of each is mixed;"
          + " --clips mixes all of them"),
  /// One of their folders.
  SLICES_APART(
      "{0} and the like are folders of slices: as pictures, each slice is mixed by itself; --clips"
          + " mixes volumes"),
  /// Only one picture.
  SINGLE("there is one picture: nothing can be mixed");

  private final String words;

  FindingReason(String words) {
    this.words = words;
  }

  @Override
  public String room() {
    return "dataset.finding";
  }

  @Override
  public String sentence() {
    return words;
  }
}
