package org.mixoscope.app.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.mixoscope.app.ui.LongJob;
import org.mixoscope.batch.Part;
import org.mixoscope.batch.ProgramVersion;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.clip.ClipJob;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.batch.text.TextJob;
import org.mixoscope.clip.ClipFolder;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.dataset.labelled.TextTable;
import org.mixoscope.text.Passage;

/// One run of a job of clips or texts. When it is cancelled the sample under way is finished.
///
/// @param source a folder of clips or a table of texts
/// @param as how labels are read
/// @param target the folder to write
/// @param threads at least 1
/// @param resume whether it goes on with what is there
record OtherRun(
    Path source,
    Other other,
    ReadAs as,
    Path target,
    SampleSettings samples,
    int threads,
    boolean resume)
    implements LongJob.Work<Seen, Ended> {
  @Override
  public Ended run(LongJob.Control<Seen> control) throws IOException {
    Consumer<Progress> told = now -> control.progress(new Seen(now, List.of(), List.of()));
    return new Ended(
        target,
        null,
        switch (other) {
          case Other.Clips clips -> mix(clips, control, told);
          case Other.Texts texts -> mix(texts, control, told);
        });
  }

  private Progress mix(Other.Clips clips, LongJob.Control<Seen> control, Consumer<Progress> told)
      throws IOException {
    ClipReader reader = Other.Clips.reader();
    ClipFolder folder = ClipFolder.open(source, reader);
    ClipJob job =
        new ClipJob(
            source, folder, clips.settings(samples), reader, threads, ProgramVersion.read());
    control.whenCancelled(job::cancel);
    return job.run(target, Part.WHOLE, resume, told);
  }

  private Progress mix(Other.Texts texts, LongJob.Control<Seen> control, Consumer<Progress> told)
      throws IOException {
    try (TextTable table = TextTable.open(source, texts.column(), as, Passage::require)) {
      TextJob job = new TextJob(source, table, texts.settings(samples), ProgramVersion.read());
      control.whenCancelled(job::cancel);
      return job.run(target, resume, told);
    }
  }
}
