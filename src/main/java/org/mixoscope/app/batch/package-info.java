/// The Batch screen: a data set in, mixed samples out, by the same job as `mixoscope batch`.
///
/// What is made and written is decided in `batch`; here are its options, what it would do, how far
/// it is.
@NullMarked
package org.mixoscope.app.batch;

import org.jspecify.annotations.NullMarked;
