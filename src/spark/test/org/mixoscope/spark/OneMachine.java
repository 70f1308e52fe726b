package org.mixoscope.spark;

import java.io.IOException;
import java.nio.file.Path;
import org.mixoscope.batch.BatchJob;
import org.mixoscope.batch.BatchJob.Beginning;
import org.mixoscope.batch.BatchListener;
import org.mixoscope.batch.Progress;
import org.mixoscope.cli.Cluster;

/// What `mixoscope batch` does by itself.
record OneMachine() implements Cluster {
  @Override
  public Path path(String written) {
    return Path.of(written);
  }

  @Override
  public Progress run(BatchJob job, Path folder, Beginning beginning, BatchListener listener)
      throws IOException {
    return job.run(folder, 2, beginning, listener);
  }
}
