/// Objects in pictures as files have them: boxes, polygons and runs of pixels, what they mean in
/// pixels, and the formats they are read from.
///
/// May import `image` and `kernel`; knows no data set.
@NullMarked
package org.mixoscope.dataset.annotated;

import org.jspecify.annotations.NullMarked;
