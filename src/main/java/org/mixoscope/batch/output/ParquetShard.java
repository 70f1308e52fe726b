package org.mixoscope.batch.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Sample;

/// One file of [ParquetOutput]. Its rows wait on this machine until all are there.
final class ParquetShard implements ShardWriter {
  private final int number;
  private final Encoding.File encoding;
  private final long seed;
  private final List<ParquetColumn> columns;
  private final Streams streams;
  private final Path spool;
  private final AppendFile rows;

  ParquetShard(
      int number, Encoding.File encoding, long seed, List<ParquetColumn> columns, Streams streams)
      throws IOException {
    this.number = number;
    this.encoding = encoding;
    this.seed = seed;
    this.columns = columns;
    this.streams = streams;
    spool = Files.createTempFile("mixoscope-rows-", null);
    rows = new AppendFile(spool, 0);
  }

  @Override
  public Output.Part prepare(Sample sample, @Nullable String recipe) throws IOException {
    byte[] row = ParquetOutput.row(sample, encoding, columns, seed, recipe);
    return () -> rows.append(row);
  }

  @Override
  public Path folder(Path job) {
    return job.resolve(ParquetOutput.DATA);
  }

  @Override
  public void finish() throws IOException {
    if (rows.length() > 0) {
      String name = ParquetOutput.DATA + "/" + ParquetOutput.name(number);
      ParquetFile.write(columns, spool, streams.open(name), ParquetOutput.features(columns));
    }
  }

  @Override
  public void close() throws IOException {
    try (rows) {
      Files.deleteIfExists(spool);
    }
  }
}
