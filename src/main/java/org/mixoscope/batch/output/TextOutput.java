package org.mixoscope.batch.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Where mixed texts go, in the folder `data`. What a run that was ended by force has left is found
/// again by [#next]: the same samples written again are the same bytes.
public sealed interface TextOutput extends Closeable permits TextLines, TextTables {
  /// The folder in a job's folder.
  String DATA = "data";

  /// The forms.
  enum Format {
    /// `mixed.jsonl`.
    JSONL,
    /// A Parquet file for every thousand samples.
    PARQUET;

    /// How many samples go into one file, where files hold a certain number; else 1.
    public int samplesPerFile() {
      return this == PARQUET ? TextTables.PER_FILE : 1;
    }
  }

  /// Opens what is there, or begins it.
  ///
  /// @param seed written with each sample
  static TextOutput open(Format format, Stretch stretch, long seed) throws IOException {
    return switch (format) {
      case JSONL -> new TextLines(stretch, seed);
      case PARQUET -> new TextTables(stretch, seed);
    };
  }

  /// How many samples are there for good, from the first of a stretch on. Nothing is opened.
  static int written(Format format, Stretch stretch) throws IOException {
    return switch (format) {
      case JSONL -> LineFile.count(stretch.lists().resolve(DATA).resolve(TextLines.NAME));
      case PARQUET -> TextTables.next(stretch) - stretch.begin();
    };
  }

  /// Makes of what parts kept what a run of the whole job would have written. Doing it again
  /// changes nothing.
  ///
  /// @param parts the folders of all parts, in their order
  /// @param folder of the whole job
  static void join(Format format, List<Path> parts, Path folder) throws IOException {
    switch (format) {
      case JSONL -> PartFiles.join(parts, DATA + "/" + TextLines.NAME, folder);
      case PARQUET -> {}
    }
  }

  /// The first sample that is not there for good.
  int next();

  /// Adds the next sample.
  void add(TextSample sample) throws IOException;

  /// All samples are there.
  void finish() throws IOException;
}
