/// The file systems of Hadoop as NIO's, so that data sets and jobs lie there as on a disk. May
/// import Hadoop and the rooms below, not Spark.
@NullMarked
package org.mixoscope.spark.hadoop;

import org.jspecify.annotations.NullMarked;
