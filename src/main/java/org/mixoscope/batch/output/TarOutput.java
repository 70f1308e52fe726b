package org.mixoscope.batch.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Sample;

/// WebDataset shards of a thousand samples.
final class TarOutput implements Output {
  static final int PER_SHARD = 1000;
  private static final Pattern SHARD = Pattern.compile("mixed-(\\d{6,7})\\.tar");

  private final Path folder;
  private final TarMembers members;
  private int shard;
  private @Nullable AppendFile file;

  /// @param maps how class maps are written; null where samples have none
  TarOutput(
      Stretch stretch,
      Encoding.File encoding,
      SampleJson json,
      @Nullable MapForm maps,
      List<Long> state)
      throws IOException {
    folder = stretch.folder();
    members = new TarMembers(encoding, json, maps);
    shard = state.isEmpty() ? stretch.begin() / PER_SHARD : Math.toIntExact(state.get(0));
    // A later shard of which no sample can be made is not there, the first one always is.
    file = state.isEmpty() ? shard == 0 && stretch.size() > 0 ? open(0) : null : open(state.get(1));
  }

  /// From the beginning of the shard.
  static Point back(int sample, IntUnaryOperator written) {
    int number = sample / PER_SHARD;
    int first = number * PER_SHARD;
    return new Point(first, written.applyAsInt(first), List.of((long) number, 0L));
  }

  static void clear(Stretch rest) throws IOException {
    Leftovers.delete(
        rest.folder(),
        SHARD,
        Math.ceilDiv(rest.begin(), PER_SHARD),
        Math.ceilDiv(rest.end(), PER_SHARD));
  }

  /// What a shard is called.
  static String name(int shard) {
    return "mixed-%06d.tar".formatted(shard);
  }

  private AppendFile open(long length) throws IOException {
    return new AppendFile(folder.resolve(name(shard)), length);
  }

  @Override
  public Part prepare(Sample sample, @Nullable String recipe) throws IOException {
    List<byte[]> blocks = members.of(sample, recipe);
    return () -> {
      fileOf(Math.toIntExact(sample.index() / PER_SHARD)).append(blocks.toArray(byte[][]::new));
    };
  }

  private AppendFile fileOf(int next) throws IOException {
    AppendFile now = file;
    if (now == null || next != shard) {
      finish();
      close();
      shard = next;
      now = open(0);
      file = now;
    }
    return now;
  }

  @Override
  public Path folder(int index) {
    return folder;
  }

  @Override
  public List<Long> state() {
    AppendFile now = file;
    return now == null ? List.of() : List.of((long) shard, now.length());
  }

  @Override
  public void finish() throws IOException {
    AppendFile now = file;
    if (now != null) {
      now.write(TarMembers.end(), now.length());
    }
  }

  @Override
  public void endPart() throws IOException {
    finish();
  }

  @Override
  public void close() throws IOException {
    AppendFile now = file;
    if (now != null) {
      now.close();
    }
  }
}
