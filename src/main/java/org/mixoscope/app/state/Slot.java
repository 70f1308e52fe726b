package org.mixoscope.app.state;

import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureException;

/// What a source pane has to show: the picture in its own size, and what went wrong last, if
/// anything did.
///
/// @param loaded the picture that is mixed, null while there is none
/// @param problem why the last picture offered here, or what was to say what is where in it, could
///   not be read; what was there before stays
/// @param marks what is where in the picture, in its own ratio; null where nothing is known
/// @param reading whether another picture is being read for the pane
public record Slot(
    @Nullable Loaded loaded,
    @Nullable PictureException problem,
    @Nullable ViewMarks marks,
    boolean reading) {
  static final Slot EMPTY = new Slot(null, null);

  /// Of which nothing is known.
  Slot(@Nullable Loaded loaded, @Nullable PictureException problem) {
    this(loaded, problem, null, false);
  }

  /// The same with another problem, or none, and nothing more to come.
  Slot with(@Nullable PictureException other) {
    return new Slot(loaded, other, marks, false);
  }

  /// The same while another picture is read: what was wrong with the last one is over.
  Slot whileReading() {
    return new Slot(loaded, null, marks, true);
  }
}
