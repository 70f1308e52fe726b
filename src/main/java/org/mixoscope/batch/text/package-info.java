/// Mixing a table of texts: by index, so that memory does not grow with the texts; in order, so
/// that the same table and settings give the same bytes, after any interruption.
@NullMarked
package org.mixoscope.batch.text;

import org.jspecify.annotations.NullMarked;
