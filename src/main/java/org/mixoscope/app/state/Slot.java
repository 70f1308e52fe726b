package org.mixoscope.app.state;

import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureException;

/// What a source pane has to show: the picture in its own size, and what went wrong last, if
/// anything did.
///
/// @param loaded the picture that is mixed, null while there is none
/// @param problem why the last picture offered here could not be read; the one before stays
public record Slot(@Nullable Loaded loaded, @Nullable PictureException problem) {
  static final Slot EMPTY = new Slot(null, null);
}
