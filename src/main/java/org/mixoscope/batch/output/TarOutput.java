package org.mixoscope.batch.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.kernel.target.ClassMap;

/// WebDataset shards of a thousand samples; class maps are `.seg.png`. Headers say nothing of when
/// and by whom, so that the same samples give the same bytes.
final class TarOutput implements Output {
  private static final int PER_SHARD = 1000;
  private static final Pattern SHARD = Pattern.compile("mixed-(\\d{6,7})\\.tar");
  private static final int BLOCK = TarConstants.DEFAULT_RCDSIZE;
  private static final byte[] END = new byte[2 * BLOCK];

  private final Path folder;
  private final Encoding.File encoding;
  private final SampleJson json;
  private final @Nullable MapForm maps;
  private int shard;
  private AppendFile file;

  /// @param maps how class maps are written; null where samples have none
  TarOutput(
      Path folder,
      Encoding.File encoding,
      SampleJson json,
      @Nullable MapForm maps,
      List<Long> state)
      throws IOException {
    this.folder = folder;
    this.encoding = encoding;
    this.json = json;
    this.maps = maps;
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
    String name = SampleName.of(sample.index());
    List<byte[]> members = new ArrayList<>();
    add(members, name + "." + encoding.extension(), encoding.encode(sample, recipe));
    MapFiles parts = null;
    if (maps != null && sample.target() instanceof ClassMap map) {
      parts = MapFiles.of(map, maps.palette(), name, ".seg.png");
      parts.files().forEach(part -> add(members, part.name(), part.bytes()));
    }
    add(members, name + ".json", json.line(sample, null, parts));
    return () -> {
      moveTo(sample.index() / PER_SHARD);
      file.append(members.toArray(byte[][]::new));
    };
  }

  private static void add(List<byte[]> members, String name, byte[] contents) {
    members.add(header(name, contents.length));
    members.add(padded(contents));
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
