/// The job of `mixoscope batch` on a cluster: the driver lists the data set, every task makes one
/// file, the folder in the end is that of one machine.
///
/// The only room that knows Spark. Compiled by the profile `spark` alone; nobody imports it.
@NullMarked
package org.mixoscope.spark;

import org.jspecify.annotations.NullMarked;
