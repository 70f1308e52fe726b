package org.mixoscope.batch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.BackgroundSource;

/// A job as a document: all that decides which bytes it writes, to be kept, sent and given back.
/// `run.json` in the folder that a job has written is one, too.
///
/// @param source the data set; null if it is named elsewhere
/// @param settings what is made of it
public record JobDocument(@Nullable JobSource source, JobSettings settings) {
  /// Reads a file, such as `run.json`, of this version or of 0.1.0. A data set or a background with
  /// a relative path lies beside the file, or else where the program was started.
  ///
  /// @throws BatchException if it cannot be read or is no job
  public static JobDocument read(Path file) throws BatchException {
    return of(JobFile.read(file));
  }

  /// What a file says that has been read.
  ///
  /// @throws BatchException if it is no job, or none of pictures
  public static JobDocument of(JobFile file) throws BatchException {
    return file.make(
            JobFile.Kind.PICTURES,
            tree -> JobJson.read(OldRunFile.isOne(tree) ? OldRunFile.upgraded(tree) : tree))
        .beside(file);
  }

  /// The edition of the job that a folder holds, which is to go on; that of today if it holds none.
  ///
  /// @throws BatchException if it holds something else by that name
  public static Edition editionIn(Path folder) throws BatchException {
    if (!RunFile.isIn(folder)) {
      return Edition.PRESENT;
    }
    JobFile run = JobFile.read(folder.resolve(RunFile.NAME));
    if (run.kind() != JobFile.Kind.PICTURES) {
      throw run.kind().isIn(folder);
    }
    return of(run).settings().edition();
  }

  /// Reads a text.
  ///
  /// @throws BatchException if it is no job
  public static JobDocument parse(String text) throws BatchException {
    return of(JobFile.parse(text));
  }

  private JobDocument beside(JobFile file) {
    BackgroundSource background = settings.samples().partners().background();
    return new JobDocument(
        source == null ? null : source.beside(file),
        background == null
            ? settings
            : settings.with(
                new BackgroundSource(file.located(background.path()), background.contents())));
  }

  /// One line of JSON, which [#parse] reads back.
  public String text() {
    return JobJson.tree(this).toString();
  }
}
