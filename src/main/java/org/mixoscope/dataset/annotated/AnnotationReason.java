package org.mixoscope.dataset.annotated;

import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Reason;

/// Why what a file says of objects cannot be used. The first detail is the picture, or the place in
/// the file.
public enum AnnotationReason implements Reason {
  /// A file of no kind that is read.
  UNKNOWN_KIND("{0} is no annotation that is read: give a PNG mask, or COCO, YOLO, VOC or LabelMe"),
  /// A mask in colours, of which nobody says what they mean.
  COLOUR_MASK("{0} has colours, not indices of classes: save it as grey or with a palette"),
  /// The size that the annotation is for, that of the picture.
  OTHER_SIZE("{0} is {2}, its annotation is for {1}: use the pictures that were annotated"),
  /// No such file.
  NOT_THERE("{0} does not exist: check the path"),
  /// Reading fails.
  UNREADABLE("{0} cannot be read: copy it to another place"),
  /// The name of the picture, how many have it.
  NOT_LISTED("{0} has {2} {2:image|images} called {1}: needs one"),
  /// A text file in another encoding.
  NOT_UTF_8("{0}: must be UTF-8 text"),
  /// JSON that cannot be read to its end.
  NO_JSON("{0}: not valid JSON, or nested too deep"),
  /// XML that cannot be read to its end.
  NO_XML("{0}: not valid XML"),
  /// XML of something else.
  NO_VOC("{0}: no annotation of Pascal VOC"),
  /// XML with a document type: it could name other files or grow without end.
  DOCTYPE("{0}: has a document type or entities: remove them"),
  /// XML or YAML, how deep it may be.
  TOO_DEEP("{0}: is nested deeper than {1}"),
  /// YAML that cannot be read to its end.
  NO_YAML("{0}: not valid YAML"),
  /// YAML of more than plain data.
  TAGS("{0}: has tags (!): must be plain names, numbers and lists"),
  /// YAML of more than plain data.
  ANCHORS("{0}: has anchors or aliases (&, *): must be plain names, numbers and lists"),
  /// How many MiB it may be.
  TOO_LARGE("{0}: is larger than {1} MiB"),
  /// A JSON file that is no list of instances.
  NOT_INSTANCES(
      "{0}: has no category_id, or neither bbox nor segmentation: COCO's instances file is needed"),
  /// No categories at all.
  NO_CATEGORIES("{0}: has no categories"),
  /// The name of the field.
  MISSING("{0}: {1} is missing"),
  /// The name of the field, what it must be.
  BAD_FIELD("{0}: {1} must be {2}"),
  /// The id.
  SAME_IMAGE("{0}: there are two images with the id {1}"),
  /// The id.
  SAME_CATEGORY("{0}: there are two categories with the id {1}"),
  /// The id.
  NO_SUCH_CATEGORY("{0}: category_id {1} is not among the categories"),
  /// Width and height.
  NEGATIVE(
      "{0}: the box is {1} wide and {2} high: boxes are x, y, width, height; where they are x1, y1,"
          + " x2, y2, write them anew"),
  /// Boxes of the whole file.
  CORNERS(
      "{0}: boxes stick out of their pictures, as x1, y1, x2, y2 would: must be x, y, width,"
          + " height"),
  /// Pascal VOC's corners.
  REVERSED("{0}: xmax or ymax is below xmin or ymin: swap them"),
  /// The size of the picture.
  BAD_RUNS("{0}: counts must be runs that are together the pixels of {1}"),
  /// The size of the runs, that of the picture.
  OTHER_RUNS("{0}: segmentation is of {1}, the picture of {2}"),
  /// How many numbers there are.
  ODD_POINTS("{0}: {1} {1:number|numbers}: a polygon needs pairs of x and y"),
  /// How many points and polygons there may be.
  TOO_MANY_POINTS("{0}: a polygon of more than {1} points or {2} parts: none is drawn so"),
  /// How many numbers there are.
  BAD_LINE(
      "{0}: {1} {1:number|numbers}: needs a class and x, y, width, height, or a class and the pairs"
          + " of a polygon"),
  /// The text.
  NO_NUMBER("{0}: {1} is no number"),
  /// The value.
  BEYOND("{0}: {1}: must be within [0, 1], parts of width and height"),
  /// The class, how many there are.
  NO_SUCH_CLASS("{0}: class {1}: must be within [0, {2}), the names there are"),
  /// Lists of one object each: the longer and the shorter one.
  LENGTHS("{0}: {1} boxes, {2} of {3}: must be as many"),
  /// Key points have no area.
  KEY_POINTS("{0}: kpt_shape: key points are not read"),
  /// How many names, and how many classes there should be.
  NAMES_DIFFER("{0}: {1} names for nc = {2}: must be as many"),
  /// YOLO's root.
  ROOT_LEADS_OUT(
      "{0}: path {1}: leads out of the folder of this file: put the file into the data set, or say"
          + " by --pictures where it is"),
  /// A place of YOLO's pictures.
  NO_PLACE("{0}: {1}: there is no such folder or list"),
  /// A name of a picture.
  LEADS_OUT("{0}: {1}: leads out of the folder of the pictures: write names from there on");

  private final String sentence;

  AnnotationReason(String sentence) {
    this.sentence = sentence;
  }

  PictureException failure(Object... details) {
    return new PictureException(PictureException.Kind.UNSUPPORTED_FORMAT, of(details), null);
  }

  /// A file that is refused for this reason.
  public AnnotationException refusal(Object... details) {
    return new AnnotationException(of(details), null);
  }

  AnnotationException refusal(Throwable cause, Object... details) {
    return new AnnotationException(of(details), cause);
  }

  @Override
  public String room() {
    return "dataset.annotation";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
