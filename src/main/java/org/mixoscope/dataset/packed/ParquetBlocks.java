package org.mixoscope.dataset.packed;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.ImageReason;
import org.mixoscope.image.PictureException;

/// The pictures of several Parquet files. Memory holds the blocks that were used last, so that
/// those who go from row to row decode each once. Any number of threads may read at once.
public final class ParquetBlocks {
  /// How much of the memory may be held.
  private static final int PART_OF_MEMORY = 6;

  private final List<ParquetPictures> files;
  private final long most = Runtime.getRuntime().maxMemory() / PART_OF_MEMORY;

  /// The one that was used last at the end.
  private final Map<Key, Block> held = new LinkedHashMap<>(16, 0.75f, true);

  private long bytes;

  private record Key(int file, int block) {}

  private record Block(List<byte @Nullable []> pictures, long bytes) {
    static Block of(List<byte @Nullable []> pictures) {
      long bytes = 0;
      for (byte[] picture : pictures) {
        bytes += picture == null ? 0 : picture.length;
      }
      return new Block(pictures, bytes);
    }
  }

  /// @param files in their order
  public ParquetBlocks(List<ParquetPictures> files) {
    this.files = List.copyOf(files);
  }

  /// The bytes of a picture.
  ///
  /// @throws PictureException if they cannot be read, or the row has none
  public byte[] picture(int file, int row) throws PictureException {
    String location =
        PackedPicture.location(files.get(file).file().toAbsolutePath(), Integer.toString(row));
    try {
      ParquetPictures one = files.get(file);
      int block = one.block(row);
      byte[] picture = block(new Key(file, block)).pictures().get(row - one.start(block));
      if (picture == null) {
        throw PackedReason.NO_PICTURE_IN_ROW.failure(location);
      }
      return picture;
    } catch (PictureException e) {
      throw e;
    } catch (IOException e) {
      throw ImageReason.UNREADABLE.failure(e, location, e.getMessage());
    }
  }

  private synchronized Block block(Key key) throws IOException {
    Block known = held.get(key);
    if (known != null) {
      return known;
    }
    Block read = Block.of(files.get(key.file()).read(key.block()));
    bytes += read.bytes();
    held.put(key, read);
    Iterator<Block> oldest = held.values().iterator();
    while (bytes > most && held.size() > 1) {
      bytes -= oldest.next().bytes();
      oldest.remove();
    }
    return read;
  }
}
