/// What is remembered from one run to the next, and where it is kept.
///
/// Knows no controls and no stage: values in, a file out.
@NullMarked
package org.mixoscope.app.memory;

import org.jspecify.annotations.NullMarked;
