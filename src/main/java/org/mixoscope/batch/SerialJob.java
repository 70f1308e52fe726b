package org.mixoscope.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.mixoscope.batch.BatchJob.Found;
import org.mixoscope.batch.output.Stretch;

/// A job of which one sample is made after the other: of clips or of texts.
public interface SerialJob {
  /// How many samples there will be.
  int size();

  /// The samples of a part.
  ///
  /// @param folder that the job is written into
  Stretch stretch(Path folder, Part part);

  /// What the whole job would find in a folder. Nothing is written.
  ///
  /// @throws BatchException if there is a run of another job
  Found look(Path folder) throws IOException;

  /// Checks that what it mixes is what a document says.
  ///
  /// @throws BatchException if it is not
  void requireSame(SerialContents before) throws IOException;

  /// Writes all samples of a part, once. Parts of one job may be written into one folder at the
  /// same time; [Merge] puts them together.
  ///
  /// @param folder to write into; made if it is not there, empty unless the job is resumed
  /// @param part which samples
  /// @param resume whether to go on with what is there
  /// @param told of every sample
  /// @return how far it came
  /// @throws BatchException if it cannot begin or go on
  Progress run(Path folder, Part part, boolean resume, Consumer<Progress> told) throws IOException;

  /// Has [#run] end after the sample that is being made. From any thread.
  void cancel();
}
