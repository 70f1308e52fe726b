package org.mixoscope.app.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.mixoscope.app.ui.LongJob;
import org.mixoscope.batch.Part;
import org.mixoscope.batch.SerialJob;

/// One run of a job of clips or texts. When it is cancelled the sample under way is finished.
///
/// @param other as it was surveyed
/// @param wish with a folder to write
/// @param threads at least 1
/// @param resume whether it goes on with what is there
record OtherRun(Other other, Survey.Wish wish, int threads, boolean resume)
    implements LongJob.Work<Seen, Ended> {
  @Override
  public Ended run(LongJob.Control<Seen> control) throws IOException {
    Path target = Objects.requireNonNull(wish.target());
    try (Other now = other.reopened()) {
      SerialJob job = now.job(wish, threads);
      control.whenCancelled(job::cancel);
      return new Ended(
          target,
          null,
          job.run(
              target,
              Part.WHOLE,
              resume,
              progress -> control.progress(new Seen(progress, List.of(), List.of()))));
    }
  }
}
