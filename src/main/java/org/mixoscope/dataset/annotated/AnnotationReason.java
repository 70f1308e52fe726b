package org.mixoscope.dataset.annotated;

import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Reason;

/// Why the annotation of a picture cannot be used. The first detail is the picture.
public enum AnnotationReason implements Reason {
  /// A file of no kind that is read.
  UNKNOWN_KIND("{0} is no annotation that is read: give a PNG mask, or COCO, YOLO, VOC or LabelMe"),
  /// The size that the annotation is for, that of the picture.
  OTHER_SIZE("{0} is {2}, its annotation is for {1}: use the pictures that were annotated");

  private final String sentence;

  AnnotationReason(String sentence) {
    this.sentence = sentence;
  }

  PictureException failure(Object... details) {
    return new PictureException(PictureException.Kind.UNSUPPORTED_FORMAT, of(details), null);
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
