package org.mixoscope.batch.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Sample;

/// WebDataset shards of a thousand samples. Headers say nothing of when and by whom, so that the
/// same samples give the same bytes.
final class TarOutput implements Output {
  private static final int PER_SHARD = 1000;
  private static final Pattern SHARD = Pattern.compile("mixed-(\\d{6,7})\\.tar");
  private static final int BLOCK = TarConstants.DEFAULT_RCDSIZE;
  private static final byte[] END = new byte[2 * BLOCK];

  private final Path folder;
  private final Encoding.File encoding;
  private final SampleJson json;
  private int shard;
  private AppendFile file;

  TarOutput(Path folder, Encoding.File encoding, SampleJson json, List<Long> state)
      throws IOException {
    this.folder = folder;
    this.encoding = encoding;
    this.json = json;
    shard = state.isEmpty() ? 0 : Math.toIntExact(state.get(0));
    file = open(state.isEmpty() ? 0 : state.get(1));
  }

  /// From the beginning of the shard.
  static Point back(int sample, IntUnaryOperator written) {
    int number = sample / PER_SHARD;
    int first = number * PER_SHARD;
    return new Point(first, written.applyAsInt(first), List.of((long) number, 0L));
  }

  static void clear(Path folder, int next) throws IOException {
    Leftovers.delete(folder, SHARD, Math.ceilDiv(next, PER_SHARD));
  }

  private AppendFile open(long length) throws IOException {
    return new AppendFile(folder.resolve("mixed-%06d.tar".formatted(shard)), length);
  }

  @Override
  public Part prepare(Sample sample, @Nullable String recipe) throws IOException {
    String name = SampleName.of(sample.index()) + ".";
    byte[] picture = encoding.encode(sample.pixels(), recipe);
    byte[] line = json.line(sample, null);
    byte[] pictureHeader = header(name + encoding.extension(), picture.length);
    byte[] jsonHeader = header(name + "json", line.length);
    return () -> {
      moveTo(sample.index() / PER_SHARD);
      file.append(pictureHeader, padded(picture), jsonHeader, padded(line));
    };
  }

  private void moveTo(int next) throws IOException {
    if (next != shard) {
      finish();
      file.close();
      shard = next;
      file = open(0);
    }
  }

  private static byte[] header(String name, int size) {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(size);
    entry.setModTime(0);
    entry.setIds(0, 0);
    entry.setNames("", "");
    entry.setMode(0100644);
    byte[] header = new byte[BLOCK];
    entry.writeEntryHeader(header);
    return header;
  }

  private static byte[] padded(byte[] bytes) {
    return Arrays.copyOf(bytes, Math.ceilDiv(bytes.length, BLOCK) * BLOCK);
  }

  @Override
  public Path folder(int index) {
    return folder;
  }

  @Override
  public List<Long> state() {
    return List.of((long) shard, file.length());
  }

  @Override
  public void finish() throws IOException {
    file.write(END, file.length());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
