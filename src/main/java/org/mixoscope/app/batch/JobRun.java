package org.mixoscope.app.batch;

import java.io.IOException;
import java.nio.file.Path;
import org.mixoscope.app.ui.LongJob;
import org.mixoscope.batch.BatchJob;
import org.mixoscope.batch.BatchJob.Beginning;
import org.mixoscope.batch.Edition;
import org.mixoscope.batch.JobDocument;
import org.mixoscope.batch.JobSettings;
import org.mixoscope.batch.ProgramVersion;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.image.PictureReader;

/// One run of a job. When it is cancelled the samples under way are finished and no more are begun.
///
/// @param source the data set
/// @param as how it is read
/// @param target the folder to write
/// @param threads at least 1
/// @param beginning what to do with what the folder holds
record JobRun(
    Path source, ReadAs as, Path target, JobSettings settings, int threads, Beginning beginning)
    implements LongJob.Work<Seen, Ended> {
  @Override
  public Ended run(LongJob.Control<Seen> control) throws IOException {
    PictureReader reader = settings.reader();
    try (DataSet data = DataSet.open(source, as)) {
      Edition edition =
          beginning != Beginning.REFUSED ? JobDocument.editionIn(target) : settings.edition();
      BatchJob job = new BatchJob(source, as, data, settings.as(edition), ProgramVersion.read());
      control.whenCancelled(job::cancel);
      Follower follower =
          new Follower(data, settings.output().encoding(), reader, control::progress);
      return new Ended(
          target, settings.output().format(), job.run(target, threads, beginning, follower));
    }
  }
}
