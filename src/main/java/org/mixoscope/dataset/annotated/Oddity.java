package org.mixoscope.dataset.annotated;

import org.mixoscope.kernel.Reason;

/// What is unusual in a file of objects, but no reason to refuse it. The details are how many, and
/// the first of them.
public enum Oddity implements Reason {
  /// Boxes and polygons across the border of their picture.
  CUT("{0} {0:object sticks|objects stick} out of the picture and {0:is|are} cut, such as in {1}"),
  /// Nothing of them is inside their picture.
  OUTSIDE("{0} {0:object is|objects are} outside the picture and left out, such as in {1}"),
  /// Their width or height is 0.
  NO_SIZE("{0} {0:object has|objects have} no size and {0:is|are} left out, such as in {1}"),
  /// Values beyond the border by no more than rounding.
  ROUNDED("{0} {0:value|values} beyond 0 or 1 by rounding {0:was|were} cut, such as in {1}"),
  /// Pascal VOC's boxes that begin at 0.
  FROM_ZERO(
      "{0} {0:box begins|boxes begin} at 0, where Pascal VOC counts from 1: the tool may have"
          + " counted from 0, its boxes are 1 pixel too far left and up then; such as in {1}"),
  /// Pascal VOC's difficult objects.
  DIFFICULT("{0} difficult {0:object is|objects are} kept, to be ignored, such as in {1}"),
  /// Two annotations with one id.
  SAME_ID("{0} {0:annotation has|annotations have} the id of another, such as {1}"),
  /// Images of a file that another is of, too.
  SAME_FILE(
      "{0} {0:image has|images have} the file name of another, so what is in that picture is"
          + " divided among them, such as {1}"),
  /// Annotations of pictures that the file does not list.
  NO_SUCH_IMAGE(
      "{0} {0:annotation is|annotations are} of images that are not listed and left out, such as"
          + " {1}"),
  /// Images without a width and height.
  NO_FRAME("{0} {0:image has|images have} no width and height, such as {1}"),
  /// Pascal VOC's parts of objects, such as heads.
  PART("{0} {0:part of an object is|parts of objects are} left out, such as in {1}"),
  /// COCO's key points.
  KEY_POINTS("{0} {0:object has|objects have} key points, which are left out, such as in {1}"),
  /// Shapes that are no areas.
  OTHER_SHAPE(
      "{0} {0:shape has|shapes have} no area, as lines and points, and {0:is|are} left out, such as"
          + " in {1}"),
  /// Names that lead out of the folder.
  OUTSIDE_NAME(
      "{0} {0:name leads|names lead} out of the folder: the pictures of that name in it were taken,"
          + " such as for {1}");

  private final String words;

  Oddity(String words) {
    this.words = words;
  }

  @Override
  public String room() {
    return "dataset.oddity";
  }

  @Override
  public String sentence() {
    return words;
  }
}
