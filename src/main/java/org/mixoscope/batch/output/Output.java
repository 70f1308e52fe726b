package org.mixoscope.batch.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Sample;

/// A data set that is being written.
public interface Output extends Closeable {
  /// What is left to be done with a prepared sample, in the order of the samples.
  interface Part {
    /// Adds the sample. One thread at a time.
    void append() throws IOException;
  }

  /// Does all that needs no order: encoding, files of their own. Any number of threads.
  ///
  /// @param recipe to go into the picture file; null for none
  Part prepare(Sample sample, @Nullable String recipe) throws IOException;

  /// The folder of the file that a sample's picture goes into.
  Path folder(int index);

  /// How far it is written: what [#open] needs to go on from here.
  List<Long> state();

  /// All samples are there. Doing it again changes nothing.
  void finish() throws IOException;

  /// Begins, or goes on.
  ///
  /// @param folder which is there
  /// @param classes the names of the classes
  /// @param seed that every sample carries
  /// @param labelWeights whether every sample carries the weights of its sources in the label
  /// @param state empty to begin
  static Output open(
      Path folder,
      OutputSettings settings,
      List<String> classes,
      long seed,
      boolean labelWeights,
      List<Long> state)
      throws IOException {
    SampleJson json = new SampleJson(seed, labelWeights);
    return switch (settings.encoding()) {
      case Encoding.File file ->
          switch (settings.format()) {
            case WEBDATASET -> new TarOutput(folder, file, json, state);
            case PARQUET ->
                new ParquetOutput(folder, file, seed, ParquetColumn.all(labelWeights), state);
            default -> new FolderOutput(folder, file, json, state);
          };
      case Encoding.Numbers numbers ->
          ArrayOutput.open(
              folder, numbers, classes.size(), settings.format() == OutputFormat.NPZ, json, state);
    };
  }
}
