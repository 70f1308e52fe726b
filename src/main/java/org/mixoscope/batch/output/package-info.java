/// Formats that mixed samples are written in. Each writes on from where a journal says that it was,
/// so that a run that was ended by force goes on to the same bytes.
@NullMarked
package org.mixoscope.batch.output;

import org.jspecify.annotations.NullMarked;
