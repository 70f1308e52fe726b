package org.mixoscope.batch.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/// Where mixed texts go, in the folder `data`. What a run that was ended by force has left is found
/// again by [#kept]: the same samples written again are the same bytes.
public sealed interface TextOutput extends Closeable permits TextLines, TextTables {
  /// The folder in a job's folder.
  String DATA = "data";

  /// The forms.
  enum Format {
    /// `mixed.jsonl`.
    JSONL,
    /// A Parquet file for every thousand samples.
    PARQUET
  }

  /// Opens what is there, or begins it.
  ///
  /// @param seed written with each sample
  static TextOutput open(Format format, Path folder, long seed) throws IOException {
    return switch (format) {
      case JSONL -> new TextLines(folder.resolve(DATA), seed);
      case PARQUET -> new TextTables(folder.resolve(DATA), seed);
    };
  }

  /// How many samples are there for good.
  int kept();

  /// Adds the next sample.
  void add(TextSample sample) throws IOException;

  /// All samples are there.
  void finish() throws IOException;
}
