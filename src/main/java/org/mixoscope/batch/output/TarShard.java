package org.mixoscope.batch.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Sample;

/// One tar of [TarOutput].
final class TarShard implements ShardWriter {
  private final int number;
  private final TarMembers members;
  private final Streams streams;
  private @Nullable OutputStream out;

  TarShard(int number, TarMembers members, Streams streams) throws IOException {
    this.number = number;
    this.members = members;
    this.streams = streams;
    if (number == 0) { // which is there without samples, too
      var _ = out();
    }
  }

  private OutputStream out() throws IOException {
    OutputStream now = out;
    if (now == null) {
      now = streams.open(TarOutput.name(number));
      out = now;
    }
    return now;
  }

  @Override
  public Output.Part prepare(Sample sample, @Nullable String recipe) throws IOException {
    List<byte[]> blocks = members.of(sample, recipe);
    return () -> {
      for (byte[] block : blocks) {
        out().write(block);
      }
    };
  }

  @Override
  public Path folder(Path job) {
    return job;
  }

  @Override
  public void finish() throws IOException {
    OutputStream now = out;
    if (now != null) {
      now.write(TarMembers.end());
    }
  }

  @Override
  public void close() {}
}
