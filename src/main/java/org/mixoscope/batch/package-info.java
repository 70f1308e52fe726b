/// The job: a data set in, mixed samples out, in order, on any number of threads, to be stopped and
/// resumed at any moment.
///
/// Knows no screens and command lines; they follow a job as its listeners.
@NullMarked
package org.mixoscope.batch;

import org.jspecify.annotations.NullMarked;
