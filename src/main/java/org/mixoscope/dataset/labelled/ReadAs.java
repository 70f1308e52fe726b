package org.mixoscope.dataset.labelled;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the user says of how a data set is to be read; whatever is null is found out.
///
/// @param classes a text file with the names of the classes, one a line, in the order of their
///   indices
/// @param order of classes that nothing declares
/// @param split which one to take of a data set that has several, such as `train`
/// @param labelColumn the name of the column or field of the label
/// @param labelDelimiter what stands between the classes of a label that is one text
/// @param target what the labels are
/// @param pictures the folder that the names in an annotation file start from
/// @param transpose whether the pictures of IDX files have rows for columns, as EMNIST's have
public record ReadAs(
    @Nullable Path classes,
    ClassOrder order,
    @Nullable String split,
    @Nullable String labelColumn,
    @Nullable String labelDelimiter,
    @Nullable TargetKind target,
    @Nullable Path pictures,
    boolean transpose) {
  /// Nothing is said.
  public static final ReadAs USUAL =
      new ReadAs(null, ClassOrder.NAME, null, null, null, null, null, false);

  /// Whether classes have an order that the files of the data set do not tell.
  boolean ordersClasses() {
    return classes != null || order != ClassOrder.NAME;
  }

  /// Another order of classes.
  public ReadAs with(ClassOrder other) {
    return new ReadAs(
        classes, other, split, labelColumn, labelDelimiter, target, pictures, transpose);
  }

  /// Other labels.
  public ReadAs with(@Nullable TargetKind other) {
    return new ReadAs(
        classes, order, split, labelColumn, labelDelimiter, other, pictures, transpose);
  }

  /// With rows for columns, or not.
  public ReadAs transposed(boolean other) {
    return new ReadAs(classes, order, split, labelColumn, labelDelimiter, target, pictures, other);
  }

  /// The labels of another column.
  public ReadAs withLabelColumn(@Nullable String other) {
    return new ReadAs(classes, order, split, other, labelDelimiter, target, pictures, transpose);
  }

  /// Another split.
  public ReadAs withSplit(@Nullable String other) {
    return new ReadAs(
        classes, order, other, labelColumn, labelDelimiter, target, pictures, transpose);
  }

  /// Pictures in another folder.
  public ReadAs withPictures(@Nullable Path other) {
    return new ReadAs(classes, order, split, labelColumn, labelDelimiter, target, other, transpose);
  }
}
